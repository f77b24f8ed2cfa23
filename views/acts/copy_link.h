// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

#include <functional>

class QMenu;

namespace Kartoteka {

/// Adds to the menu of an item what copies a link to it, which the palette follows on every seat. @p said: that it was copied.
void addCopyLink(QMenu &menu, Store &store, const ItemRef &item, const std::function<void(const QString &said)> &said);

} // namespace Kartoteka
