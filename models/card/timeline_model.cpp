// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/timeline_model.h"

#include "core/items/value_text.h"
#include "core/schedule/scheduler.h"
#include "core/schema/mentions.h"
#include "core/schema/text_pictures.h"
#include "core/store/db/one_moment.h"

#include <QDateTime>

#include <algorithm>
#include <limits>
#include <utility>

namespace Kartoteka {

namespace {

QDate dayOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date();
}

/// Whether a write may show in the timeline of an item.
bool concerns(const TouchedRecord &entry, const QList<ItemRef> &owners)
{
    if ((entry.table == u"activity" && entry.changesLinks) || entry.table == u"pin")
        return true; // it may have been the item's; a pin does not say whose it is
    return owners.contains(entry.owner)
        || std::ranges::any_of(entry.items, [&](const ItemRef &item) { return owners.contains(item); });
}

} // namespace

TimelineModel::TimelineModel(Store &store, QObject *parent) : TimelineModelRows(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this] {
        m_behind = true; // what it was is asked of the journal
        catchUp();
    });
    connect(&store, &Store::schemaChanged, this, &TimelineModel::tellTime); // people may be called otherwise
    Scheduler &scheduler = Scheduler::of(store);
    scheduler.add(this, {[this](qint64 now) { return nextTurn(now); }, [this](qint64, qint64) { tellTime(); }});
    connect(&scheduler, &Scheduler::turnedBack, this, &TimelineModel::tellTime);
}

void TimelineModel::setItem(const ItemRef &item)
{
    m_wish.item = item;
    m_wish.folds = {}; // nothing of another item is hidden that nobody has seen
    reload();
}

void TimelineModel::setFilter(const TimelineFilter &filter)
{
    if (filter == m_wish.filter)
        return;
    m_wish.filter = filter;
    reload();
}

/// Of days that come to be seen a page is read: they may hold all there is.
void TimelineModel::setFolds(const TimelineFolds &folds)
{
    fold(folds, {});
}

void TimelineModel::fold(const TimelineFolds &folds, const TimelinePosition &to)
{
    if (folds == m_wish.folds)
        return;
    m_wish.folds = folds;
    m_end = to;
    m_stale = m_behind = true;
    catchUp();
}

void TimelineModel::setFolded(const QModelIndex &heading, bool folded)
{
    if (!heading.isValid() || heading.row() >= rows().size() || !canFold(rows()[heading.row()]))
        return;
    const Row &row = rows()[heading.row()];
    TimelinePosition to = m_end;
    if (row.kind == RowKind::DayHeader && !folded)
        to = {qMax(to.at, row.day.addDays(1).startOfDay().toMSecsSinceEpoch()), 0};
    TimelineFolds folds = m_wish.folds;
    folds.set(row.kind, row.day, folded);
    fold(folds, to);
}

/// What is searched does not fold.
bool TimelineModel::canFold(const Row &row) const
{
    return m_wish.filter.isEmpty()
        && (row.kind == RowKind::PlannedHeader || row.kind == RowKind::PinnedHeader || row.kind == RowKind::DayHeader);
}

void TimelineModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_fetching = m_following = m_behind = false;
    m_journal = 0;
    clearRows();
    if (m_wish.item.id == 0)
        return; // there is no history yet
    m_store
        .read<Rows>(m_load,
                    [wish = m_wish](ReadContext &context) {
                        return inOneMoment(context.connection, [&] { return readTimelineRows(context, wish, {}); });
                    })
        .then(this, [this, token = m_load](const Result<Rows> &rows) {
            if (token.isCancelled())
                return;
            if (!rows) {
                fail(rows.error());
                return;
            }
            take(*rows);
            catchUp();
            emit settled();
        });
}

/// What stands stays.
void TimelineModel::fail(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit readFailed(error);
}

/// Follows what was committed, unless it is being done or nothing is shown yet.
void TimelineModel::catchUp()
{
    if (m_behind && !m_following && !m_fetching && !rows().isEmpty())
        follow();
}

void TimelineModel::follow()
{
    constexpr qsizetype fewEntries = 500; // of more it is not asked whom they concern
    m_following = true;
    m_behind = false;
    const bool always = std::exchange(m_stale, false);
    m_store
        .read<std::optional<Rows>>(
            m_load,
            [wish = m_wish, since = m_journal, to = m_end, always](ReadContext &context) -> Result<std::optional<Rows>> {
                return inOneMoment(context.connection, [&]() -> Result<std::optional<Rows>> {
                    auto owners = timelineOwners(context, wish.item);
                    auto touched = touchedSince(context.connection, *context.catalog, since, fewEntries);
                    if (!owners || !touched)
                        return owners ? touched.error() : owners.error();
                    if (!always && touched->size() < fewEntries
                        && std::ranges::none_of(*touched, [&](const TouchedRecord &one) { return concerns(one, *owners); }))
                        return std::optional<Rows>();
                    auto rows = readTimelineRows(context, wish, to);
                    return rows ? Result<std::optional<Rows>>(std::move(*rows)) : Result<std::optional<Rows>>(rows.error());
                });
            })
        .then(this, [this, token = m_load](const Result<std::optional<Rows>> &rows) {
            if (token.isCancelled())
                return;
            if (!rows)
                fail(rows.error());
            else if (*rows)
                take(**rows);
            m_following = false;
            catchUp();
            emit settled();
        });
}

/// When the next reminder of a planned activity comes due after @p since, UTC ms.
qint64 TimelineModel::nextReminder(qint64 since) const
{
    qint64 next = std::numeric_limits<qint64>::max();
    for (const Row &row : rows()) {
        const QStringList offsets = row.activity.reminders.split(u',', Qt::SkipEmptyParts);
        for (const QString &offset : offsets) {
            const qint64 at = row.activity.deadline.toLongLong() - offset.toLongLong() * 60'000;
            if (row.activity.deadline.isValid() && at > since)
                next = qMin(next, at);
        }
        if (row.kind == RowKind::DayHeader)
            break; // what is planned stands before it
    }
    return next;
}

/// The next deadline that is not late yet, or reminder, or the next day.
std::optional<qint64> TimelineModel::nextTurn(qint64 now) const
{
    if (rows().isEmpty())
        return {};
    qint64 next = qMin(dayAfter(dayOf(m_toldAt), now), nextReminder(m_toldAt));
    for (const Row &row : rows()) {
        const Value &deadline = row.activity.deadline;
        if (deadline.isValid() && deadline.toLongLong() > m_toldAt)
            next = qMin(next, deadline.toLongLong());
        if (row.kind == RowKind::DayHeader)
            break; // what is planned stands before it
    }
    return next;
}

void TimelineModel::tellTime()
{
    const qint64 before = std::exchange(m_toldAt, m_store.clock().now());
    if (!rows().isEmpty())
        emit dataChanged(index(0), index(int(rows().size()) - 1));
    if (m_journal == 0 || nextReminder(before) > m_toldAt)
        return;
    m_stale = m_behind = true; // the history has one entry more, of which the journal knows nothing
    catchUp();
}

/// Makes the rows what they are now, by those that differ.
void TimelineModel::take(const Rows &now)
{
    m_toldAt = m_store.clock().now();
    Scheduler::of(m_store).wake();
    m_end = now.end;
    m_atEnd = now.atEnd;
    m_journal = now.journal;
    takeRows(now.rows);
}

void TimelineModel::append(const Rows &page)
{
    m_end = page.end;
    m_atEnd = page.atEnd;
    appendRows(page.rows);
}

bool TimelineModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_fetching && !m_following && !rows().isEmpty();
}

void TimelineModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    // Of the last heading, not of the last entry: headings stand for what is seen.
    const auto heading = std::find_if(rows().crbegin(), rows().crend(),
                                      [](const Row &row) { return row.kind == RowKind::DayHeader; });
    m_store
        .read<Rows>(m_load,
                    [wish = m_wish, from = m_end, day = heading == rows().crend() ? QDate() : heading->day](
                        ReadContext &context) { return readHistoryRows(context, wish, from, from, day); })
        .then(this, [this, token = m_load](const Result<Rows> &page) {
            if (token.isCancelled())
                return;
            if (page) {
                append(*page);
            } else {
                m_atEnd = true; // else the view would ask for it again at once
                fail(page.error());
            }
            m_fetching = false;
            catchUp();
            emit settled();
        });
}

/// Said when it is asked for: the card may stay open past midnight.
QString TimelineModel::dayWords(QDate day) const
{
    const QDate today = m_store.clock().localNow().date();
    if (day == today)
        return tr("Today");
    return day == today.addDays(-1) ? tr("Yesterday") : shortDate(day, QLocale(), today);
}

/// To those who do not see it.
QString TimelineModel::spokenText(const Row &row) const
{
    QStringList parts{row.kind == RowKind::DayHeader ? dayWords(row.day) : row.text, row.detail, row.mark};
    if (row.isFolded)
        parts << tr("folded");
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rows().size())
        return {};
    const Row &row = rows()[index.row()];
    const bool planned = row.kind == RowKind::Planned;
    const bool isEntry = row.kind == RowKind::Entry || row.kind == RowKind::Pinned;
    switch (role) {
    case KindRole: return QVariant::fromValue(row.kind);
    case Qt::AccessibleTextRole: return spokenText(row);
    case Qt::DisplayRole:
    case TextRole:
        if (row.entry.comment != 0)
            return plainComment(row.entry.text, m_store.schema().get());
        return row.kind == RowKind::DayHeader ? dayWords(row.day) : row.text;
    case DetailRole: return row.detail;
    case TimeRole: return planned ? row.activity.deadline : Value(row.entry.at);
    case AuthorRole: {
        const User *user = m_store.schema()->user(planned ? row.activity.responsible : row.entry.author);
        return user ? user->name : QString();
    }
    case ActivityRole: return planned ? row.activity.id : 0;
    case EntryKindRole: return int(row.entry.kind);
    case MutedRole: return isEntry && isMuted(row.entry.kind);
    case MarkRole: return row.mark;
    case EntryRole: return isEntry && row.entry.conflict == 0 ? row.entry.id : 0;
    case PinnedRole: return row.isPinned;
    case CommentRole: return row.entry.comment;
    case MarkdownRole: return currentMentions(row.entry.text, *m_store.schema());
    case FoldedRole: return canFold(row) ? QVariant(row.isFolded) : QVariant();
    case SearchRole: return m_wish.filter.text;
    case ActsRole: {
        QVariantList acts;
        for (const qint64 act : row.entry.acts)
            acts << act;
        return acts;
    }
    case AttachmentRole: return row.entry.attachment;
    case ConflictRole: return row.entry.isOpen ? row.entry.conflict : 0;
    case OverdueRole:
        return planned && row.activity.deadline.isValid() && row.activity.deadline.toLongLong() <= m_store.clock().now();
    case IncomingRole: return planned && row.activity.incoming;
    case LinksRole: {
        QVariantList links;
        for (const ItemRef &ref : row.links)
            links << toValue(ref);
        return links;
    }
    default: return {};
    }
}

} // namespace Kartoteka
