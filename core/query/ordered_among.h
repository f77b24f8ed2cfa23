// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// Those of @p ids that answer the query, in its order. Looks at these items only.
Result<QList<qint64>> queryAmong(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids);

/// @p ids in the query's order, whether they answer it or not; those that are no rows are left out.
Result<QList<qint64>> orderedAmong(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids);

} // namespace Kartoteka
