// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/rule_days.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int daysOfWeek = 7;
constexpr int mostLooked = 40'000; ///< days: a hundred years of a rule that no day fits
constexpr int lastYear = 9999;

/// A number from the beginning, or its counterpart from the end.
bool holds(const QList<int> &numbers, int number, int count)
{
    return numbers.contains(number) || numbers.contains(number - count - 1);
}

QDate beginOfWeek(const QDate &day, int weekStart)
{
    return day.addDays(-((day.dayOfWeek() - weekStart + daysOfWeek) % daysOfWeek));
}

/// A week is of the year in which four of its days lie.
QDate middleOfWeek(const QDate &day, int weekStart)
{
    return beginOfWeek(day, weekStart).addDays(daysOfWeek / 2);
}

int weekOfYear(const QDate &day, int weekStart)
{
    return (middleOfWeek(day, weekStart).dayOfYear() - 1) / daysOfWeek + 1;
}

} // namespace

RuleDays::RuleDays(const RepeatRule &rule, const QDate &start) : m_rule(rule), m_first(start), m_startDay(start.day())
{
    const bool namesDays = !rule.days.isEmpty() || !rule.monthDays.isEmpty() || !rule.yearDays.isEmpty()
        || !rule.weeks.isEmpty();
    switch (rule.every) {
    case Frequency::Daily: break;
    case Frequency::Weekly:
        m_first = beginOfWeek(start, rule.weekStart);
        if (!namesDays)
            m_rule.days = {{0, start.dayOfWeek()}};
        break;
    case Frequency::Monthly:
        m_first = QDate(start.year(), start.month(), 1);
        if (!namesDays)
            m_rule.monthDays = {m_startDay};
        break;
    case Frequency::Yearly:
        m_first = QDate(start.year(), 1, 1);
        if (!namesDays && rule.months.isEmpty())
            m_rule.months = {start.month()};
        if (!namesDays)
            m_rule.monthDays = {m_startDay};
        break;
    }
}

bool RuleDays::isOver() const
{
    return !m_first.isValid() || m_first.year() > lastYear || m_looked > mostLooked;
}

/// All days of the period; those of a rule without a day for them may be years apart.
QList<QDate> RuleDays::period() const
{
    qint64 count = 1;
    switch (m_rule.every) {
    case Frequency::Daily: break;
    case Frequency::Weekly: count = daysOfWeek; break;
    case Frequency::Monthly: count = m_first.daysInMonth(); break;
    case Frequency::Yearly: count = m_first.daysInYear(); break;
    }
    QList<QDate> days;
    for (qint64 i = 0; i < count; ++i) {
        if (const QDate day = m_first.addDays(i); fits(day))
            days << day;
    }
    return days;
}

bool RuleDays::fitsWeekday(const QDate &day) const
{
    const bool ofYear = m_rule.every == Frequency::Yearly && m_rule.months.isEmpty();
    const int place = (ofYear ? day.dayOfYear() : day.day()) - 1;
    const int count = ofYear ? day.daysInYear() : day.daysInMonth();
    return std::ranges::any_of(m_rule.days, [&](const RuleDay &one) {
        if (one.day != day.dayOfWeek())
            return false;
        return one.nth == 0 || one.nth == place / daysOfWeek + 1 || one.nth == -((count - 1 - place) / daysOfWeek + 1);
    });
}

bool RuleDays::fitsWeek(const QDate &day) const
{
    const int year = middleOfWeek(day, m_rule.weekStart).year();
    const int weeks = weekOfYear(QDate(year, 12, 28), m_rule.weekStart); // which is always of the last one
    return holds(m_rule.weeks, weekOfYear(day, m_rule.weekStart), weeks);
}

bool RuleDays::fits(const QDate &day) const
{
    return (m_rule.months.isEmpty() || m_rule.months.contains(day.month()))
        && (m_rule.monthDays.isEmpty() || holds(m_rule.monthDays, day.day(), day.daysInMonth()))
        && (m_rule.days.isEmpty() || fitsWeekday(day))
        && (m_rule.yearDays.isEmpty() || holds(m_rule.yearDays, day.dayOfYear(), day.daysInYear()))
        && (m_rule.weeks.isEmpty() || fitsWeek(day));
}

QList<QDate> RuleDays::next()
{
    QList<QDate> days = period();
    if (!m_rule.positions.isEmpty()) {
        const int count = int(days.size());
        QList<QDate> chosen;
        for (int i = 0; i < count; ++i) {
            if (holds(m_rule.positions, i + 1, count))
                chosen << days[i];
        }
        days = chosen;
    }
    switch (m_rule.every) {
    case Frequency::Daily:
        m_looked += 1;
        m_first = m_first.addDays(m_rule.interval);
        break;
    case Frequency::Weekly:
        m_looked += daysOfWeek;
        m_first = m_first.addDays(qint64(daysOfWeek) * m_rule.interval);
        break;
    case Frequency::Monthly:
        m_looked += m_first.daysInMonth();
        m_first = m_first.addMonths(m_rule.interval);
        break;
    case Frequency::Yearly:
        m_looked += m_first.daysInYear();
        m_first = m_first.addYears(m_rule.interval);
        break;
    }
    return days;
}

} // namespace Kartoteka
