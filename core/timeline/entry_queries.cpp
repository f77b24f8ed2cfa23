// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/entry_queries.h"

#include "core/timeline/timeline_entries.h"

namespace Kartoteka {

Result<std::optional<CommentWords>> standingComment(const ReadContext &context, qint64 id)
{
    auto comment = context.connection.query(u"SELECT text, edited_at FROM comment WHERE id = ? AND deleted_at IS NULL"_s,
                                            {id});
    if (!comment)
        return comment.error();
    if (!comment->next())
        return std::optional<CommentWords>();
    return std::optional(CommentWords{comment->text(0), comment->isNull(1) ? Value() : Value(comment->integer(1))});
}

Result<std::optional<FileWords>> standingFile(const ReadContext &context, qint64 id)
{
    auto file = context.connection.query(
        u"SELECT name, size FROM attachment WHERE id = ? AND deleted_at IS NULL AND role IS NULL"_s, {id});
    if (!file)
        return file.error();
    return file->next() ? std::optional(FileWords{file->text(0), file->integer(1)}) : std::nullopt;
}

Result<std::optional<ItemLink>> standingLink(const ReadContext &context, qint64 id)
{
    auto link = context.connection.query(u"SELECT kind, source_type, source_id, target_type, target_id FROM link "
                                         "WHERE id = ? AND kind IN ('merge', 'tunnel', 'related') AND deleted_at IS NULL"_s,
                                         {id});
    if (!link)
        return link.error();
    if (!link->next())
        return std::optional<ItemLink>();
    return std::optional(
        ItemLink{link->text(0), {link->integer(1), link->integer(2), {}}, {link->integer(3), link->integer(4), {}}});
}

Result<std::optional<ActivityWords>> activityWords(const ReadContext &context, qint64 id)
{
    auto activity = context.connection.query(u"SELECT title, description FROM activity WHERE id = ?"_s, {id});
    if (!activity)
        return activity.error();
    return activity->next() ? std::optional(ActivityWords{activity->text(0), activity->text(1)}) : std::nullopt;
}

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

Result<int> partsWrittenWith(const ReadContext &context, const JournalEntry &row, const QString &entity)
{
    auto count = context.connection.scalar(u"SELECT count(*) FROM journal WHERE owner_type = ? AND owner_id = ? AND at = ? "
                                           "AND act = ? AND entity = ?"_s,
                                           {row.owner.type, row.owner.id, row.at, row.act, entity});
    return count ? Result<int>(count->toInt()) : Result<int>(count.error());
}

Result<QList<std::pair<qint64, bool>>> conflictsOf(const ReadContext &context, qint64 row)
{
    auto cursor = context.connection.query(u"SELECT id, open FROM conflict WHERE winner = ? ORDER BY id"_s, {row});
    if (!cursor)
        return cursor.error();
    QList<std::pair<qint64, bool>> conflicts;
    while (cursor->next())
        conflicts.append({cursor->integer(0), cursor->integer(1) != 0});
    return conflicts;
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

Result<Value> writtenBefore(const ReadContext &context, const TimelineEntry &entry, const QString &column)
{
    const RecordTable *table = context.table(entry.owner.type);
    if (!table)
        return Value();
    auto rows = journalOf(context.connection, *context.catalog, entry.owner, entry.at, entry.id + 1, 1,
                          {u"j.entity = ? AND json_type(j.patch, ?) IS NOT NULL"_s, {table->entity, u"$."_s + column}});
    if (!rows)
        return rows.error();
    for (const JournalEntry &row : std::as_const(*rows)) {
        for (const FieldChange &change : row.fields) {
            if (change.field == column)
                return change.after;
        }
    }
    return Value();
}

} // namespace Kartoteka
