// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

// How a person is reminded on this computer, kept in QSettings.

inline const QString reminderWindowKey = QStringLiteral("reminders/window");
inline const QString reminderBubblesKey = QStringLiteral("reminders/bubbles");
/// "stay": the program goes on reminding when its last window is closed; "quit": it ends; nothing: it is asked.
inline const QString reminderBackgroundKey = QStringLiteral("reminders/background");

/// False only where somebody chose "no".
bool isReminderWindowWanted();
bool areBubblesWanted();

/// What the desktop offers to remind by.
struct DesktopOffers
{
    bool tray = false;
    bool bubbles = false;
    bool acts = false; ///< on bubbles
};
/// The program has found out.
void setDesktopOffers(const DesktopOffers &offers);
const DesktopOffers &desktopOffers();

} // namespace Kartoteka
