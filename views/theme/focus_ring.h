// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPalette>

class QApplication;

namespace Kartoteka {

/// Notes from now on whether a person uses the keys or the mouse.
void watchKeyboard(QApplication &application);
/// The ring around what has the focus, inside @p rect. Nothing while the mouse is used.
void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QPalette &palette);

} // namespace Kartoteka
