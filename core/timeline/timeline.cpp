// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include "core/base/fold.h"
#include "core/query/item_query.h"
#include "core/store/change/journal_wish.h"
#include "core/timeline/entry_words.h"
#include "core/timeline/reminder_entries.h"
#include "core/timeline/timeline_entries.h"

#include <algorithm>

namespace Kartoteka {

QString entryKindName(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Created: return u"created"_s;
    case EntryKind::Imported: return u"imported"_s;
    case EntryKind::ConvertedFrom: return u"converted_from"_s;
    case EntryKind::ConvertedTo: return u"converted"_s;
    case EntryKind::StageChanged: return u"stage_changed"_s;
    case EntryKind::FieldsChanged: return u"field_changed"_s;
    case EntryKind::Comment: return u"comment"_s;
    case EntryKind::ActivityPlanned: return u"activity_planned"_s;
    case EntryKind::ActivityCompleted: return u"activity_completed"_s;
    case EntryKind::ActivityRescheduled: return u"activity_rescheduled"_s;
    case EntryKind::ActivityChanged: return u"activity_changed"_s;
    case EntryKind::ActivityReopened: return u"activity_reopened"_s;
    case EntryKind::ActivityDeleted: return u"activity_deleted"_s;
    case EntryKind::ReminderFired: return u"reminder"_s;
    case EntryKind::Deleted: return u"deleted"_s;
    case EntryKind::Restored: return u"restored"_s;
    case EntryKind::Conflict: return u"conflict"_s;
    case EntryKind::File: return u"file"_s;
    case EntryKind::Merged: return u"merged"_s;
    case EntryKind::Tunnelled: return u"tunnel"_s;
    case EntryKind::Linked: return u"linked"_s;
    case EntryKind::Parts: return u"parts_changed"_s;
    }
    return {};
}

bool isMuted(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Comment:
    case EntryKind::ActivityCompleted:
    case EntryKind::Conflict:
    case EntryKind::ConvertedTo:
    case EntryKind::ConvertedFrom:
    case EntryKind::File:
    case EntryKind::Merged:
    case EntryKind::Tunnelled: return false;
    default: return true;
    }
}

EntryGroup groupOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Comment: return EntryGroup::Comments;
    case EntryKind::ActivityPlanned:
    case EntryKind::ActivityCompleted:
    case EntryKind::ActivityRescheduled:
    case EntryKind::ActivityChanged:
    case EntryKind::ActivityReopened:
    case EntryKind::ActivityDeleted:
    case EntryKind::ReminderFired: return EntryGroup::Activities;
    case EntryKind::StageChanged: return EntryGroup::Stages;
    case EntryKind::FieldsChanged:
    case EntryKind::Parts: return EntryGroup::Fields;
    case EntryKind::File: return EntryGroup::Files;
    default: return EntryGroup::Events;
    }
}

namespace {

constexpr qint64 together = 10 * 60'000; ///< ms between equal events that are told as one
constexpr int largestPortion = 1000;     ///< of rows that are read at a time

bool changeTheSame(const TimelineEntry &a, const TimelineEntry &b)
{
    return std::ranges::equal(a.changes, b.changes, {}, &FieldChange::field, &FieldChange::field);
}

/// Whether an older entry says again what a newer one says.
bool isEqualEvent(const TimelineEntry &newer, const TimelineEntry &older)
{
    if (newer.kind != older.kind || newer.author != older.author || newer.actKind != older.actKind
        || !(newer.owner == older.owner) || !(newer.record == older.record) || newer.since - older.at > together)
        return false;
    switch (newer.kind) {
    case EntryKind::FieldsChanged:
    case EntryKind::ActivityRescheduled:
    case EntryKind::ActivityChanged: return changeTheSame(newer, older);
    case EntryKind::Parts: return newer.text == older.text;
    default: return false;
    }
}

/// What an older entry changed before a newer one did.
void addChanges(TimelineEntry &newer, const TimelineEntry &older)
{
    if (newer.changes.isEmpty())
        newer.changes = older.changes;
    for (qsizetype i = 0; i < older.changes.size(); ++i)
        newer.changes[i].before = older.changes[i].before;
}

/// Rows of an item's parts, and the amount that follows from them: of one act that is one entry.
bool isOfTheSameParts(const TimelineEntry &newer, const TimelineEntry &older)
{
    return newer.kind == EntryKind::Parts && older.kind == EntryKind::Parts && newer.text == older.text
        && newer.owner == older.owner && newer.acts.constLast() == older.acts.constFirst();
}

void foldInto(TimelineEntry &newer, const TimelineEntry &older)
{
    addChanges(newer, older);
    newer.acts += older.acts;
    newer.count += older.count;
    newer.since = older.since;
}

/// Asks what an entry says; a search typed in the other keyboard layout is understood too.
class EntryMatch
{
public:
    EntryMatch(const ReadContext &context, const ItemRef &item, const TimelineFilter &filter)
        : m_context(context), m_item(item), m_filter(filter)
    {
        for (const QString &text : {filter.text, otherKeyboardLayout(filter.text)}) {
            if (const QStringList words = fold(text).split(u' ', Qt::SkipEmptyParts); !words.isEmpty())
                m_searches << words;
        }
    }

    bool fits(const TimelineEntry &entry) const
    {
        if (!m_filter.groups.isEmpty() && !m_filter.groups.contains(groupOf(entry.kind)))
            return false;
        if (m_searches.isEmpty())
            return true;
        const EntryWords words = entryWords(m_context, m_item, entry);
        const QString said = fold(words.text + u'\n' + words.detail + u'\n' + entry.note);
        return std::ranges::any_of(m_searches, [&](const QStringList &search) {
            return std::ranges::all_of(search, [&](const QString &word) { return said.contains(word); });
        });
    }

private:
    const ReadContext &m_context;
    const ItemRef &m_item;
    const TimelineFilter &m_filter;
    QList<QStringList> m_searches;
};

/// The tables whose rows tell of a group; empty: those of the items themselves, and more.
QString tableOf(EntryGroup group)
{
    switch (group) {
    case EntryGroup::Comments: return u"comment"_s;
    case EntryGroup::Activities: return u"activity"_s;
    case EntryGroup::Files: return u"attachment"_s;
    default: return {};
    }
}

JournalCondition wantedRows(const ReadContext &context, const TimelineFilter &filter)
{
    JournalWish wish{.author = filter.person, .beside = tellingRows(*context.catalog)};
    if (filter.from != TimelineFilter().from)
        wish.from = filter.from;
    for (const EntryGroup group : filter.groups)
        wish.entities << tableOf(group);
    if (wish.entities.contains(QString()))
        wish.entities.clear();
    return conditionOf(wish);
}

/// Rows below @p from of all @p owners, newest first.
Result<QList<JournalEntry>> rowsBelow(const ReadContext &context, const ItemRef &item, const QList<ItemRef> &owners,
                                      const TimelinePosition &from, int limit, const JournalCondition &wanted)
{
    auto shared = sharedJournalOf(context.connection, *context.catalog, item, from.at, from.id, limit, wanted);
    if (!shared)
        return shared;
    QList<JournalEntry> rows = *shared;
    for (const ItemRef &owner : owners) {
        auto own = journalOf(context.connection, *context.catalog, owner, from.at, from.id, limit, wanted);
        if (!own)
            return own;
        rows += *own;
    }
    std::sort(rows.begin(), rows.end(),
              [](const JournalEntry &a, const JournalEntry &b) { return std::pair(a.at, a.id) > std::pair(b.at, b.id); });
    // What was merged in and its activities may both bring a row.
    rows.erase(
        std::unique(rows.begin(), rows.end(), [](const JournalEntry &a, const JournalEntry &b) { return a.id == b.id; }),
        rows.end());
    rows.resize(qMin<qsizetype>(rows.size(), limit));
    return rows;
}

/// Takes over what a row tells. False: the page is full, and the row stands on the next one.
bool takeOver(TimelinePage &page, const QList<TimelineEntry> &told, int limit)
{
    if (told.size() == 1 && !page.entries.isEmpty() && isOfTheSameParts(page.entries.constLast(), told.constFirst())) {
        addChanges(page.entries.last(), told.constFirst());
        return true;
    }
    if (told.size() == 1 && !page.entries.isEmpty() && isEqualEvent(page.entries.constLast(), told.constFirst())) {
        foldInto(page.entries.last(), told.constFirst());
        return true;
    }
    if (!told.isEmpty() && page.entries.size() >= limit)
        return false;
    page.entries += told;
    return true;
}

/// What the journal tells.
Result<TimelinePage> readJournalPage(const ReadContext &context, const ItemRef &item, const TimelinePosition &from,
                                     int limit, const TimelineFilter &filter, const EntryMatch &match)
{
    auto owners = timelineOwners(context, item);
    if (!owners)
        return owners.error();
    const JournalCondition wanted = wantedRows(context, filter);
    TimelinePage page;
    page.end = from.at < filter.until ? from : TimelinePosition{filter.until, 0};
    // As many as a page holds, and one that says whether there is another: more only where rows fold or do not fit.
    for (int portion = limit + 1;; portion = qMin(2 * portion, largestPortion)) {
        auto rows = rowsBelow(context, item, *owners, page.end, portion, wanted);
        if (!rows)
            return rows.error();
        for (const JournalEntry &row : std::as_const(*rows)) {
            auto told = entriesOf(context, item, row);
            if (!told)
                return told.error();
            told->removeIf([&](const TimelineEntry &entry) { return !match.fits(entry); });
            page.atEnd = takeOver(page, *told, limit);
            if (!page.atEnd)
                return page;
            page.end = {row.at, row.id};
        }
        if (rows->size() < portion)
            return page;
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    }
}

} // namespace

Result<TimelinePage> readTimeline(const ReadContext &context, const ItemRef &item, const TimelinePosition &from, int limit,
                                  const TimelineFilter &filter)
{
    const EntryMatch match(context, item, filter);
    auto page = readJournalPage(context, item, from, limit, filter, match);
    if (!page)
        return page;
    auto added = addReminders(
        context, item, from, filter, [&match](const TimelineEntry &one) { return match.fits(one); }, *page);
    return added ? page : Result<TimelinePage>(added.error());
}

} // namespace Kartoteka
