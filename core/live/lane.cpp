// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/lane.h"

#include "core/live/rest.h"

#include <algorithm>

namespace Kartoteka {

int Lane::rowOf(qint64 id) const
{
    const auto at = std::ranges::find(rows, id, &BoardRow::id);
    return at == rows.end() ? -1 : int(at - rows.begin());
}

RowDelta laneDelta(const Lane &lane, const QSet<qint64> &changed, QList<BoardRow> now)
{
    const QList<qsizetype> rows = rowsOf(lane.rows, changed, [](const BoardRow &row) { return row.id; });
    const Rest<BoardRow> rest(lane.rows, rows);
    QList<ChangedRow> old;
    for (const qsizetype row : rows)
        old.append({row, lane.rows[row].id});
    std::sort(now.begin(), now.end(), isAbove);
    QList<PlacedRow> placed;
    for (const BoardRow &row : std::as_const(now)) {
        qsizetype low = 0; // so many stand above it …
        qsizetype high = rest.size();
        while (low < high) {
            const qsizetype middle = (low + high) / 2;
            if (isAbove(rest.at(middle), row))
                low = middle + 1;
            else
                high = middle;
        }
        if (low < rest.size() || lane.isComplete)
            placed.append({row.id, low});
    }
    return deltaTo(old, placed);
}

void follow(Lane &lane, const RowDelta &delta, const QHash<qint64, BoardRow> &now)
{
    for (const qsizetype row : delta.removals)
        lane.rows.removeAt(row);
    for (const RowDelta::Insertion &insertion : delta.insertions)
        lane.rows.insert(insertion.row, now.value(insertion.id));
    for (const qsizetype row : delta.updates)
        lane.rows[row] = now.value(lane.rows[row].id);
}

} // namespace Kartoteka
