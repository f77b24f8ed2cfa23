// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/links.h"

namespace Kartoteka {

/// Those of some items that are not in the recycle bin, in their order.
Result<QList<qint64>> livingItems(const ReadContext &context, const RecordTable &table, const QList<qint64> &ids);

/// Links by which a person linked two items, whichever way round.
Result<QList<qint64>> relatedLinks(const ReadContext &context, const ItemRef &item, const ItemRef &other);

} // namespace Kartoteka
