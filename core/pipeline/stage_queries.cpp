// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_queries.h"

#include "core/store/db/sql_name.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

Result<qint64> countStanding(const ReadContext &context, qint64 typeId, const QString &column, qint64 id)
{
    auto count = context.connection.scalar(
        u"SELECT count(*) FROM %1 WHERE %2 = ?"_s.arg(sqlName(context.table(typeId)->name), sqlName(column)), {id});
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

} // namespace Kartoteka
