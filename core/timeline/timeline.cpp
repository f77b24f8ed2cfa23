// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include "core/items/item_queries.h"
#include "core/schema/codes.h"

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
    case EntryKind::Deleted: return u"deleted"_s;
    case EntryKind::Restored: return u"restored"_s;
    case EntryKind::Conflict: return u"conflict"_s;
    case EntryKind::File: return u"file"_s;
    case EntryKind::Merged: return u"merged"_s;
    case EntryKind::Tunnelled: return u"tunnel"_s;
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

namespace {

const FieldChange *find(const QList<FieldChange> &fields, const QString &code)
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const FieldChange &f) { return f.field == code; });
    return it == fields.end() ? nullptr : &*it;
}

TimelineEntry base(const JournalEntry &row, EntryKind kind)
{
    TimelineEntry entry;
    entry.id = row.id;
    entry.kind = kind;
    entry.at = row.at;
    entry.author = row.author;
    entry.act = row.act;
    entry.actKind = row.actKind;
    return entry;
}

/// What the item's own row says; nullopt when nothing worth telling.
Result<std::optional<TimelineEntry>> fromItem(const ReadContext &context, const JournalEntry &row)
{
    const ItemRef self = row.owner;
    if (row.operation == Operation::Create) {
        TimelineEntry entry = base(row,
                                   row.actKind == u"import"        ? EntryKind::Imported
                                       : row.actKind == u"convert" ? EntryKind::ConvertedFrom
                                                                   : EntryKind::Created);
        auto links = readLinks(context, self);
        if (!links)
            return links.error();
        for (const ItemLink &link : std::as_const(*links)) {
            // Whatever the act was: what a tunnel made follows on it.
            const bool isTunnel = link.kind == u"tunnel";
            if (!(link.target == self) || (!isTunnel && entry.kind != EntryKind::ConvertedFrom))
                continue;
            entry.kind = isTunnel ? EntryKind::Tunnelled : entry.kind;
            entry.record = link.source;
        }
        return std::optional(entry);
    }
    if (row.operation == Operation::Erase)
        return std::optional<TimelineEntry>();
    if (const FieldChange *deleted = find(row.fields, u"deleted_at"_s))
        return std::optional(base(row, deleted->after.isValid() ? EntryKind::Deleted : EntryKind::Restored));
    const FieldChange *stage = find(row.fields, Codes::stage);
    if (stage) {
        TimelineEntry entry = base(row, row.actKind == u"convert" ? EntryKind::ConvertedTo : EntryKind::StageChanged);
        entry.changes = {*stage};
        if (const FieldChange *since = find(row.fields, Codes::stageChangedAt); since && since->before.isValid())
            entry.inStageMs = row.at - since->before.toLongLong();
        if (entry.kind == EntryKind::ConvertedTo) {
            auto links = readLinks(context, self);
            if (!links)
                return links.error();
            for (const ItemLink &link : std::as_const(*links)) {
                if (link.source == self && link.kind == u"conversion")
                    entry.items.append(link.target);
            }
        }
        return std::optional(entry);
    }
    TimelineEntry entry = base(row, EntryKind::FieldsChanged);
    for (const FieldChange &change : row.fields) {
        for (const Field &field : context.schema->fields(self.type)) {
            if (field.column == change.field && field.significant)
                entry.changes.append(change);
        }
    }
    return entry.changes.isEmpty() ? std::optional<TimelineEntry>() : std::optional(entry);
}

Result<std::optional<TimelineEntry>> fromComment(const ReadContext &context, const JournalEntry &row)
{
    if (row.operation != Operation::Create)
        return std::optional<TimelineEntry>();
    auto text = context.connection.scalar(u"SELECT text FROM comment WHERE id = ? AND deleted_at IS NULL"_s, {row.record});
    if (!text)
        return text.error();
    if (!text->isValid())
        return std::optional<TimelineEntry>();
    TimelineEntry entry = base(row, EntryKind::Comment);
    entry.comment = row.record;
    entry.text = text->toString();
    return std::optional(entry);
}

Result<std::optional<TimelineEntry>> fromAttachment(const ReadContext &context, const JournalEntry &row)
{
    if (row.operation != Operation::Create)
        return std::optional<TimelineEntry>();
    auto file = context.connection.query(
        u"SELECT name, size FROM attachment WHERE id = ? AND deleted_at IS NULL AND role IS NULL"_s, {row.record});
    if (!file)
        return file.error();
    if (!file->next())
        return std::optional<TimelineEntry>();
    TimelineEntry entry = base(row, EntryKind::File);
    entry.attachment = row.record;
    entry.text = file->text(0);
    entry.size = file->integer(1);
    return std::optional(entry);
}

/// Links tell of a merge, and of what a tunnel made; those of a conversion are told by the items themselves.
Result<std::optional<TimelineEntry>> fromLink(const ReadContext &context, const ItemRef &self, const JournalEntry &row)
{
    if (row.operation != Operation::Create)
        return std::optional<TimelineEntry>();
    auto link = context.connection.query(u"SELECT source_type, source_id, target_type, target_id, kind FROM link "
                                         "WHERE id = ? AND kind IN ('merge', 'tunnel') AND deleted_at IS NULL"_s,
                                         {row.record});
    if (!link)
        return link.error();
    if (!link->next())
        return std::optional<TimelineEntry>();
    TimelineEntry entry = base(row, link->text(4) == u"merge" ? EntryKind::Merged : EntryKind::Tunnelled);
    const ItemRef source{link->integer(0), link->integer(1), {}};
    entry.into = source == self;
    entry.record = entry.into ? ItemRef{link->integer(2), link->integer(3), {}} : source;
    return std::optional(entry);
}

Result<std::optional<TimelineEntry>> fromActivity(const ReadContext &context, const JournalEntry &row)
{
    auto title = context.connection.scalar(u"SELECT title FROM activity WHERE id = ?"_s, {row.record});
    if (!title)
        return title.error();
    if (!title->isValid() || row.operation == Operation::Erase)
        return std::optional<TimelineEntry>();
    EntryKind kind = EntryKind::ActivityChanged;
    const FieldChange *done = find(row.fields, u"done"_s);
    const FieldChange *deleted = find(row.fields, u"deleted_at"_s);
    if (row.operation == Operation::Create)
        kind = EntryKind::ActivityPlanned;
    else if (deleted && deleted->after.isValid())
        kind = EntryKind::ActivityDeleted;
    else if (done)
        kind = done->after.toBool() ? EntryKind::ActivityCompleted : EntryKind::ActivityReopened;
    else if (find(row.fields, Codes::deadline))
        kind = EntryKind::ActivityRescheduled;
    else if (find(row.fields, u"items"_s))
        return std::optional<TimelineEntry>(); // carried over by a conversion, which tells it itself
    TimelineEntry entry = base(row, kind);
    const qint64 type = context.catalog->table(row.table)->typeId;
    entry.record = {type, row.record, {}};
    entry.text = title->toString();
    if (row.operation == Operation::Create)
        return std::optional(entry);
    for (const Field &field : context.schema->fields(type)) {
        const FieldChange *change = find(row.fields, field.column);
        if (change && field.editable)
            entry.changes.append(*change);
    }
    return std::optional(entry);
}

/// Conflicts stand with the write that won them.
Result<void> addConflicts(const ReadContext &context, const JournalEntry &row, QList<TimelineEntry> &entries)
{
    auto c = context.connection.query(u"SELECT id, open FROM conflict WHERE winner = ? ORDER BY id"_s, {row.id});
    if (!c)
        return c.error();
    while (c->next()) {
        TimelineEntry entry = base(row, EntryKind::Conflict);
        entry.conflict = c->integer(0);
        entry.isOpen = c->integer(1) != 0;
        entries.append(entry);
    }
    return {};
}

} // namespace

Result<QList<ItemRef>> timelineOwners(const ReadContext &context, const ItemRef &item)
{
    QList<ItemRef> owners{item};
    for (qsizetype i = 0; i < owners.size(); ++i) {
        const ItemRef target = owners[i];
        auto c = context.connection.query(u"SELECT source_type, source_id FROM link WHERE target_type = ? AND target_id = ? "
                                          "AND kind = 'merge' AND deleted_at IS NULL"_s,
                                          {target.type, target.id});
        if (!c)
            return c.error();
        while (c->next()) {
            const ItemRef merged{c->integer(0), c->integer(1), {}};
            if (!owners.contains(merged))
                owners.append(merged);
        }
    }
    return owners;
}

Result<TimelinePage> readTimeline(const ReadContext &context, const ItemRef &item, const TimelinePosition &from, int limit)
{
    auto owners = timelineOwners(context, item);
    if (!owners)
        return owners.error();
    auto shared = sharedJournalOf(context.connection, *context.catalog, item, from.at, from.id, limit);
    if (!shared)
        return shared.error();
    QList<JournalEntry> rows = *shared;
    for (const ItemRef &owner : std::as_const(*owners)) {
        auto own = journalOf(context.connection, *context.catalog, owner, from.at, from.id, limit);
        if (!own)
            return own.error();
        rows += *own;
    }
    std::sort(rows.begin(), rows.end(),
              [](const JournalEntry &a, const JournalEntry &b) { return std::pair(a.at, a.id) > std::pair(b.at, b.id); });
    // What was merged in and its activities may both bring a row.
    rows.erase(
        std::unique(rows.begin(), rows.end(), [](const JournalEntry &a, const JournalEntry &b) { return a.id == b.id; }),
        rows.end());
    TimelinePage page;
    page.atEnd = rows.size() < limit;
    rows.resize(qMin<qsizetype>(rows.size(), limit));
    for (const JournalEntry &row : std::as_const(rows)) {
        page.end = {row.at, row.id};
        if (auto done = addConflicts(context, row, page.entries); !done)
            return done.error();
        const RecordTable *table = context.catalog->table(row.table);
        // What merging itself did to the other item is told once, by the link.
        const bool byMerge = row.actKind == u"merge" && !(row.owner == item);
        auto entry = row.table == u"comment"     ? fromComment(context, row)
            : row.table == u"activity"           ? fromActivity(context, row)
            : row.table == u"attachment"         ? fromAttachment(context, row)
            : row.table == u"link"               ? fromLink(context, item, row)
            : table && table->isItem && !byMerge ? fromItem(context, row)
                                                 : Result(std::optional<TimelineEntry>());
        if (!entry)
            return entry.error();
        if (*entry)
            page.entries.append(**entry);
    }
    return page;
}

} // namespace Kartoteka
