// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLineEdit;
class QMenu;

namespace Kartoteka {

/// A line on top of a menu in which one types to find among the actions that it has now; Enter takes the first that fits. Of more
/// than @p most only so many are shown at once, and a line says that there are others. What is added later stays below.
QLineEdit *addMenuSearch(QMenu &menu, int most);

/// So many lines are read at a glance.
constexpr int readAtOnce = 12;

/// The same for a menu that may have more lines than are read at once; else nothing.
void addSearchIfLong(QMenu &menu);
/// … where all lines are seen as long as nobody looks for one: those of fields, which people browse.
void addSearchToAll(QMenu &menu);

} // namespace Kartoteka
