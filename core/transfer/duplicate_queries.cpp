// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/duplicate_queries.h"

#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

Result<QHash<QString, qint64>> firstByKeys(const ReadContext &context, qint64 typeId, const QStringList &keys)
{
    auto cursor = context.connection.query(
        u"SELECT k.value, (SELECT m.item FROM multi_value m INDEXED BY multi_value_key CROSS JOIN %1 t ON t.id = m.item "
        "WHERE m.key = k.value AND m.entity_type = ? AND t.deleted_at IS NULL ORDER BY m.item LIMIT 1) FROM json_each(?) k"_s
            .arg(sqlName(context.table(typeId)->name)),
        {typeId, textList(keys)});
    if (!cursor)
        return cursor.error();
    QHash<QString, qint64> first;
    while (cursor->next()) {
        if (!cursor->isNull(1))
            first.insert(cursor->text(0), cursor->integer(1));
    }
    return first;
}

Result<std::pair<QString, QString>> numberAndTitle(const ReadContext &context, const EntityType &type, qint64 id)
{
    auto item = context.connection.query(u"SELECT number, title FROM %1 WHERE id = ?"_s.arg(sqlName(type.table)), {id});
    if (!item)
        return item.error();
    return item->next() ? std::pair(item->text(0), item->text(1)) : std::pair<QString, QString>();
}

} // namespace Kartoteka
