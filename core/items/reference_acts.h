// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Turns whatever refers to an item (comments, activities, files, links, fields of other items) to another one of its
/// type. Adds to @p changes. @return how many records it touches.
Result<qsizetype> redirectReferences(const ReadContext &context, const ItemRef &from, const ItemRef &to, ChangeSet &changes);

/// Erases items of the recycle bin for good, with the comments, files and links that are theirs alone; activities that are for
/// nothing else are deleted, and fields of other items that name them become empty. Refused for what is not in the recycle bin.
Result<ChangeSet> planPurge(const ReadContext &context, const EntityType &type, const QList<qint64> &ids);

} // namespace Kartoteka
