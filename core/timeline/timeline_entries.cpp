// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline_entries.h"

#include "core/items/item_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

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
    entry.acts = {row.act};
    entry.actKind = row.actKind;
    entry.owner = row.owner;
    entry.since = row.at;
    return entry;
}

/// What the item's own row says; nullopt when nothing worth telling.
Result<std::optional<TimelineEntry>> fromItem(const ReadContext &context, const JournalEntry &row)
{
    const ItemRef self = row.owner;
    if (row.operation == Operation::Create) {
        TimelineEntry entry = base(row,
                                   row.actKind == ActKinds::importing     ? EntryKind::Imported
                                       : row.actKind == ActKinds::convert ? EntryKind::ConvertedFrom
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
        TimelineEntry entry = base(row, row.actKind == ActKinds::convert ? EntryKind::ConvertedTo : EntryKind::StageChanged);
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
    auto comment = context.connection.query(u"SELECT text, edited_at FROM comment WHERE id = ? AND deleted_at IS NULL"_s,
                                            {row.record});
    if (!comment)
        return comment.error();
    if (!comment->next())
        return std::optional<TimelineEntry>();
    TimelineEntry entry = base(row, EntryKind::Comment);
    entry.comment = row.record;
    entry.text = comment->text(0);
    entry.editedAt = comment->isNull(1) ? Value() : Value(comment->integer(1));
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
                                         "WHERE id = ? AND kind IN ('merge', 'tunnel', 'related') AND deleted_at IS NULL"_s,
                                         {row.record});
    if (!link)
        return link.error();
    if (!link->next())
        return std::optional<TimelineEntry>();
    const QString kind = link->text(4);
    TimelineEntry entry = base(row,
                               kind == u"merge"        ? EntryKind::Merged
                                   : kind == u"tunnel" ? EntryKind::Tunnelled
                                                       : EntryKind::Linked);
    const ItemRef source{link->integer(0), link->integer(1), {}};
    entry.into = source == self;
    entry.record = entry.into ? ItemRef{link->integer(2), link->integer(3), {}} : source;
    return std::optional(entry);
}

/// Whether an activity was made, or completed, when a row did so: two seats may do it without knowing of each other.
Result<bool> isToldBefore(const ReadContext &context, const JournalEntry &row)
{
    const QString told = row.operation == Operation::Create
        ? u"operation = 'create'"_s
        : u"coalesce(json_extract(patch, '$.done[1]'), json_extract(patch, '$.done')) IS NOT NULL"_s;
    auto before = context.connection.query(
        u"SELECT operation, coalesce(json_extract(patch, '$.done[1]'), json_extract(patch, '$.done')) "
        "FROM journal WHERE entity = 'activity' AND record = ? AND (at, id) < (?, ?) AND %1 "
        "ORDER BY at DESC, id DESC LIMIT 1"_s.arg(told),
        {row.record, row.at, row.id});
    if (!before)
        return before.error();
    return before->next() && (row.operation == Operation::Create || before->integer(1) != 0);
}

Result<std::optional<TimelineEntry>> fromActivity(const ReadContext &context, const JournalEntry &row)
{
    auto activity = context.connection.query(u"SELECT title, description FROM activity WHERE id = ?"_s, {row.record});
    if (!activity)
        return activity.error();
    if (!activity->next() || row.operation == Operation::Erase)
        return std::optional<TimelineEntry>();
    EntryKind kind = EntryKind::ActivityChanged;
    const FieldChange *done = find(row.fields, u"done"_s);
    const FieldChange *deleted = find(row.fields, u"deleted_at"_s);
    if (row.operation == Operation::Create) // what was noted after it was done was never planned
        kind = done && done->after.toBool() ? EntryKind::ActivityCompleted : EntryKind::ActivityPlanned;
    else if (deleted && deleted->after.isValid())
        kind = EntryKind::ActivityDeleted;
    else if (done)
        kind = done->after.toBool() ? EntryKind::ActivityCompleted : EntryKind::ActivityReopened;
    else if (find(row.fields, Codes::deadline))
        kind = EntryKind::ActivityRescheduled;
    else if (find(row.fields, u"items"_s))
        return std::optional<TimelineEntry>(); // carried over by a conversion, which tells it itself
    if (kind == EntryKind::ActivityPlanned || kind == EntryKind::ActivityCompleted) {
        auto told = isToldBefore(context, row);
        if (!told || *told)
            return told ? Result(std::optional<TimelineEntry>()) : Result<std::optional<TimelineEntry>>(told.error());
    }
    TimelineEntry entry = base(row, kind);
    const qint64 type = context.catalog->table(row.table)->typeId;
    entry.record = {type, row.record, {}};
    entry.text = activity->text(0);
    entry.note = activity->text(1);
    if (row.operation == Operation::Create)
        return std::optional(entry);
    for (const Field &field : context.schema->fields(type)) {
        const FieldChange *change = find(row.fields, field.column);
        if (change && field.editable)
            entry.changes.append(*change);
    }
    return std::optional(entry);
}

/// Rows of its own that the item consists of: how many of them the act wrote.
Result<std::optional<TimelineEntry>> fromParts(const ReadContext &context, const JournalEntry &row)
{
    TimelineEntry entry = base(row, EntryKind::Parts);
    entry.text = row.table;
    auto count = context.connection.scalar(u"SELECT count(*) FROM journal WHERE owner_type = ? AND owner_id = ? AND at = ? "
                                           "AND act = ? AND entity = ?"_s,
                                           {row.owner.type, row.owner.id, row.at, row.act, row.table});
    if (!count)
        return count.error();
    entry.count = count->toInt();
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

Result<QList<TimelineEntry>> entriesOf(const ReadContext &context, const ItemRef &item, const JournalEntry &row)
{
    QList<TimelineEntry> entries;
    if (auto done = addConflicts(context, row, entries); !done)
        return done.error();
    const RecordTable *table = context.catalog->table(row.table);
    // What merging itself did to the other item is told once, by the link.
    const bool byMerge = row.actKind == ActKinds::merge && !(row.owner == item);
    auto entry = row.table == u"comment" ? fromComment(context, row)
        : row.table == u"activity"       ? fromActivity(context, row)
        : row.table == u"attachment"     ? fromAttachment(context, row)
        : row.table == u"link"           ? fromLink(context, item, row)
        : !table || !table->isItem       ? fromParts(context, row)
        : byMerge                        ? Result(std::optional<TimelineEntry>())
                                         : fromItem(context, row);
    if (!entry)
        return entry.error();
    if (*entry)
        entries.append(**entry);
    return entries;
}

JournalCondition tellingRows(const Catalog &catalog)
{
    QStringList whole{u"'comment'"_s, u"'attachment'"_s, u"'link'"_s, u"'activity'"_s};
    for (const QString &code : catalog.codes()) {
        if (const RecordTable *table = catalog.table(code); table->isItem)
            whole << u"'%1'"_s.arg(table->entity);
    }
    // Of the same moment: that is a range of the index that the page is read from, whatever else the act wrote.
    return {u"((j.entity NOT IN ('comment', 'attachment', 'link') OR j.operation = 'create') "
            "AND (j.entity IN (%1) OR NOT EXISTS (SELECT 1 FROM journal k WHERE k.owner_type = j.owner_type "
            "AND k.owner_id = j.owner_id AND k.at = j.at AND k.id > j.id AND k.act = j.act AND k.entity = j.entity))) "
            "OR EXISTS (SELECT 1 FROM conflict c WHERE c.winner = j.id)"_s.arg(whole.join(u", "_s)),
            {}};
}

} // namespace Kartoteka
