// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_walk.h"

#include <QtGlobal>
#include <qnamespace.h>

namespace Kartoteka {

namespace {

/// The next column with cards, so many columns on; the same when there is none before @p first or @p end.
int nextFilled(int column, int step, int first, int end, const QList<int> &counts)
{
    for (int next = column + step; next >= first && next < end; next += step) {
        if (counts[next] > 0)
            return next;
    }
    return column;
}

} // namespace

QPair<int, int> stepOnBoard(int key, QPair<int, int> from, const QList<int> &counts, int page, int across)
{
    const bool none = from.first < 0;
    const int all = int(counts.size());
    const int wide = across > 0 ? across : all;
    int column = none ? nextFilled(-1, 1, 0, all, counts) : from.first;
    if (none)
        return {qMax(0, column), 0};
    int row = from.second;
    const int lane = column / wide * wide;
    switch (key) {
    case Qt::Key_Left: column = nextFilled(column, -1, lane, lane + wide, counts); break;
    case Qt::Key_Right: column = nextFilled(column, 1, lane, lane + wide, counts); break;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = key == Qt::Key_Up ? -1 : 1;
        row += step;
        if (row >= 0 && row < counts[column])
            break;
        const int other = nextFilled(column, step * wide, 0, all, counts); // in the lane above or below
        row = other == column ? row : step > 0 ? 0 : counts[other] - 1;
        column = other;
        break;
    }
    case Qt::Key_PageDown: row += page; break;
    case Qt::Key_PageUp: row -= page; break;
    case Qt::Key_Home: row = 0; break;
    case Qt::Key_End: row = counts.value(column) - 1; break;
    default: break;
    }
    return {column, qBound(0, row, qMax(0, counts.value(column) - 1))};
}

} // namespace Kartoteka
