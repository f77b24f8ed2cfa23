// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/work_calendar.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int farthest = 40'000; ///< days that are looked through for one that is worked: a century

const WorkHours usualHours{{9 * 60, 18 * 60}};

/// A time of the day as an instant; one that the change to summer time leaves out is when the clock goes on.
QDateTime instant(const QDate &day, int minute)
{
    constexpr int step = 15;
    const QDate date = day.addDays(minute / (24 * 60));
    for (int at = minute % (24 * 60); at < 24 * 60; at += step) {
        const QDateTime found(date, QTime(at / 60, at % 60));
        if (found.isValid())
            return found;
    }
    return date.endOfDay();
}

/// A stretch of work in instants, UTC ms.
struct Stretch
{
    qint64 from = 0;
    qint64 to = 0;
};

QList<Stretch> stretches(const WorkCalendar &calendar, const QDate &day)
{
    QList<Stretch> found;
    const WorkHours hours = calendar.hours(day);
    for (const WorkInterval &part : hours) {
        const Stretch one{instant(day, part.from).toMSecsSinceEpoch(), instant(day, part.to).toMSecsSinceEpoch()};
        if (one.from < one.to)
            found.append(one);
    }
    return found;
}

} // namespace

QString workHoursSetting(int weekday)
{
    return u"work_hours_%1"_s.arg(weekday);
}

WorkCalendar::WorkCalendar()
{
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        m_week[day - 1] = usualHours;
}

WorkCalendar::WorkCalendar(const Schema &schema)
{
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        m_week[day - 1] = parseWorkHours(schema.setting(workHoursSetting(day))).value_or(usualHours);
    if (std::ranges::all_of(m_week, &WorkHours::isEmpty))
        m_week = WorkCalendar().m_week;
    for (const CalendarDay &one : schema.calendarDays())
        m_days.insert(one.day, one.kind);
}

WorkHours WorkCalendar::hours(const QDate &day) const
{
    const WorkHours &usual = m_week[day.dayOfWeek() - 1];
    const auto special = m_days.constFind(day);
    if (special == m_days.cend())
        return usual;
    if (*special == CalendarDay::Kind::Off)
        return {};
    // A Sunday on which it is worked has the hours of a day on which it usually is.
    WorkHours hours = usual.isEmpty() ? *std::ranges::find_if_not(m_week, &WorkHours::isEmpty) : usual;
    if (*special == CalendarDay::Kind::Short) {
        hours.last().to -= 60;
        if (hours.last().to <= hours.last().from)
            hours.removeLast();
    }
    return hours;
}

bool WorkCalendar::isWorking(const QDateTime &at) const
{
    const qint64 moment = at.toMSecsSinceEpoch();
    return std::ranges::any_of(stretches(*this, at.toLocalTime().date()),
                               [moment](const Stretch &one) { return one.from <= moment && moment < one.to; });
}

QDate WorkCalendar::addWorkingDays(const QDate &day, int days) const
{
    const int step = days < 0 ? -1 : 1;
    QDate at = day;
    for (int left = qAbs(days), looked = 0; left > 0 && looked < farthest; ++looked) {
        at = at.addDays(step);
        if (isWorkingDay(at)) {
            --left;
            looked = 0;
        }
    }
    return at;
}

QDateTime WorkCalendar::nextWorkingMinute(const QDateTime &at) const
{
    const qint64 moment = at.toMSecsSinceEpoch();
    QDate day = at.toLocalTime().date();
    for (int looked = 0; looked < farthest; ++looked, day = day.addDays(1)) {
        for (const Stretch &one : stretches(*this, day)) {
            if (moment < one.to)
                return QDateTime::fromMSecsSinceEpoch(qMax(moment, one.from));
        }
    }
    return at;
}

QDateTime WorkCalendar::addWorkingMinutes(const QDateTime &at, qint64 minutes) const
{
    if (minutes == 0)
        return at;
    const bool back = minutes < 0;
    qint64 left = qAbs(minutes) * 60'000;
    qint64 moment = at.toMSecsSinceEpoch();
    QDate day = at.toLocalTime().date();
    for (int looked = 0; looked < farthest; ++looked, day = day.addDays(back ? -1 : 1)) {
        QList<Stretch> all = stretches(*this, day);
        if (back)
            std::ranges::reverse(all);
        for (const Stretch &one : std::as_const(all)) {
            const qint64 begin = back ? qMin(moment, one.to) : qMax(moment, one.from);
            const qint64 length = back ? begin - one.from : one.to - begin;
            if (length <= 0)
                continue;
            if (left <= length)
                return QDateTime::fromMSecsSinceEpoch(back ? begin - left : begin + left);
            left -= length;
            looked = 0;
        }
    }
    return at;
}

qint64 WorkCalendar::workingMinutes(const QDateTime &from, const QDateTime &to) const
{
    if (to < from)
        return -workingMinutes(to, from);
    const qint64 first = from.toMSecsSinceEpoch();
    const qint64 last = to.toMSecsSinceEpoch();
    qint64 worked = 0;
    for (QDate day = from.toLocalTime().date(); day <= to.toLocalTime().date(); day = day.addDays(1)) {
        for (const Stretch &one : stretches(*this, day))
            worked += qMax<qint64>(0, qMin(one.to, last) - qMax(one.from, first));
    }
    return worked / 60'000;
}

} // namespace Kartoteka
