// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/recurrence.h"

#include "core/base/texts.h"

#include <QTimeZone>

#include <libical/ical.h>

#include <memory>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct IteratorFree
{
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};

icaltimetype icalTime(const QDateTime &wall)
{
    icaltimetype time = icaltime_null_time();
    time.year = wall.date().year();
    time.month = wall.date().month();
    time.day = wall.date().day();
    time.hour = wall.time().hour();
    time.minute = wall.time().minute();
    time.second = wall.time().second();
    return time;
}

QDateTime wallTime(const icaltimetype &time)
{
    return {QDate(time.year, time.month, time.day), QTime(time.hour, time.minute, time.second), Qt::UTC};
}

/// libical 3.0.16 loses the first week of "every other week on Sunday" that begins on another day: what comes every week begins
/// with the first day of its week, which is left out afterwards. @return the days that were asked for, where others come too.
QList<RuleDay> beginWithTheWeek(RepeatRule &rule, QDateTime &first)
{
    if (rule.every != Frequency::Weekly || !rule.positions.isEmpty() || !first.isValid())
        return {};
    constexpr int week = 7;
    if (rule.days.isEmpty())
        rule.days = {{0, first.date().dayOfWeek()}};
    const QList<RuleDay> asked = rule.days;
    first = first.addDays(-((first.date().dayOfWeek() - rule.weekStart + week) % week));
    if (const RuleDay begin{0, rule.weekStart}; !rule.days.contains(begin))
        rule.days.prepend(begin);
    return asked;
}

} // namespace

QList<QDateTime> occurrencesAfter(const RepeatRule &rule, const QDateTime &start, int most)
{
    // libical counts from the beginning whether or not that is a day of the rule, and takes the last day for its midnight.
    RepeatRule endless = rule;
    endless.count = 0;
    endless.until = {};
    QDateTime first = start;
    const QList<RuleDay> asked = beginWithTheWeek(endless, first);
    if (rule.count != 0)
        most = qMin(most, rule.count - 1);
    icalerror_set_errors_are_fatal(false);
    const icalrecurrencetype parsed = icalrecurrencetype_from_string(repeatRuleCode(endless).toLatin1().constData());
    if (parsed.freq == ICAL_NO_RECURRENCE || !start.isValid())
        return {};
    const std::unique_ptr<icalrecur_iterator, IteratorFree> iterator(icalrecur_iterator_new(parsed, icalTime(first)));
    QList<QDateTime> found;
    for (int looked = 0; iterator && found.size() < most && looked < mostOccurrences; ++looked) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next))
            break;
        const QDateTime wall = wallTime(next);
        if (!wall.isValid() || (rule.until.isValid() && wall > rule.until))
            break;
        if (wall > start && (asked.isEmpty() || asked.contains(RuleDay{0, wall.date().dayOfWeek()})))
            found << wall;
    }
    return found;
}

Result<RepeatRule> usableRule(const QString &text, const QDateTime &start)
{
    auto rule = parseRepeatRule(text);
    if (!rule)
        return rule;
    const auto refused = [](const QString &message) { return Error{ErrorCode::Refused, message, {}, Codes::recurrence}; };
    if (rule->until.isValid() && rule->until < start)
        return refused(Texts::tr("The repetition would end before it begins."));
    RepeatRule endless = *rule;
    endless.count = 0;
    endless.until = {};
    if (occurrencesAfter(endless, start).isEmpty())
        return refused(Texts::tr("No day fits the rule of repetition."));
    return rule;
}

qint64 instantOfWall(const QDateTime &wall, const QTimeZone &zone)
{
    // Between the offsets before and after a change of the clocks lie what is skipped and what is shown twice.
    const qint64 asUtc = QDateTime(wall.date(), wall.time(), Qt::UTC).toMSecsSinceEpoch();
    constexpr qint64 day = 86'400'000;
    const auto offsetAt = [&](qint64 at) {
        return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC))) * 1000;
    };
    const qint64 before = offsetAt(asUtc - day);
    const qint64 after = offsetAt(asUtc + day);
    const qint64 byBefore = asUtc - before;
    if (offsetAt(byBefore) == before)
        return byBefore; // of two moments that look alike this is the first
    const qint64 byAfter = asUtc - after;
    return offsetAt(byAfter) == after ? byAfter : byBefore;
}

QDateTime wallOf(qint64 instant, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant, zone);
    return {local.date(), QTime(local.time().hour(), local.time().minute(), local.time().second()), Qt::UTC};
}

QTimeZone seriesZone(const QString &name)
{
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QDateTime wallOfCode(const QString &code)
{
    const QDateTime moment = QDateTime::fromString(code, Qt::ISODate);
    return {moment.date(), moment.time(), Qt::UTC};
}

RepeatRule movedRule(const RepeatRule &rule, const QDateTime &from, const QDateTime &to)
{
    RepeatRule moved = rule;
    const QDate was = from.date();
    const QDate is = to.date();
    constexpr int week = 7;
    const bool isNthOfYear = rule.every == Frequency::Yearly && rule.months.isEmpty() && !rule.days.isEmpty()
        && rule.days.constFirst().nth != 0;
    if (rule.days.size() == 1 && rule.days.constFirst().day == was.dayOfWeek() && !isNthOfYear) {
        RuleDay &day = moved.days.first();
        day.day = is.dayOfWeek();
        if (day.nth > 0)
            day.nth = (is.day() - 1) / week + 1;
        else if (day.nth < 0)
            day.nth = -((is.daysInMonth() - is.day()) / week + 1);
    }
    if (rule.monthDays.size() == 1 && rule.monthDays.constFirst() == was.day())
        moved.monthDays = {is.day()};
    if (rule.months.size() == 1 && rule.months.constFirst() == was.month())
        moved.months = {is.month()};
    return moved;
}

} // namespace Kartoteka
