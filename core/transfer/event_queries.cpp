// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_queries.h"

#include "core/base/fold.h"
#include "core/store/record/read_ids.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

Result<QList<qint64>> timesOfUid(const ReadContext &context, const QString &icsUid)
{
    return readIds(context,
                   u"SELECT id FROM activity INDEXED BY activity_ics_uid WHERE ics_uid_fold = ? AND deleted_at IS NULL "
                   "AND ics_uid = ? AND series IS NULL AND occurrence IS NOT NULL ORDER BY id"_s,
                   {fold(icsUid), icsUid});
}

} // namespace Kartoteka
