// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/query/item_query.h"

namespace Kartoteka {

/// Whether an item answers a condition.
enum class Match {
    No,
    Yes,
    NeedsDatabase, ///< it is about linked items, activities or history, or the condition does not make sense
};

/// Asks the values of a loaded item, of all its fields: the same answer as compileCondition() gives, without the file.
Match matches(const Schema &schema, const Condition &condition, const Item &item, const QueryMoment &moment);
/// … whether it answers all of them.
Match matches(const Schema &schema, const QList<Condition> &conditions, const Item &item, const QueryMoment &moment);

} // namespace Kartoteka
