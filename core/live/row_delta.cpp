// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/row_delta.h"

#include <QHash>

#include <algorithm>

namespace Kartoteka {

QList<qint64> applied(QList<qint64> ids, const RowDelta &delta)
{
    for (const qsizetype row : delta.removals)
        ids.removeAt(row);
    for (const RowDelta::Insertion &insertion : delta.insertions)
        ids.insert(insertion.row, insertion.id);
    return ids;
}

RowDelta deltaTo(const QList<ChangedRow> &changed, const QList<PlacedRow> &placed)
{
    QHash<qint64, qsizetype> at; // index in changed
    for (qsizetype i = 0; i < changed.size(); ++i)
        at.insert(changed[i].id, i);
    RowDelta delta;
    QList<bool> kept(changed.size());
    qsizetype lastKept = -1;
    for (qsizetype i = 0; i < placed.size(); ++i) {
        const qsizetype row = placed[i].place + i;
        const qsizetype old = at.value(placed[i].id, -1);
        // It stays when the same items stand before it; of several at one place those that keep their order do.
        if (old > lastKept && changed[old].row - old == placed[i].place) {
            lastKept = old;
            kept[old] = true;
            delta.updates.append(row);
        } else {
            delta.insertions.append({row, placed[i].id});
        }
    }
    for (qsizetype i = changed.size() - 1; i >= 0; --i) {
        if (!kept[i])
            delta.removals.append(changed[i].row);
    }
    return delta;
}

RowDelta deltaBetween(const QList<qint64> &before, const QList<qint64> &after, const QSet<qint64> &touched)
{
    QHash<qint64, qsizetype> rows; // of the old list
    for (qsizetype row = 0; row < before.size(); ++row)
        rows.insert(before[row], row);
    // Of those in both, the longest run that keeps its order stays; best[n] ends the run of n + 1 with the smallest row.
    QList<qsizetype> best;
    QList<qsizetype> previous(after.size(), -1); // index in after
    QList<qsizetype> ends;                       // index in after of best
    for (qsizetype i = 0; i < after.size(); ++i) {
        const qsizetype row = rows.value(after[i], -1);
        if (row < 0)
            continue;
        const auto longer = std::lower_bound(best.begin(), best.end(), row) - best.begin();
        previous[i] = longer > 0 ? ends[longer - 1] : -1;
        if (longer == best.size()) {
            best.append(row);
            ends.append(i);
        } else {
            best[longer] = row;
            ends[longer] = i;
        }
    }
    QSet<qint64> staying;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = previous[i])
        staying.insert(after[i]);
    RowDelta delta;
    for (qsizetype row = before.size() - 1; row >= 0; --row) {
        if (!staying.contains(before[row]))
            delta.removals.append(row);
    }
    for (qsizetype row = 0; row < after.size(); ++row) {
        if (!staying.contains(after[row]))
            delta.insertions.append({row, after[row]});
        else if (touched.contains(after[row]))
            delta.updates.append(row);
    }
    return delta;
}

} // namespace Kartoteka
