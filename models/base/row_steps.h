// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/row_delta.h"

#include <functional>

namespace Kartoteka {

/// How a model announces and does what a RowDelta says of its rows.
struct RowSteps
{
    std::function<void(int row)> remove;
    std::function<void(int row, qint64 id)> insert;
    std::function<void(int from, int before)> move; ///< rows as QAbstractItemModel::beginMoveRows() counts them
    std::function<void(int row)> changed;           ///< it looks different where it stands
    /// Takes the place of single moves where there are many; none: all are made one by one.
    std::function<void(const QList<qint64> &after)> layOut = {};
};

/// Carries a delta out by the fewest steps: who is taken out and put in again is moved. @p ids: the model's own list, which
/// the steps change.
void carryOut(const RowDelta &delta, const QList<qint64> &ids, const RowSteps &steps);

} // namespace Kartoteka
