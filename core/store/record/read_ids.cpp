// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/read_ids.h"

namespace Kartoteka {

Result<QList<qint64>> readIds(const ReadContext &context, const QString &sql, const QVariantList &bound)
{
    auto cursor = context.connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    QList<qint64> ids;
    while (cursor->next()) {
        ids.append(cursor->integer(0));
        if (ids.size() % cancelCheckRows == 0 && context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    }
    return ids;
}

} // namespace Kartoteka
