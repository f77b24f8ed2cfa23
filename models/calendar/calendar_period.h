// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/day_words.h" // for who names the days of a period
#include "core/schema/schema.h"

#include <QDate>
#include <QList>

namespace Kartoteka {

/// How a calendar is looked at.
enum class CalendarLook { Month, Week, WorkWeek, Day, Agenda, Year };

/// "month", "week", "workweek", "day", "agenda", "year", as settings keep it.
QString calendarLookName(CalendarLook look);
CalendarLook calendarLookFromName(const QString &name);
/// Entries of a day that are listed: more than fit anywhere.
int listedPerDay(CalendarLook look);

/// Which days a calendar shows: those around the day at hand. A value.
struct CalendarPeriod
{
    CalendarLook look = CalendarLook::Month;
    QDate day;
    Qt::DayOfWeek weekStart = Qt::Monday;
    QList<int> workdays = {1, 2, 3, 4, 5}; ///< that the work week has, 1 (Monday) to 7

    /// First and last day that are seen, the rest of the weeks of a month included.
    QDate first() const;
    QDate last() const;
    /// The columns of a week or day.
    QList<QDate> days() const;
    /// Whether a day belongs to what the period is called after: not the days around a month.
    bool isOwn(const QDate &one) const;
    /// Whether a day is one of those that it is called after and that are seen.
    bool holds(const QDate &one) const;
    /// The period @p steps further; the day at hand goes along.
    CalendarPeriod moved(int steps) const;
    /// "March 2026", "2–8 March 2026", "Monday, 2 March 2026", "2026".
    QString title() const;
    /// … where that has no room: "Mar 2026", "02/03–08/03", "Mon, 2 March".
    QString shortTitle() const;

    bool operator==(const CalendarPeriod &) const = default;
};

/// The first day of the week that a day stands in.
QDate weekBegin(const QDate &day, Qt::DayOfWeek weekStart);
/// The number of the week (ISO 8601) that a row of days beginning there is called by: that of its Thursday.
int weekNumber(const QDate &rowBegin);
/// The weekdays on which the office works, from @p schema.
QList<int> officeWorkdays(const Schema &schema);

/// Days that a calendar can show, so that a step beyond them goes nowhere.
QDate earliestCalendarDay();
QDate latestCalendarDay();

/// "March 2026", standing alone.
QString monthName(const QDate &day);

} // namespace Kartoteka
