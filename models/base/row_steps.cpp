// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/row_steps.h"

namespace Kartoteka {

namespace {

constexpr qsizetype fewMoves = 8; ///< are shown row by row; more are another layout

/// Before which row a new or moved one belongs: the next that is in its place already, as the @p pending are not.
int targetRow(const RowDelta::Insertion &one, const QList<qint64> &ids, const QList<qint64> &after,
              const QSet<qint64> &pending)
{
    qsizetype next = one.row + 1;
    while (next < after.size() && pending.contains(after[next]))
        ++next;
    return int(next < after.size() ? ids.indexOf(after[next]) : ids.size());
}

} // namespace

void carryOut(const RowDelta &delta, const QList<qint64> &ids, const RowSteps &steps)
{
    QSet<qint64> removed;
    for (const qsizetype row : delta.removals)
        removed.insert(ids[row]);
    QSet<qint64> moving;
    QSet<qint64> pending; // do not stand where they belong yet
    for (const RowDelta::Insertion &one : delta.insertions) {
        pending.insert(one.id);
        if (removed.contains(one.id))
            moving.insert(one.id);
    }
    const QList<qint64> after = applied(ids, delta);
    if (steps.layOut && moving.size() > fewMoves) {
        steps.layOut(after);
    } else {
        for (const qsizetype row : delta.removals) {
            if (!moving.contains(ids[row]))
                steps.remove(int(row));
        }
        for (const RowDelta::Insertion &one : delta.insertions) {
            pending.remove(one.id);
            const int before = targetRow(one, ids, after, pending);
            if (moving.contains(one.id)) {
                const int from = int(ids.indexOf(one.id));
                if (before != from && before != from + 1)
                    steps.move(from, before);
                steps.changed(int(ids.indexOf(one.id)));
            } else {
                steps.insert(before, one.id);
            }
        }
    }
    for (const qsizetype row : delta.updates)
        steps.changed(int(row));
}

} // namespace Kartoteka
