// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline_entries.h"

#include "core/items/item_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/timeline/entry_queries.h"

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

/// An amount that follows from the rows of products is told by the entry that tells of them.
Result<void> tellByParts(const ReadContext &context, const JournalEntry &row, TimelineEntry &entry)
{
    const Field *amount = context.schema->field(row.owner.type, Codes::amount);
    if (!amount || entry.changes.size() != 1 || entry.changes.constFirst().field != amount->column)
        return {};
    auto rows = partsWrittenWith(context, row, Codes::productRow);
    if (!rows)
        return rows.error();
    if (*rows > 0) {
        entry.kind = EntryKind::Parts;
        entry.text = Codes::productRow;
        entry.count = *rows;
    }
    return {};
}

/// An amount that was typed by hand says that the products no longer make it; one that is computed again, that they do.
void tellOfProducts(const ReadContext &context, const JournalEntry &row, TimelineEntry &entry)
{
    const FieldChange *automatic = find(row.fields, Codes::amountAuto);
    const Field *amount = context.schema->field(row.owner.type, Codes::amount);
    if (automatic && amount && entry.kind == EntryKind::FieldsChanged && find(entry.changes, amount->column))
        entry.changes.append(*automatic);
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
    if (entry.changes.isEmpty())
        return std::optional<TimelineEntry>();
    if (auto told = tellByParts(context, row, entry); !told)
        return told.error();
    tellOfProducts(context, row, entry);
    return std::optional(entry);
}

Result<std::optional<TimelineEntry>> fromComment(const ReadContext &context, const JournalEntry &row)
{
    if (row.operation != Operation::Create)
        return std::optional<TimelineEntry>();
    auto comment = standingComment(context, row.record);
    if (!comment || !*comment)
        return comment ? Result(std::optional<TimelineEntry>()) : Result<std::optional<TimelineEntry>>(comment.error());
    TimelineEntry entry = base(row, EntryKind::Comment);
    entry.comment = row.record;
    entry.text = (*comment)->text;
    entry.editedAt = (*comment)->editedAt;
    return std::optional(entry);
}

Result<std::optional<TimelineEntry>> fromAttachment(const ReadContext &context, const JournalEntry &row)
{
    if (row.operation != Operation::Create)
        return std::optional<TimelineEntry>();
    auto file = standingFile(context, row.record);
    if (!file || !*file)
        return file ? Result(std::optional<TimelineEntry>()) : Result<std::optional<TimelineEntry>>(file.error());
    TimelineEntry entry = base(row, EntryKind::File);
    entry.attachment = row.record;
    entry.text = (*file)->name;
    entry.size = (*file)->size;
    return std::optional(entry);
}

/// Links tell of a merge, and of what a tunnel made; those of a conversion are told by the items themselves.
Result<std::optional<TimelineEntry>> fromLink(const ReadContext &context, const ItemRef &self, const JournalEntry &row)
{
    if (row.operation != Operation::Create)
        return std::optional<TimelineEntry>();
    auto found = standingLink(context, row.record);
    if (!found || !*found)
        return found ? Result(std::optional<TimelineEntry>()) : Result<std::optional<TimelineEntry>>(found.error());
    const ItemLink &link = **found;
    TimelineEntry entry = base(row,
                               link.kind == u"merge"        ? EntryKind::Merged
                                   : link.kind == u"tunnel" ? EntryKind::Tunnelled
                                                            : EntryKind::Linked);
    entry.into = link.source == self;
    entry.record = entry.into ? link.target : link.source;
    return std::optional(entry);
}

Result<std::optional<TimelineEntry>> fromActivity(const ReadContext &context, const JournalEntry &row)
{
    auto activity = activityWords(context, row.record);
    if (!activity)
        return activity.error();
    if (!*activity || row.operation == Operation::Erase)
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
    entry.text = (*activity)->title;
    entry.note = (*activity)->description;
    if (row.operation == Operation::Create)
        return std::optional(entry);
    for (const Field &field : context.schema->fields(type)) {
        const FieldChange *change = find(row.fields, field.column);
        // In which zone a series is counted is written down by itself when it begins.
        const bool isOwnZone = change && field.code == Codes::timeZone && change->before.toString().isEmpty();
        if (change && field.editable && change->before != change->after && !isOwnZone)
            entry.changes.append(*change);
    }
    return std::optional(entry);
}

/// Rows of its own that the item consists of: how many of them the act wrote.
Result<std::optional<TimelineEntry>> fromParts(const ReadContext &context, const JournalEntry &row)
{
    TimelineEntry entry = base(row, EntryKind::Parts);
    entry.text = row.table;
    auto count = partsWrittenWith(context, row, row.table);
    if (!count)
        return count.error();
    entry.count = *count;
    return std::optional(entry);
}

/// Conflicts stand with the write that won them.
Result<void> addConflicts(const ReadContext &context, const JournalEntry &row, QList<TimelineEntry> &entries)
{
    auto conflicts = conflictsOf(context, row.id);
    if (!conflicts)
        return conflicts.error();
    for (const auto &[id, isOpen] : std::as_const(*conflicts)) {
        TimelineEntry entry = base(row, EntryKind::Conflict);
        entry.conflict = id;
        entry.isOpen = isOpen;
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

} // namespace Kartoteka
