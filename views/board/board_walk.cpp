// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_walk.h"

#include <QtGlobal>
#include <qnamespace.h>

namespace Kartoteka {

QPair<int, int> stepOnBoard(int key, QPair<int, int> from, const QList<int> &counts, int page)
{
    const bool none = from.first < 0;
    int column = none ? 0 : from.first;
    int row = none ? 0 : from.second;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = key == Qt::Key_Left ? -1 : 1;
        for (int next = column + (none ? 0 : step); next >= 0 && next < counts.size(); next += step) {
            if (counts[next] > 0) {
                column = next;
                break;
            }
        }
        break;
    }
    case Qt::Key_Up: row -= none ? 0 : 1; break;
    case Qt::Key_Down: row += none ? 0 : 1; break;
    case Qt::Key_PageDown: row += page; break;
    case Qt::Key_PageUp: row -= page; break;
    case Qt::Key_Home: row = 0; break;
    case Qt::Key_End: row = counts.value(column) - 1; break;
    default: break;
    }
    return {column, qBound(0, row, qMax(0, counts.value(column) - 1))};
}

} // namespace Kartoteka
