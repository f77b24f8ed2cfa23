// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

namespace Kartoteka {

/// How an item came into the stage it stands in.
struct Arrival
{
    qint64 item = 0;
    qint64 stage = 0;
    int entry = 0;   ///< the how manieth time it came into this stage
    QString actKind; ///< of the act that moved it there last
};
/// Of those of @p ids that stand in one of @p stages and are not deleted, in order.
Result<QList<Arrival>> arrivalsIn(const ReadContext &context, const RecordTable &table, const QList<qint64> &stages,
                                  const QList<qint64> &ids);

/// Records of a table that an act wrote, by row id.
Result<QList<qint64>> recordsOfAct(const ReadContext &context, const RecordTable &table, const QUuid &act);

} // namespace Kartoteka
