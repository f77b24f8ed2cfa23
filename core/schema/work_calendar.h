// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/schema/work_hours.h"

#include <QDateTime>

#include <array>

namespace Kartoteka {

/// When the office works: hours of each weekday, and days that are not as their weekday is. A value, in the time zone of the
/// computer.
class WorkCalendar
{
public:
    /// Monday to Friday, 9:00 to 18:00.
    WorkCalendar();
    /// Of the settings `work_hours_1` (Monday) to `work_hours_7` and the calendar's days. An office that works on no weekday
    /// counts as one that works as usual: nothing could ever become due.
    explicit WorkCalendar(const Schema &schema);

    /// Empty on a day off. A short day ends an hour earlier.
    WorkHours hours(const QDate &day) const;
    bool isWorkingDay(const QDate &day) const { return !hours(day).isEmpty(); }
    bool isWorking(const QDateTime &at) const;

    /// The day that is so many working days away, before @p day when negative; 0: the day itself.
    QDate addWorkingDays(const QDate &day, int days) const;
    /// @p at where it is worked then, else when work begins next.
    QDateTime nextWorkingMinute(const QDateTime &at) const;
    /// So many minutes of work later, or earlier when negative. What is worked up to its last minute ends there, not at the
    /// next beginning.
    QDateTime addWorkingMinutes(const QDateTime &at, qint64 minutes) const;
    /// Minutes of work between two instants; negative when @p to is before @p from.
    qint64 workingMinutes(const QDateTime &from, const QDateTime &to) const;

private:
    std::array<WorkHours, 7> m_week;
    QHash<QDate, CalendarDay::Kind> m_days;
};

/// The setting with the hours of a weekday, 1 (Monday) to 7.
QString workHoursSetting(int weekday);

} // namespace Kartoteka
