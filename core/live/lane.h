// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/row_delta.h"
#include "core/query/board_query.h"

namespace Kartoteka {

/// The cards of a board's column as far as they are known: from the top.
struct Lane
{
    QList<BoardRow> rows;
    bool isComplete = false; ///< they are all

    /// -1: not there, as far as is known.
    int rowOf(qint64 id) const;
};

/// What becomes of a lane when @p changed items stand in its column as @p now says, in any order, and the others of them do
/// not. What stands below the known rows stays unknown.
RowDelta laneDelta(const Lane &lane, const QSet<qint64> &changed, QList<BoardRow> now);
/// The same, done.
void follow(Lane &lane, const RowDelta &delta, const QHash<qint64, BoardRow> &now);

} // namespace Kartoteka
