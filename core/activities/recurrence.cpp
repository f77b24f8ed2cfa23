// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/recurrence.h"

#include "core/activities/rule_days.h"
#include "core/base/texts.h"

#include <QTimeZone>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QList<QDateTime> occurrencesAfter(const RepeatRule &rule, const QDateTime &start, int most)
{
    QList<QDateTime> found;
    if (!start.isValid())
        return found;
    if (rule.count != 0) // the beginning counts, whether or not it is a day of the rule
        most = qMin(most, rule.count - 1);
    RuleDays days(rule, start.date());
    while (found.size() < most && !days.isOver()) {
        for (const QDate &day : days.next()) {
            const QDateTime moment(day, start.time(), Qt::UTC);
            if (rule.until.isValid() && moment > rule.until)
                return found;
            if (moment > start && found.size() < most)
                found << moment;
        }
    }
    return found;
}

QDate nearestDay(const RepeatRule &rule, const QDateTime &start)
{
    if (!start.isValid() || RuleDays(rule, start.date()).next().contains(start.date()))
        return start.date();
    RepeatRule endless = rule;
    endless.count = 0;
    const QList<QDateTime> next = occurrencesAfter(endless, start);
    return next.isEmpty() ? QDate() : next.constFirst().date();
}

Result<RepeatRule> usableRule(const QString &text, const QDateTime &start)
{
    auto rule = parseRepeatRule(text);
    if (!rule)
        return rule;
    const auto refused = [](const QString &message) { return Error{ErrorCode::Refused, message, {}, Codes::recurrence}; };
    if (rule->until.isValid() && rule->until < start)
        return refused(Texts::tr("The series would end before it begins."));
    RepeatRule endless = *rule;
    endless.count = 0;
    endless.until = {};
    if (occurrencesAfter(endless, start).isEmpty()) // as parseRepeatRule() says of what it sees
        return Error{ErrorCode::Usage, Texts::tr("No day matches the repeat rule."), {}, Codes::recurrence};
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
    // No name would be looked for in the system's files, too.
    const QTimeZone zone = name.isEmpty() ? QTimeZone() : QTimeZone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QDateTime wallOfCode(const QString &code)
{
    if (!isOccurrenceCode(code))
        return {};
    return {QDate::fromString(code.left(10), Qt::ISODate), QTime::fromString(code.mid(11), Qt::ISODate), Qt::UTC};
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
