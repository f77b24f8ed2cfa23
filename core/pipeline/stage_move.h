// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change_set.h"
#include "core/store/read_pool.h"

namespace Kartoteka {

/// The stage is reached by making other items of this one (a lead), not by moving it there.
bool isWonByConversion(const EntityType &type, const Stage &stage);

/// Where on a board a card is put: between these two ranks. No rank: on top of the column.
struct BoardPlace
{
    std::optional<double> above;
    std::optional<double> below;
};

/// The rank of a card between its new neighbours; none when it goes on top.
std::optional<double> rankBetween(const BoardPlace &place);

/// The move of an item to a stage of its type, in any pipeline. Refused, with the field's code in
/// Error::where, when the stage does not exist or fields that are required stay empty.
Result<ChangeSet> planMove(const ReadContext &context, const ItemRef &ref, qint64 stage, const BoardPlace &place = {},
                           QList<FieldValue> values = {});

/// A new place in the same column.
ChangeSet planReorder(const EntityType &type, qint64 id, double rank);

} // namespace Kartoteka
