// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// What a condition is compiled for.
struct CompileContext
{
    const ReadContext &read;
    const RecordTable &table;
    QueryMoment moment;
    bool scan = false; ///< rows are looked at one by one: no index is asked that would list all matches first
};

/// One condition or group as SQL on the table aliased t, all values bound.
Result<CompiledQuery> compileCondition(const CompileContext &context, const Condition &condition);

} // namespace Kartoteka
