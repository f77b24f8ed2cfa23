// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/timeline_rows.h"

#include "core/activities/details_text.h"
#include "core/exchange/exchange_texts.h"
#include "core/schema/repeat_words.h"
#include "core/timeline/entry_words.h"
#include "core/timeline/pins.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <tuple>

namespace Kartoteka {

namespace {

constexpr int pageEntries = 40;
constexpr int shownPlanned = 200; ///< the next ones; whoever plans more reads them in the list of activities

using Kind = TimelineRow::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::TimelineModel)
};

TimelineRow said(Kind kind, const QString &text)
{
    TimelineRow row;
    row.kind = kind;
    row.text = text;
    return row;
}

void describeConflict(const ReadContext &context, const TimelineEntry &entry, TimelineRow &row)
{
    auto conflict = readConflict(context, entry.conflict);
    if (!conflict)
        return;
    const ConflictWords words = conflictWords(context, *conflict);
    const auto side = [](const QString &value, const QString &author) {
        return author.isEmpty() ? value : Words::tr("%1 — %2", "value and who wrote it").arg(value, author);
    };
    row.text = conflict->field == u"deleted_at" ? Words::tr("Deleted in one place, changed in another")
                                                : Words::tr("Changed in two places at once: %1").arg(words.field);
    const QString kept = side(words.kept, words.keptBy);
    row.detail = (entry.isOpen ? Words::tr("In effect: %1").arg(kept) : Words::tr("One: %1").arg(kept)) + u'\n'
        + Words::tr("The other one: %1").arg(side(words.other, words.otherBy));
    if (!entry.isOpen)
        row.mark = Words::tr("resolved");
}

TimelineRow described(const ReadContext &context, const ItemRef &item, const TimelineEntry &entry)
{
    const EntryWords words = entryWords(context, item, entry);
    TimelineRow row;
    row.entry = entry;
    row.text = words.text;
    row.detail = words.detail;
    row.mark = words.mark;
    row.links = words.links;
    if (entry.kind == EntryKind::Conflict)
        describeConflict(context, entry, row);
    return row;
}

TimelineRow headingOf(Kind kind, const QString &text, bool isFolded, qsizetype below)
{
    TimelineRow row = said(kind, text);
    row.isFolded = isFolded;
    if (isFolded)
        row.detail = QLocale().toString(below);
    return row;
}

Result<QList<TimelineRow>> plannedRows(const ReadContext &context, const ItemRef &item, bool isFolded)
{
    auto planned = plannedActivities(context, item, shownPlanned);
    auto open = countPlanned(context, item);
    auto held = heldActivities(context, item, context.clock->now(), shownPlanned);
    if (!planned || !open || !held)
        return !planned ? planned.error() : !open ? open.error() : held.error();
    QList<TimelineRow> rows{headingOf(Kind::PlannedHeader, Words::tr("Next"), isFolded, *open)};
    if (isFolded)
        return rows;
    const auto append = [&](const Activity &activity) {
        TimelineRow row = said(Kind::Planned, activity.title);
        row.activity = activity;
        QStringList lines;
        if (!activity.recurrence.isEmpty())
            lines << repeatText(activity.recurrence, activity.repeatWhenDone);
        lines << detailsText(*context.schema, activity) << activity.description;
        lines.removeAll(QString());
        row.detail = lines.join(u'\n');
        rows.append(row);
    };
    std::ranges::for_each(std::as_const(*planned), append);
    if (planned->isEmpty() || *open > planned->size()) {
        rows << said(Kind::NothingPlanned,
                     planned->isEmpty()
                         ? Words::tr("Nothing is planned. Plan the next step so that nothing is forgotten.")
                         : Words::tr("And %Ln more. The nearest are shown.", nullptr, int(*open - planned->size())));
    }
    std::ranges::for_each(std::as_const(*held), append); // it is no next step
    return rows;
}

Result<QList<TimelineRow>> pinnedRows(const ReadContext &context, const ItemRef &item, bool isFolded)
{
    auto pinned = readPinned(context, item);
    if (!pinned)
        return pinned.error();
    QList<TimelineRow> rows;
    if (!pinned->isEmpty())
        rows << headingOf(Kind::PinnedHeader, Words::tr("Pinned"), isFolded, pinned->size());
    if (isFolded)
        return rows;
    for (const TimelineEntry &entry : std::as_const(*pinned)) {
        TimelineRow row = described(context, item, entry);
        row.kind = Kind::Pinned;
        row.isPinned = true;
        rows.append(row);
    }
    return rows;
}

bool isDayFolded(const TimelineWish &wish, QDate day)
{
    return wish.filter.isEmpty() && day.isValid() && wish.folds.isFolded(Kind::DayHeader, day);
}

/// Adds a page, each day under a heading of its own.
void appendPage(const ReadContext &context, const TimelineWish &wish, const TimelinePage &page, const QSet<qint64> &pinned,
                QDate &lastDay, QList<TimelineRow> &rows)
{
    for (const TimelineEntry &entry : page.entries) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(entry.at).date();
        if (day != lastDay) {
            TimelineRow header;
            header.kind = Kind::DayHeader;
            header.day = day;
            header.isFolded = isDayFolded(wish, day);
            rows.append(header);
            lastDay = day;
        }
        if (isDayFolded(wish, day))
            continue;
        TimelineRow row = described(context, wish.item, entry);
        row.isPinned = entry.conflict == 0 && pinned.contains(entry.id);
        rows.append(row);
    }
}

} // namespace

qint64 TimelineRow::key() const
{
    constexpr int shift = 56; // ids are far below
    constexpr qint64 conflict = 100;
    constexpr qint64 reminder = 101;
    switch (kind) {
    case Kind::Planned: return qint64(kind) << shift | activity.id;
    case Kind::DayHeader: return qint64(kind) << shift | day.toJulianDay();
    case Kind::Pinned:
    case Kind::Entry:
        if (entry.kind == EntryKind::ReminderFired) // one for each moment
            return reminder << shift | entry.at;
        return entry.conflict != 0 ? conflict << shift | entry.conflict : qint64(kind) << shift | entry.id;
    case Kind::PlannedHeader:
    case Kind::NothingPlanned:
    case Kind::PinnedHeader:
    case Kind::NothingFound: break;
    }
    return qint64(kind) << shift;
}

bool TimelineRow::looksLike(const TimelineRow &other) const
{
    const auto look = [](const TimelineRow &row) {
        return std::tie(row.text, row.entry.text, row.detail, row.mark, row.links, row.isPinned, row.isFolded,
                        row.entry.kind, row.entry.author, row.entry.isOpen, row.entry.acts, row.activity.deadline,
                        row.activity.responsible, row.activity.incoming);
    };
    return look(*this) == look(other);
}

bool TimelineFolds::isFolded(TimelineRow::Kind heading, QDate day) const
{
    switch (heading) {
    case Kind::PlannedHeader: return planned;
    case Kind::PinnedHeader: return pinned;
    case Kind::DayHeader: return days.contains(day) != allDays;
    default: return false;
    }
}

void TimelineFolds::set(TimelineRow::Kind heading, QDate day, bool folded)
{
    if (heading == Kind::PlannedHeader)
        planned = folded;
    else if (heading == Kind::PinnedHeader)
        pinned = folded;
    else if (heading == Kind::DayHeader && folded != allDays)
        days.insert(day);
    else
        days.remove(day);
}

Result<TimelineRows> readHistoryRows(const ReadContext &context, const TimelineWish &wish, const TimelinePosition &from,
                                     const TimelinePosition &to, QDate lastDay)
{
    auto pins = readPins(context, wish.item);
    if (!pins)
        return pins.error();
    QSet<qint64> pinned;
    for (const Pin &pin : std::as_const(*pins))
        pinned.insert(pin.entry);
    TimelineRows found;
    found.end = from;
    do {
        auto page = readTimeline(context, wish.item, found.end, pageEntries, wish.filter);
        if (!page)
            return page.error();
        appendPage(context, wish, *page, pinned, lastDay, found.rows);
        found.end = page->end;
        found.atEnd = page->atEnd;
        if (isDayFolded(wish, lastDay)) // the rest of it is not read
            found.end = {qMin(found.end.at, lastDay.startOfDay().toMSecsSinceEpoch()), 0};
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    } while (!found.atEnd
             && (found.rows.size() < pageEntries || std::pair(found.end.at, found.end.id) > std::pair(to.at, to.id)));
    return found;
}

Result<TimelineRows> readTimelineRows(const ReadContext &context, const TimelineWish &wish, const TimelinePosition &to)
{
    auto journal = lastJournalRow(context.connection);
    if (!journal)
        return journal.error();
    auto rows = readHistoryRows(context, wish, {}, to, {});
    if (!rows)
        return rows;
    rows->journal = *journal;
    if (!wish.filter.isEmpty()) {
        if (rows->rows.isEmpty())
            rows->rows << said(Kind::NothingFound, Words::tr("Nothing in the history matches."));
        return rows;
    }
    auto planned = plannedRows(context, wish.item, wish.folds.planned);
    if (!planned)
        return planned.error();
    auto pinned = pinnedRows(context, wish.item, wish.folds.pinned);
    if (!pinned)
        return pinned.error();
    rows->rows = *planned + *pinned + rows->rows;
    return rows;
}

} // namespace Kartoteka
