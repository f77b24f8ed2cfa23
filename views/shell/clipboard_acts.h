// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace Kartoteka {

/// Cut, copy, paste and select all, of the text that has the keys when the menu is opened. The keys themselves are the text's.
void addClipboardActs(QMenu &menu);

} // namespace Kartoteka
