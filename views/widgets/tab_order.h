// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace Kartoteka {

/// What Tab walks inside a widget, in the order in which it is laid out: what was made later stands where it is seen.
QList<QWidget *> tabStops(const QWidget &root);

/// Moves the focus to the next or previous of them, from the last to the first. @return false when there is none.
bool stepFocus(const QWidget &root, bool next);

/// Tab walks a window as it is laid out, whatever was made in which order, and what is made while it is open too.
void keepTabOrder(QWidget &window);

} // namespace Kartoteka
