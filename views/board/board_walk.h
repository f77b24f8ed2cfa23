// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>

namespace Kartoteka {

/// Where a key leads from a card: {column, row}. @p from is {-1, -1} when none is the current one. @p counts: the cards of
/// each column, none of folded ones, which are passed over as empty ones are. @p page: the rows that are seen at once. @p across:
/// so many of the columns stand side by side, and the next as many in the lane below; 0: all of them.
QPair<int, int> stepOnBoard(int key, QPair<int, int> from, const QList<int> &counts, int page, int across = 0);

} // namespace Kartoteka
