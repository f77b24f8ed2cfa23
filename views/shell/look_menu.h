// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QMenu;

namespace Kartoteka {

/// Adds what a person chooses of the look on this computer: appearance, density, motion, language. @p chosen is told when
/// something else was chosen: the windows are to be dressed anew.
void addLookMenus(QMenu *menu, const std::function<void()> &chosen);

} // namespace Kartoteka
