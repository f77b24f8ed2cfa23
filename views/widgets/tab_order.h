// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QButtonGroup;
class QWidget;

namespace Kartoteka {

/// What Tab walks inside a widget, in the order in which it is laid out: what was made later stands where it is seen.
QList<QWidget *> tabStops(const QWidget &root);

/// This one hovers over its parent, which has no place for it in its layout: Tab comes to it after what stands there.
void walkAfter(QWidget &hovering);

/// Moves the focus to the next or previous of them, from the last to the first. @return false when there is none.
bool stepFocus(const QWidget &root, bool next);

/// Tab stops in a group of buttons at the checked one, whoever checked it; the arrows reach the others.
void stopAtChecked(const QButtonGroup &group);

} // namespace Kartoteka
