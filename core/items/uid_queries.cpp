// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/uid_queries.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

Result<qint64> rowOfUid(const ReadContext &context, const QString &table, const QUuid &uid)
{
    const RecordTable *known = context.catalog->table(table);
    if (!known)
        return 0;
    auto id = context.connection.scalar(u"SELECT id FROM %1 WHERE uid = ?"_s.arg(sqlName(known->name)), {uidBytes(uid)});
    return id ? Result<qint64>(id->toLongLong()) : Result<qint64>(id.error());
}

Result<Value> valueOfUid(const ReadContext &context, const QString &table, const QString &column, const QUuid &uid)
{
    const RecordTable *known = context.catalog->table(table);
    if (!known)
        return Value();
    return context.connection.scalar(
        u"SELECT %1 FROM %2 WHERE uid = ? AND deleted_at IS NULL"_s.arg(sqlName(column), sqlName(known->name)),
        {uidBytes(uid)});
}

} // namespace Kartoteka
