// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Rows of a table that name the item in a column, deleted ones too.
Result<QList<qint64>> rowsThatName(const ReadContext &context, const RecordTable &table, const RecordColumn &column,
                                   const ItemRef &item);

/// What a column with several values holds in a row, in its order.
Result<Members> membersOf(const ReadContext &context, const RecordTable &table, const RecordColumn &column, qint64 row);

} // namespace Kartoteka
