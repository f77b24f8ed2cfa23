// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// What a row of a file adds to an item that is the same person or company.
struct MergedValues
{
    QList<FieldValue> added; ///< empty fields that are filled, and lists with their new members
    QStringList kept;        ///< codes of fields where the item's value stands and the row has another
};

/// @p before, @p row: by physical column.
MergedValues mergedValues(const Schema &schema, qint64 typeId, const QHash<QString, Value> &before,
                          const QHash<QString, Value> &row);

} // namespace Kartoteka
