// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/calendar_period.h"

#include "core/base/durations.h"
#include "core/schema/work_calendar.h"
#include "core/schema/work_hours.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Kartoteka {

namespace {

constexpr int agendaWeeks = 6; ///< that are read at once

constexpr std::array<std::pair<CalendarLook, const char16_t *>, 6> names{{{CalendarLook::Month, u"month"},
                                                                          {CalendarLook::Week, u"week"},
                                                                          {CalendarLook::WorkWeek, u"workweek"},
                                                                          {CalendarLook::Day, u"day"},
                                                                          {CalendarLook::Agenda, u"agenda"},
                                                                          {CalendarLook::Year, u"year"}}};

/// "2–8 March 2026", "30 March – 5 April 2026".
QString spanTitle(const QDate &first, const QDate &last)
{
    if (first.year() != last.year())
        return dayAndMonth(first, true) + u" – "_s + dayAndMonth(last, true);
    if (first.month() != last.month())
        return dayAndMonth(first, false) + u" – "_s + dayAndMonth(last, true);
    const bool dayLeads = dayAndMonth(last, false).at(0).isDigit();
    if (dayLeads)
        return u"%1–%2"_s.arg(first.day()).arg(dayAndMonth(last, true));
    return u"%1 – %2, %3"_s.arg(dayAndMonth(first, false)).arg(last.day()).arg(last.year());
}

/// A name of a day or month as the first word of a heading.
QString capital(QString name)
{
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

/// "30.11", as dates are written where the program is used.
QString numbersOf(const QDate &day)
{
    static const QRegularExpression year(u"^y+[^\\w]*|[^\\w]*y+[^\\w]*$"_s);
    return QLocale().toString(day, QLocale().dateFormat(QLocale::ShortFormat).remove(year));
}

} // namespace

QString calendarLookName(CalendarLook look)
{
    const auto found = std::ranges::find(names, look, [](const auto &one) { return one.first; });
    return QString::fromUtf16(found->second);
}

CalendarLook calendarLookFromName(const QString &name)
{
    const auto found = std::ranges::find(names, name, [](const auto &one) { return QString::fromUtf16(one.second); });
    return found == names.end() ? CalendarLook::Month : found->first;
}

QDate weekBegin(const QDate &day, Qt::DayOfWeek weekStart)
{
    return day.addDays(-((day.dayOfWeek() - int(weekStart) + weekDays) % weekDays));
}

int weekNumber(const QDate &rowBegin)
{
    return rowBegin.addDays((Qt::Thursday - rowBegin.dayOfWeek() + weekDays) % weekDays).weekNumber();
}

QList<int> officeWorkdays(const Schema &schema)
{
    QList<int> days;
    for (int weekday = 1; weekday <= weekDays; ++weekday) {
        const auto hours = parseWorkHours(schema.setting(workHoursSetting(weekday)));
        if (hours && !hours->isEmpty())
            days << weekday;
    }
    return days.isEmpty() ? CalendarPeriod().workdays : days;
}

QDate earliestCalendarDay()
{
    return {1, 1, 8};
}

QDate latestCalendarDay()
{
    return {9998, 12, 31};
}

QString monthName(const QDate &day)
{
    return u"%1 %2"_s.arg(capital(QLocale().standaloneMonthName(day.month()))).arg(day.year());
}

int listedPerDay(CalendarLook look)
{
    switch (look) {
    case CalendarLook::Month: return 16;
    case CalendarLook::Year: return 0;
    case CalendarLook::Agenda: return 100;
    case CalendarLook::Week:
    case CalendarLook::WorkWeek: return 200;
    case CalendarLook::Day: return 2000;
    }
    return 0;
}

QDate CalendarPeriod::first() const
{
    switch (look) {
    case CalendarLook::Month: return weekBegin(QDate(day.year(), day.month(), 1), weekStart);
    case CalendarLook::Week:
    case CalendarLook::Agenda: return weekBegin(day, weekStart);
    case CalendarLook::WorkWeek: return days().constFirst();
    case CalendarLook::Day: return day;
    case CalendarLook::Year: return {day.year(), 1, 1};
    }
    return day;
}

QDate CalendarPeriod::last() const
{
    switch (look) {
    case CalendarLook::Month:
        return weekBegin(QDate(day.year(), day.month(), day.daysInMonth()), weekStart).addDays(weekDays - 1);
    case CalendarLook::Week: return first().addDays(weekDays - 1);
    case CalendarLook::Agenda: return first().addDays(agendaWeeks * weekDays - 1);
    case CalendarLook::WorkWeek: return days().constLast();
    case CalendarLook::Day: return day;
    case CalendarLook::Year: return {day.year(), 12, 31};
    }
    return day;
}

QList<QDate> CalendarPeriod::days() const
{
    QList<QDate> shown;
    if (look == CalendarLook::Day)
        return {day};
    const QDate begin = weekBegin(day, weekStart);
    for (int i = 0; i < weekDays; ++i) {
        const QDate one = begin.addDays(i);
        if (look != CalendarLook::WorkWeek || workdays.contains(one.dayOfWeek()))
            shown << one;
    }
    return shown;
}

bool CalendarPeriod::isOwn(const QDate &one) const
{
    return look != CalendarLook::Month || (one.month() == day.month() && one.year() == day.year());
}

bool CalendarPeriod::holds(const QDate &one) const
{
    if (look == CalendarLook::WorkWeek)
        return days().contains(one);
    return first() <= one && one <= last() && isOwn(one);
}

CalendarPeriod CalendarPeriod::moved(int steps) const
{
    CalendarPeriod to = *this;
    switch (look) {
    case CalendarLook::Month: to.day = day.addMonths(steps); break;
    case CalendarLook::Year: to.day = day.addYears(steps); break;
    case CalendarLook::Day: to.day = day.addDays(steps); break;
    case CalendarLook::Agenda:
    case CalendarLook::Week:
    case CalendarLook::WorkWeek: to.day = day.addDays(qint64(steps) * weekDays); break;
    }
    to.day = std::clamp(to.day, earliestCalendarDay(), latestCalendarDay());
    return to;
}

QString CalendarPeriod::title() const
{
    switch (look) {
    case CalendarLook::Month:
    case CalendarLook::Agenda: return monthName(day);
    case CalendarLook::Year: return QString::number(day.year());
    case CalendarLook::Day:
        return u"%1, %2"_s.arg(capital(QLocale().standaloneDayName(day.dayOfWeek())), dayAndMonth(day, true));
    case CalendarLook::Week:
    case CalendarLook::WorkWeek: return spanTitle(first(), last());
    }
    return {};
}

QString CalendarPeriod::shortTitle() const
{
    switch (look) {
    case CalendarLook::Month:
    case CalendarLook::Agenda:
        return u"%1 %2"_s.arg(capital(QLocale().standaloneMonthName(day.month(), QLocale::ShortFormat))).arg(day.year());
    case CalendarLook::Year: return title();
    case CalendarLook::Day: return capital(shortDay(day));
    case CalendarLook::Week:
    case CalendarLook::WorkWeek: return numbersOf(first()) + u'–' + numbersOf(last());
    }
    return {};
}

} // namespace Kartoteka
