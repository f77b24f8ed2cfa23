// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// A query's rows that one of its conditions leaves, as `SELECT … AS id` in order of id: an index holds them so, and whoever
/// reads on stops when the page is full. Of several conditions the one that tends to leave the fewest; nothing where no index
/// has such an order. Empty, not an error, for conditions that make no sense.
std::optional<CompiledQuery> rowsOfOneCondition(const ReadContext &context, const ItemQuery &query, bool descending);

} // namespace Kartoteka
