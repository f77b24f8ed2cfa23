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
        u"SELECT m.key, m.item FROM json_each(?) k CROSS JOIN multi_value m INDEXED BY multi_value_key ON m.key = k.value "
        "AND m.entity_type = ? CROSS JOIN %1 t ON t.id = m.item WHERE t.deleted_at IS NULL"_s.arg(sqlName(table->name)),
        {list, typeId});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        owners[cursor->text(0)].insert(cursor->integer(1));
    return owners;
}

Result<QHash<qint64, QList<qint64>>> openItemsOf(const ReadContext &context, const RecordTable &table, const QString &column,
                                                 const QList<qint64> &clients)
{
    QHash<qint64, QList<qint64>> open;
    if (clients.isEmpty() || table.indexOf(column) < 0)
        return open;
    auto cursor = context.connection.query(
        u"SELECT t.%2, t.id FROM json_each(?) k CROSS JOIN %1 t ON t.%2 = k.value JOIN stage s ON s.id = t.stage "
        "WHERE t.%2 IS NOT NULL AND t.deleted_at IS NULL AND s.stage_group = 'in_progress'"_s.arg(sqlName(table.name),
                                                                                                  sqlName(column)),
        {idList(clients)});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        open[cursor->integer(0)].append(cursor->integer(1));
    return open;
}

} // namespace Kartoteka
