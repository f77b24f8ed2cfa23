// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// One condition as SQL on the table aliased t, all values bound.
Result<CompiledQuery> compileCondition(const ReadContext &context, const RecordTable &table, const Condition &condition,
                                       const QueryMoment &moment);

} // namespace Kartoteka
