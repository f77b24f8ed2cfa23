// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

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

} // namespace Kartoteka
