// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/hour_rows.h"

namespace Kartoteka {

namespace {

constexpr int secondsOfDay = 86'400;
constexpr int step = 15 * 60; ///< clocks are put back at no other moments

int minuteOf(const QDateTime &at)
{
    return at.time().msecsSinceStartOfDay() / 60'000;
}

} // namespace

HourRows::HourRows(const QList<QDate> &days)
{
    for (const QDate &day : days) {
        const QDateTime begin = day.startOfDay();
        const qint64 length = begin.secsTo(day.addDays(1).startOfDay());
        if (length <= secondsOfDay)
            continue;
        int offset = begin.offsetFromUtc();
        for (qint64 passed = step; passed <= length; passed += step) {
            const QDateTime at = begin.addSecs(passed);
            const int back = offset - at.offsetFromUtc();
            if (back > 0) {
                m_day = day;
                m_from = at.date() == day ? minuteOf(at) : minutesOfDay - back / 60;
                m_to = m_from + back / 60;
                m_second = at.toMSecsSinceEpoch();
                return; // no week has two
            }
            offset = at.offsetFromUtc();
        }
    }
}

int HourRows::rowOf(const QDateTime &at, const QDate &day, bool isEnd) const
{
    const int minute = minuteOf(at);
    if (!isTwice())
        return minute;
    if (day != m_day) // what ends where the empty rows begin does not reach into them
        return isEnd && minute == m_to ? minute : rowOf(minute);
    const bool isLater = at.toMSecsSinceEpoch() >= m_second;
    if (isEnd && at.toMSecsSinceEpoch() == m_second)
        return m_to;
    return isLater ? minute + extra() : minute;
}

QPair<int, int> HourRows::rowsOf(const QDateTime &starts, const QDateTime &ends, const QDate &day) const
{
    const int from = starts.date() < day ? 0 : rowOf(starts, day, false);
    const int to = ends.date() > day ? all() : rowOf(ends, day, true);
    return {from, qMax(from, to)};
}

int HourRows::minuteAt(int row, const QDate &day) const
{
    if (!isTwice() || row < m_to)
        return row;
    return day == m_day ? row - extra() : qMax(m_to, row - extra());
}

} // namespace Kartoteka
