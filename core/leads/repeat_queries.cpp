// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/repeat_queries.h"

#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Kartoteka {

Result<QHash<QString, QSet<qint64>>> ownersOfKeys(const ReadContext &context, qint64 typeId, const QStringList &keys)
{
    QHash<QString, QSet<qint64>> owners;
    const RecordTable *table = context.table(typeId);
    if (!table || keys.isEmpty())
        return owners;
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact));
    auto cursor = context.connection.query(
        u"SELECT k.value, o.value FROM json_each(?) k, json_each((SELECT json_group_array(item) FROM (SELECT DISTINCT m.item "
        "FROM multi_value m INDEXED BY multi_value_key CROSS JOIN %1 t ON t.id = m.item WHERE m.key = k.value "
        "AND m.entity_type = ? AND t.deleted_at IS NULL LIMIT 2))) o"_s.arg(sqlName(table->name)),
        {list, typeId});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        owners[cursor->text(0)].insert(cursor->integer(1));
    return owners;
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

} // namespace Kartoteka
