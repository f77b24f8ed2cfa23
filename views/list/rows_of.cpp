// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/rows_of.h"

#include "models/list/item_table_model.h"

#include <QSet>

namespace Kartoteka {

QItemSelection rowsOf(const ItemTableModel &model, const QList<qint64> &ids)
{
    const QSet<qint64> wanted(ids.cbegin(), ids.cend());
    QItemSelection rows;
    const int count = model.rowCount();
    int from = 0;
    for (int row = 0; row <= count; ++row) {
        const qint64 id = row < count ? model.idAt(row) : -1;
        if (id == 0 || wanted.contains(id))
            continue; // a head goes with its items
        if (row > from)
            rows.append(QItemSelectionRange(model.index(from, 0), model.index(row - 1, model.columnCount() - 1)));
        from = row + 1;
    }
    return rows;
}

} // namespace Kartoteka
