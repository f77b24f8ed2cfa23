// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QPainter;
class QPalette;
class QRect;
class QStyleOptionMenuItem;

namespace Kartoteka {

/// Room that an entry of a menu takes. @p contents: of its text alone; the menu adds the widest key itself.
QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);
/// An entry of a menu: box or tick, picture, text, and its key muted at the right.
void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option);

/// What the entries stand on.
void paintMenuPanel(QPainter &painter, const QRect &rect, const QPalette &palette, bool isRound);

} // namespace Kartoteka
