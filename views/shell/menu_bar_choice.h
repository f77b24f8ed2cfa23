// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;
class QMenu;
class QWidget;

namespace Kartoteka {

/// Adds to a menu whether the menu bar is shown; kept on the computer. A bar that is not keeps its keys, and its menus open
/// from a button beside the file's name.
void addMenuBarChoice(QMainWindow &window, QMenu &menu);
bool isMenuBarShown();
/// All menus of a window as one, under a button.
void showAllMenus(const QWidget &button);

} // namespace Kartoteka
