// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QRandomGenerator>

namespace Kartoteka {

/// What a person of the simulation does to products: a row more, less, elsewhere or otherwise; the amount comes from them again;
/// taxes are rounded in the other way. @p product: of the catalogue. An empty set: the item has no products.
Result<ChangeSet> randomProducts(Store &store, const ItemRef &item, qint64 product, QRandomGenerator &random,
                                 const QString &word);

} // namespace Kartoteka
