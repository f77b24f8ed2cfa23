// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/palette_model.h"
#include "views/widgets/key_hint.h"

class QAction;
class QMenuBar;

namespace Kartoteka {

/// An act of the menus, as palette and overview of the keys name it.
struct MenuEntry
{
    QAction *action;
    PaletteAct act;
};

/// What the menus hold, in their order, with what stands in menus within menus. Both ways to look at it are made from the
/// actions themselves, so that they cannot say anything else. An action's property "iconName" names its picture, "section" says
/// that it leads to a section, "name" by what it is found where its text says what it would be done with.
QList<MenuEntry> menuEntries(const QMenuBar &bar);
/// Gives acts the names by which they are found in the program's other language. What leads to a section has them already, from
/// its action's property "otherNames": how an office names its own is no text of the program.
void addOtherNames(QList<PaletteAct> &acts);
/// The keys of them, menu by menu.
QList<KeyGroup> menuKeys(const QMenuBar &bar);

} // namespace Kartoteka
