// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// The first items of a query that is sorted by the title of what @p link leads to: those that lead nowhere, which come
/// first or last together, and then target by target in order of their titles. Nothing when too few answer on the way.
Result<std::optional<QList<qint64>>> pageByLink(const ReadContext &context, const ItemQuery &query,
                                                const CompiledQuery &compiled, const Field &link, const QString &order,
                                                int limit);

} // namespace Kartoteka
