// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

#include <QSet>

#include <optional>

namespace Kartoteka {

/// An item and its index in a list.
struct Place
{
    qint64 id = 0;
    qsizetype at = 0;
    bool operator==(const Place &) const = default;
};

/// Where the @p changed items stand now in @p list, the list of the query as it was before they changed; in order. What
/// no longer answers the query is left out. All others are taken to stand as they stood: each place is found by comparing
/// with some of them, so that a list of a million costs twenty comparisons. Nothing when the list is found to be out of
/// date: it is to be read anew then.
Result<std::optional<QList<Place>>> placesOf(const ReadContext &context, const ItemQuery &query, QList<qint64> list,
                                             const QSet<qint64> &changed);

} // namespace Kartoteka
