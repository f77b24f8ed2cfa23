// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/column_source.h"

namespace Kartoteka {

/// The columns of the activities board (DayColumn): an item stands by the earliest of its open activities, in Today when one
/// of them is incoming, in Overdue before all; without a deadline in Later, behind those that have one; in None when nothing
/// is planned. Counted are everybody's activities of the item, or those of the person who asks alone, by the setting
/// `counter_mode`. @p pipeline: of the items, 0: any. What is asked of such a board is a plannedQuery().
ColumnsPtr planColumns(const Schema &schema, qint64 typeId, qint64 pipeline, const QueryMoment &moment);

/// The query within what is in progress, where its type has stages: in final ones nothing has to be planned.
ItemQuery plannedQuery(const Schema &schema, ItemQuery query);

} // namespace Kartoteka
