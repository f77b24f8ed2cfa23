// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QPoint;

namespace Kartoteka {

class BoardView;

/// What the tool tip says of what stands at a point of the board, in lines; none where there is nothing to say.
QStringList tipAt(const BoardView &view, const QPoint &point);

} // namespace Kartoteka
