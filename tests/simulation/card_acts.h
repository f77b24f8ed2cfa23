// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QRandomGenerator>

#include <functional>

namespace Kartoteka {

/// What a person of the simulation does on a card. An empty set: there is nothing to change.

/// Other clients for an item, or a link to any other one. @p any: an item of a type, or of any type where the code is empty.
Result<ChangeSet> randomLink(Store &store, const ItemRef &item, QRandomGenerator &random,
                             const std::function<ItemRef(const QString &type)> &any);

} // namespace Kartoteka
