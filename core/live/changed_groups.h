// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/listing.h"

#include <optional>

namespace Kartoteka {

/// The groups of a grouped listing after @p delta, whose changed items stood at @p rows (ascending). Only the groups that
/// those were in or are in now are read; nothing when what was read does not fit the listing.
Result<std::optional<QList<ItemGroup>>> followGroups(const ReadContext &context, const ItemQuery &query,
                                                     const Listing &before, const QList<qsizetype> &rows,
                                                     const RowDelta &delta);

} // namespace Kartoteka
