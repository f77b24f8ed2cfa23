// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// What was committed since a row of the journal, as a query sees it.
struct ChangedItems
{
    QList<qint64> ids;      ///< of its type; few
    qint64 journal = 0;     ///< up to which row this is told
    bool isAnother = false; ///< too much has changed, or something that says nothing of single items: read all anew
    bool concernsOthers =
        false; ///< what items show of linked records or of their activities may have changed elsewhere, too
};

/// @p ordered: codes of fields by which the items are ordered or grouped, besides those that the query names; "activity" for
/// what their plans say. Asks the journal, and no item.
Result<ChangedItems> changedItems(const ReadContext &context, const ItemQuery &query, const QStringList &ordered,
                                  qint64 since);

} // namespace Kartoteka
