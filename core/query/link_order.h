// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// A field of what a link leads to.
struct LinkedKey
{
    const Field *link = nullptr;
    const Field *field = nullptr;
};

/// The first items of a query that is sorted by @p key first: those that have none, which come first or last together, and
/// then target by target in order of the key. Nothing when too few answer on the way, or no index holds the order.
Result<std::optional<QList<qint64>>> pageByLink(const ReadContext &context, const ItemQuery &query,
                                                const CompiledQuery &compiled, const LinkedKey &key, const QString &order,
                                                int limit);

} // namespace Kartoteka
