// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

class ChoiceButton;

/// Offers the reminders that people usually want, and those in @p reminders (minutes before the deadline, comma-separated), which
/// are ticked.
void offerReminders(ChoiceButton &button, const QString &reminders);
/// What is ticked, the nearest to the deadline first.
QString chosenReminders(const ChoiceButton &button);

} // namespace Kartoteka
