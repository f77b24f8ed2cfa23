// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/attachment_queries.h"

#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/read_ids.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

const QString columns = u"id, owner_type, owner_id, name, size, digest, created_by, created_at"_s;

Attachment readRow(const Cursor &c)
{
    return {c.integer(0), {c.integer(1), c.integer(2), {}}, c.text(3), c.integer(4), c.text(5), c.integer(6), c.integer(7)};
}

} // namespace

Result<QList<Attachment>> readAttachments(const ReadContext &context, const ItemRef &item)
{
    auto cursor = context.connection.query(
        u"SELECT %1 FROM attachment WHERE owner_type = ? AND owner_id = ? AND deleted_at IS NULL AND role IS NULL ORDER BY id"_s
            .arg(columns),
        {item.type, item.id});
    if (!cursor)
        return cursor.error();
    QList<Attachment> found;
    while (cursor->next())
        found.append(readRow(*cursor));
    return found;
}

Result<Attachment> readAttachment(const ReadContext &context, qint64 id)
{
    auto cursor = context.connection.query(u"SELECT %1 FROM attachment WHERE id = ?"_s.arg(columns), {id});
    if (!cursor)
        return cursor.error();
    if (!cursor->next())
        return Error{ErrorCode::NotFound, Texts::tr("The file is no longer attached."), {}, {}};
    return readRow(*cursor);
}

Result<Attachment> readAttachment(const ReadContext &context, const QString &digest)
{
    auto cursor = context.connection.query(
        u"SELECT %1 FROM attachment WHERE digest = ? ORDER BY deleted_at IS NOT NULL, id LIMIT 1"_s.arg(columns), {digest});
    if (!cursor)
        return cursor.error();
    if (!cursor->next())
        return Error{ErrorCode::NotFound, Texts::tr("The file is no longer attached."), {}, {}};
    return readRow(*cursor);
}

Result<QList<qint64>> holdersOf(const ReadContext &context, const EntityType &type, const Field &field,
                                const QList<qint64> &attachments)
{
    const QString ids = idList(attachments);
    auto cursor = field.multiple
        ? context.connection.query(
            u"SELECT item FROM multi_value WHERE field = ? AND ref IN (SELECT value FROM json_each(?))"_s, {field.id, ids})
        : context.connection.query(u"SELECT id FROM %1 WHERE %2 IN (SELECT value FROM json_each(?))"_s.arg(
                                       sqlName(type.table), sqlName(field.column)),
                                   {ids});
    if (!cursor)
        return cursor.error();
    QSet<qint64> holders;
    while (cursor->next())
        holders.insert(cursor->integer(0));
    return holders.values();
}

Result<QList<qint64>> attachmentsOf(const ReadContext &context, qint64 typeId, const QList<qint64> &items)
{
    return readIds(context,
                   u"SELECT id FROM attachment WHERE owner_type = ? AND owner_id IN (SELECT value FROM json_each(?))"_s,
                   {typeId, idList(items)});
}

} // namespace Kartoteka
