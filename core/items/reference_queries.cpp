// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/reference_queries.h"

#include "core/store/db/sql_name.h"

namespace Kartoteka {

Result<QList<qint64>> rowsThatName(const ReadContext &context, const RecordTable &table, const RecordColumn &column,
                                   const ItemRef &item)
{
    const bool any = column.target.isEmpty(); // it leads to items of whatever type
    const EntityType *type = context.schema->type(item.type);
    if (column.type != FieldType::Link || (!any && column.target != type->code))
        return QList<qint64>{};
    QString sql = u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(sqlName(table.name), sqlName(column.code));
    if (column.multiple) {
        sql = u"SELECT item FROM multi_value WHERE entity_type = %1 AND field = %2 AND ref = ?%3"_s.arg(
            QString::number(table.typeId), QString::number(column.field),
            any ? u" AND ref_type = %1"_s.arg(item.type) : QString());
    } else if (any) {
        sql = u"SELECT id FROM %1 WHERE %2 = %3 AND %4 = ?"_s.arg(sqlName(table.name), sqlName(column.code, u"_type"))
                  .arg(item.type)
                  .arg(sqlName(column.code, u"_id"));
    }
    auto cursor = context.connection.query(sql, {item.id});
    if (!cursor)
        return cursor.error();
    QList<qint64> rows;
    while (cursor->next())
        rows.append(cursor->integer(0));
    return rows;
}

Result<Members> membersOf(const ReadContext &context, const RecordTable &table, const RecordColumn &column, qint64 row)
{
    auto cursor = context.connection.query(u"SELECT value, label, ref_type, ref FROM multi_value WHERE entity_type = ? AND "
                                           "item = ? AND field = ? ORDER BY position"_s,
                                           {table.typeId, row, column.field});
    if (!cursor)
        return cursor.error();
    Members members;
    while (cursor->next())
        members.append({cursor->text(0), cursor->text(1), {cursor->integer(2), cursor->integer(3), {}}, {}});
    return members;
}

} // namespace Kartoteka
