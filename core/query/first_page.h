// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// Rows that a query goes through in some milliseconds, in the hope that enough of them fit.
constexpr int walkedRows = 8'000;

/// The first @p limit items of a query, without listing all that answer it: by walking an order that an index holds until
/// the page is full (docs/decisions/0015). Nothing when that does not help: the query is to be run as it stands.
Result<std::optional<QList<qint64>>> firstPage(const ReadContext &context, const ItemQuery &query,
                                               const CompiledQuery &compiled, const QString &order, int limit, int offset);

/// Whether the newest items say that far more than @p few answer a query.
Result<bool> areMany(const ReadContext &context, const ItemQuery &query, qint64 few);

} // namespace Kartoteka
