// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What was to be done for items that are all in the recycle bin is to be done no more: an activity, `t`, that belongs to none or
/// to one that is not there.
QString isOutsideBin(const Schema &schema);

/// Activities that name an item, in the recycle bin too; at most @p most.
Result<QList<qint64>> activitiesNaming(const ReadContext &context, const ItemRef &item, int most);

} // namespace Kartoteka
