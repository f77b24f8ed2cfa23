// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Kartoteka {

/// Ranks for things that stand in a new order: as many as can keep theirs, @p ranks, the others get one between their
/// neighbours. 0: has none yet.
QList<double> ranksInOrder(const QList<double> &ranks);

} // namespace Kartoteka
