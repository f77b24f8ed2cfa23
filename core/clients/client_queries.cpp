// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/client_queries.h"

#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

Result<QList<qint64>> idsByBeginning(const ReadContext &context, const RecordTable &table, const QString &folded, int limit)
{
    QList<qint64> ids;
    const QString column = sqlName(Codes::title + u"_fold"_s);
    auto cursor = context.connection.query(u"SELECT id FROM %1 WHERE %2 >= ? AND %2 < ? AND deleted_at IS NULL "
                                           "ORDER BY %2 LIMIT ?"_s.arg(sqlName(table.name), column),
                                           {folded, folded + QChar(QChar::LastValidCodePoint & 0xFFFF), limit});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        ids << cursor->integer(0);
    return ids;
}

} // namespace Kartoteka
