// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

namespace Kartoteka {

/// How one ordered list of ids becomes another: first the removals, then the insertions, then what only looks different.
/// Done in that order and one by one, each step is one that a model can announce.
struct RowDelta
{
    struct Insertion
    {
        qsizetype row = 0; ///< in the new list
        qint64 id = 0;
        bool operator==(const Insertion &) const = default;
    };

    QList<qsizetype> removals;   ///< rows of the old list, from its end to its beginning
    QList<Insertion> insertions; ///< from the beginning of the new list to its end
    QList<qsizetype> updates;    ///< rows of the new list whose items changed where they stand

    bool isEmpty() const { return removals.isEmpty() && insertions.isEmpty() && updates.isEmpty(); }
    bool operator==(const RowDelta &) const = default;
};

/// The list after a delta.
QList<qint64> applied(QList<qint64> ids, const RowDelta &delta);

/// A row of the old list that may not stay as it is.
struct ChangedRow
{
    qsizetype row = 0;
    qint64 id = 0;
};
/// Where an item belongs: so many of the rows that did not change stand before it.
struct PlacedRow
{
    qint64 id = 0;
    qsizetype place = 0;
};
/// What takes @p changed, from the top, out of a list and puts @p placed, in their new order, in. Who is in both and stands
/// where it stood is an update.
RowDelta deltaTo(const QList<ChangedRow> &changed, const QList<PlacedRow> &placed);

/// How @p before becomes @p after; @p touched are those of the items in both that look different now. For short lists: reads
/// both.
RowDelta deltaBetween(const QList<qint64> &before, const QList<qint64> &after, const QSet<qint64> &touched);

} // namespace Kartoteka
