// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/repeat_queries.h"

#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

Result<QHash<QString, QSet<qint64>>> ownersOfKeys(const ReadContext &context, qint64 typeId, const QStringList &keys)
{
    QHash<QString, QSet<qint64>> owners;
    const RecordTable *table = context.table(typeId);
    if (!table || keys.isEmpty())
        return owners;
    auto cursor = context.connection.query(
        u"SELECT k.value, o.value FROM json_each(?) k, json_each((SELECT json_group_array(item) FROM (SELECT DISTINCT m.item "
        "FROM multi_value m INDEXED BY multi_value_key CROSS JOIN %1 t ON t.id = m.item WHERE m.key = k.value "
        "AND m.entity_type = ? AND t.deleted_at IS NULL LIMIT 2))) o"_s.arg(sqlName(table->name)),
        {textList(keys), typeId});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        owners[cursor->text(0)].insert(cursor->integer(1));
    return owners;
}

Result<QList<qint64>> itemsWithClients(const ReadContext &context, const RecordTable &table, const QStringList &columns,
                                       const QList<qint64> &clientTypes, const QList<qint64> &ids)
{
    QStringList reach; // the fields that tell who somebody is
    for (const Field &field : context.schema->fields(table.typeId)) {
        if (field.type == FieldType::Phone || field.type == FieldType::Email)
            reach << QString::number(field.id);
    }
    QStringList types;
    for (const qint64 type : clientTypes)
        types << QString::number(type);
    QStringList ways;
    for (const QString &column : columns)
        ways << u"t.%1 IS NOT NULL"_s.arg(sqlName(column));
    ways << u"EXISTS (SELECT 1 FROM multi_value v INDEXED BY multi_value_item CROSS JOIN multi_value m INDEXED BY "
            "multi_value_key ON m.key = v.key AND m.entity_type IN (%1) WHERE v.entity_type = %2 AND v.item = t.id AND "
            "v.field IN (%3))"_s.arg(types.join(u','), QString::number(table.typeId), reach.join(u','));
    auto cursor = context.connection.query(
        u"SELECT t.id FROM json_each(?) i CROSS JOIN %1 t ON t.id = i.value WHERE %2"_s.arg(sqlName(table.name),
                                                                                            ways.join(u" OR "_s)),
        {idList(ids)});
    if (!cursor)
        return cursor.error();
    QList<qint64> found;
    while (cursor->next())
        found << cursor->integer(0);
    std::sort(found.begin(), found.end());
    return found;
}

Result<QSet<qint64>> busyClients(const ReadContext &context, const RecordTable &table, const QString &column,
                                 const QList<qint64> &clients, const QList<qint64> &besides)
{
    QSet<qint64> busy;
    if (clients.isEmpty() || table.indexOf(column) < 0)
        return busy;
    auto cursor = context.connection.query(
        u"SELECT k.value FROM json_each(?) k WHERE EXISTS (SELECT 1 FROM %1 t JOIN stage s ON s.id = t.stage "
        "WHERE t.%2 = k.value AND t.deleted_at IS NULL AND s.stage_group = 'in_progress' "
        "AND t.id NOT IN (SELECT value FROM json_each(?)))"_s.arg(sqlName(table.name), sqlName(column)),
        {idList(clients), idList(besides)});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        busy.insert(cursor->integer(0));
    return busy;
}

Result<bool> isMadeWith(const ReadContext &context, const ItemRef &item, const ItemRef &client)
{
    // What is told of a client first is its making; the index has both in order.
    auto found = context.connection.scalar(
        u"SELECT EXISTS (SELECT 1 FROM journal j WHERE j.owner_type = ? AND j.owner_id = ? AND +j.act = "
        "(SELECT act FROM journal WHERE owner_type = ? AND owner_id = ? ORDER BY at, id LIMIT 1))"_s,
        {item.type, item.id, client.type, client.id});
    return found ? Result<bool>(found->toBool()) : Result<bool>(found.error());
}

} // namespace Kartoteka
