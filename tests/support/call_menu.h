// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QContextMenuEvent>
#include <QWidget>

namespace Kartoteka {

/// Asks for the menu of a place with the right button of the mouse.
inline void callMenu(QWidget *widget, const QPoint &at)
{
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
    QApplication::sendEvent(widget, &wanted);
}

} // namespace Kartoteka
