// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/row_delta.h"
#include "core/query/group_query.h"

namespace Kartoteka {

/// What a query lists, as of one moment of the file.
struct Listing
{
    QList<qint64> ids;       ///< in order
    QList<ItemGroup> groups; ///< with ItemQuery::groupBy, in the order of their items
    qint64 journal = 0;      ///< the last row of the journal that is in it
};

/// Ids and groups of one moment. Reads as much as there is.
Result<Listing> readListing(const ReadContext &context, const ItemQuery &query);

/// What became of a listing.
struct ListingChange
{
    RowDelta delta;
    QList<ItemGroup> groups = {}; ///< Listing::groups from here on
    qint64 journal = 0;           ///< Listing::journal from here on
    /// Too much has changed, or something that says nothing of its rows: it is to be read anew, and `delta` is empty.
    bool isAnother = false;
    /// What any item shows of linked ones or of its plan may have changed, too.
    bool concernsOthers = false;
};

/// Follows a listing to what the file holds now: the journal names what changed since, and only that is
/// looked at, whatever the order and however long the list (some statements bounded by ids for each, and one that sums up the groups that changed).
Result<ListingChange> followListing(const ReadContext &context, const ItemQuery &query, const Listing &before);

} // namespace Kartoteka
