// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Kartoteka {

/// Says in the middle of an empty view what it is and what to do next.
void paintEmptyState(QPainter &painter, const QWidget &widget, const QRect &area, const QString &text, const QString &hint);

} // namespace Kartoteka
