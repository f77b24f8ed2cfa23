// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/key_hint.h"

class QMainWindow;

namespace Kartoteka {

/// What is heeded outside the pages and their cards, for the overview of the keys: the sidebar, the settings, what reminds, and lists
/// that people put in order.
QList<KeyGroup> windowKeys();

/// What nothing in @p window wants goes on here: Enter presses the button that has the focus, as Space does, F10 opens the menus.
void heedWindowKeys(QMainWindow &window);

} // namespace Kartoteka
