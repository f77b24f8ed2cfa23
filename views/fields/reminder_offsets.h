// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <functional>

namespace Kartoteka {

class ChoiceButton;

/// Offers the reminders that people usually want, and those in @p reminders (minutes before the deadline, comma-separated), which
/// are ticked; another one is asked for. Where a deadline is given, those say so whose moment is over at @p now.
void offerReminders(ChoiceButton &button, const QString &reminders, const QDateTime &deadline = {},
                    const QDateTime &now = {});
/// Whoever chooses another one is asked how long before. Once for each button. @p offer: offerReminders() with what is known of the
/// deadline.
void letNameReminder(ChoiceButton &button, const std::function<void(const QString &reminders)> &offer);
/// It is about to be asked: nothing else was chosen yet.
bool isReminderAsked(const ChoiceButton &button);
/// What is ticked, the nearest to the deadline first.
QString chosenReminders(const ChoiceButton &button);

} // namespace Kartoteka
