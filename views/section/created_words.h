// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/query/item_query.h"

namespace Kartoteka {

class Store;

/// What is said of an item that was just made: its title, and that a section which shows @p query does not show it, where
/// the filter leaves it out.
QString createdWords(const Store &store, const ItemQuery &query, const Item &item);

} // namespace Kartoteka
