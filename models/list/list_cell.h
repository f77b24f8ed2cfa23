// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/row_queries.h"
#include "core/pipeline/card_queries.h"
#include "core/store/store.h"

#include <QVariant>

namespace Kartoteka {

/// A cell of a list: an item that is read, in one column.
struct ListCell
{
    const Store &store;
    qint64 typeId;
    const ItemRow &row;
    const Card *card; ///< what its card says, where a column shows that; else null
    QString code;     ///< of the column (models/list/list_columns.h)
    int column;       ///< where its value stands in the row
};

/// What a cell says, by the roles of an ItemTableModel.
QVariant cellData(const ListCell &cell, int role);

} // namespace Kartoteka
