// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Kartoteka {

class Schema;

/// What the head of a board's column says besides the number of its cards.
enum class ColumnFigure {
    Sum,        ///< of amounts
    Weighted,   ///< … times their probabilities
    AverageAge, ///< of items, since they were created
    Unplanned,  ///< how many have no open activity
};

/// Those for which a type has the fields.
QList<ColumnFigure> columnFigures(const Schema &schema, qint64 typeId);

} // namespace Kartoteka
