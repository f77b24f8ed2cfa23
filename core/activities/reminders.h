// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/quiet_hours.h"
#include "core/schema/work_calendar.h"

#include <QDateTime>

#include <optional>

namespace Kartoteka {

/// Minutes before the deadline with commas between them, none beyond a year, and not too many of them.
bool areReminders(const QString &text);

/// How long before a deadline, in minutes, as people say it: "45", "45 min", "3h", «3 часа», "2 d", «2 дня», "1w", «неделя». Nothing
/// when it is no such thing, or longer than anybody is reminded before.
std::optional<int> reminderOffset(const QString &text);

/// When nobody is disturbed: what comes due in the quiet hours of the office waits until people work again.
class QuietTime
{
public:
    explicit QuietTime(const Schema &schema);

    /// When a reminder of that moment is to be shown, UTC ms: at once, or with the next working minute after the quiet hours.
    /// Never earlier for a later moment.
    qint64 shownAt(qint64 at) const;

private:
    std::optional<QuietHours> m_quiet;
    WorkCalendar m_calendar;
};

/// When work begins on the next working day.
QDateTime nextWorkingMorning(const QDateTime &now, const WorkCalendar &calendar);

/// Until when somebody wants no reminder: "15m", "1h", "1d", "tomorrow" (the next working day, when work begins), or any
/// deadline in words. Nothing when it is no such thing.
std::optional<QDateTime> parseSnooze(const QString &text, const QDateTime &now, const WorkCalendar &calendar);

} // namespace Kartoteka
