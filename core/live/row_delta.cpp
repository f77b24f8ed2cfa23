// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/row_delta.h"

namespace Kartoteka {

QList<qint64> applied(QList<qint64> ids, const RowDelta &delta)
{
    for (const qsizetype row : delta.removals)
        ids.removeAt(row);
    for (const RowDelta::Insertion &insertion : delta.insertions)
        ids.insert(insertion.row, insertion.id);
    return ids;
}

} // namespace Kartoteka
