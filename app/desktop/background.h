// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Kartoteka {

/// What follows when the last window is closed.
enum class AfterLastWindow {
    Quit,
    Stay,  ///< the program goes on reminding from the tray
    Reopen ///< the person thought better of it: the window stays open
};

/// Asks whether the program is to remind while its window is closed, once on this computer; where there is no tray it tells that
/// reminders stop. @p hasReminders: there is something to remind of.
AfterLastWindow askAboutBackground(QWidget *window, bool hasTray, bool hasReminders);

} // namespace Kartoteka
