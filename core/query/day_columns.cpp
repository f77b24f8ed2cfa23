// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/day_columns.h"

namespace Kartoteka {

namespace {

constexpr int week = 7;
constexpr int hour = 3600;

QDate lastWorkingDay(const QDate &day, Qt::DayOfWeek firstDay, const WorkCalendar &calendar)
{
    const QDate end = day.addDays(week - 1 - (day.dayOfWeek() - int(firstDay) + week) % week);
    for (int back = 0; back < week; ++back) {
        if (calendar.isWorkingDay(end.addDays(-back)))
            return end.addDays(-back);
    }
    return end;
}

} // namespace

BoardDays::BoardDays(const QDateTime &now, Qt::DayOfWeek firstDay, const WorkCalendar &calendar)
    : m_now(now.toLocalTime())
    , m_firstDay(firstDay)
    , m_calendar(calendar)
    , m_weekEnd(qMax(m_now.date(), lastWorkingDay(m_now.date(), firstDay, calendar)))
    , m_nextEnd(lastWorkingDay(m_now.date().addDays(week), firstDay, calendar))
{}

BoardDays BoardDays::at(qint64 now) const
{
    return {QDateTime::fromMSecsSinceEpoch(now), m_firstDay, m_calendar};
}

DateSpan BoardDays::span(DayColumn column) const
{
    const QDate today = m_now.date();
    switch (column) {
    case DayColumn::Overdue: return {{}, today.addDays(-1)};
    case DayColumn::Today: return {today, today};
    case DayColumn::ThisWeek: return {today.addDays(1), m_weekEnd};
    case DayColumn::NextWeek: return {m_weekEnd.addDays(1), m_nextEnd};
    case DayColumn::Later: return {m_nextEnd.addDays(1), {}};
    case DayColumn::None: break;
    }
    return {};
}

qint64 BoardDays::endOf(DayColumn column) const
{
    return span(column).last.addDays(1).startOfDay().toMSecsSinceEpoch();
}

DayColumn BoardDays::columnOf(qint64 at) const
{
    for (const DayColumn column : {DayColumn::Overdue, DayColumn::Today, DayColumn::ThisWeek, DayColumn::NextWeek}) {
        if (at < endOf(column))
            return column;
    }
    return DayColumn::Later;
}

QDate BoardDays::dayFor(DayColumn column) const
{
    const DateSpan days = span(isOver(column) ? DayColumn::Today : column);
    const QDate wanted = m_now.date().addDays(column == DayColumn::ThisWeek       ? 1
                                                  : column == DayColumn::NextWeek ? week
                                                  : column == DayColumn::Later    ? 2 * week
                                                                                  : 0);
    return qMax(days.first, days.last.isValid() ? qMin(wanted, days.last) : wanted);
}

/// At work where it is worked that day, else at the hour that it is now.
QDateTime BoardDays::workTime(const QDate &day) const
{
    const int nextHour = m_now.time().hour() + 1;
    const QDateTime wanted = nextHour < 24 ? instantOf(day, QTime(nextHour, 0)) : instantOf(day, QTime(23, 59));
    for (const QDateTime &from : {wanted, day.startOfDay()}) {
        const QDateTime at = m_calendar.nextWorkingMinute(from);
        if (at.date() == day && at > m_now)
            return at;
    }
    return wanted;
}

QDateTime BoardDays::momentFor(DayColumn column, const QDateTime &before) const
{
    const QDate day = dayFor(column);
    QDateTime at = before.isValid() ? instantOf(day, before.toLocalTime().time()) : QDateTime();
    if (!at.isValid() || at <= m_now) // due now is overdue a moment later
        at = workTime(day);
    return at.date() > day || at <= m_now ? day.endOfDay() : at;
}

QDateTime instantOf(const QDate &day, const QTime &time)
{
    const QDateTime at(day, time);
    return at.isValid() ? at : QDateTime(day, time.addSecs(hour));
}

} // namespace Kartoteka
