// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_turn.h"

#include "core/activities/recurrence.h"
#include "core/activities/rule_days.h"
#include "core/calendar/calendar_plan.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewMoments = 1000;
constexpr int mostSteps = 40; ///< times so many moments: a day each for a hundred years

/// Days of a rule within a period that lie before one of them.
qsizetype daysBefore(const QList<QDate> &days, const QDate &day)
{
    return std::ranges::count_if(days, [&day](const QDate &one) { return one < day; });
}

/// A rule with the days said that it has from where it begins.
RepeatRule namingDays(RepeatRule rule, const QDate &first)
{
    const bool namesDays = !rule.days.isEmpty() || !rule.monthDays.isEmpty() || !rule.yearDays.isEmpty()
        || !rule.weeks.isEmpty();
    if (namesDays || rule.every == Frequency::Daily)
        return rule;
    if (rule.every == Frequency::Weekly)
        rule.days = {{0, first.dayOfWeek()}};
    else
        rule.monthDays = {first.day()};
    if (rule.every == Frequency::Yearly && rule.months.isEmpty())
        rule.months = {first.month()};
    return rule;
}

} // namespace

QTimeZone zoneOf(const CalendarEvent &event)
{
    return seriesZone(QString::fromLatin1(event.zone));
}

QDateTime beginOf(const CalendarEvent &event)
{
    return event.allDay ? QDateTime(event.first, QTime(0, 0), Qt::UTC)
                        : wallOf(event.starts != 0 ? event.starts : event.due.value_or(0), zoneOf(event));
}

QDateTime firstTurn(const Schema &schema, const CalendarEvent &event)
{
    if (!event.allDay)
        return wallOf(event.due.value_or(event.starts), zoneOf(event));
    const Value deadline = activityTimes(schema, {event.first, {}}, {event.last, {}}).value(Codes::deadline);
    return {event.first, wallOf(deadline.toLongLong()).time(), Qt::UTC};
}

qint64 secondsOf(const CalendarEvent &event)
{
    return event.allDay ? (event.first.daysTo(event.last) + 1) * 86'400 : event.minutes * 60;
}

std::optional<EventTurn> turnOf(const Schema &schema, const CalendarEvent &event, const QStringList &ownTimes,
                                const QDateTime &from)
{
    auto rule = parseRepeatRule(event.rule);
    if (!rule)
        return std::nullopt;
    QSet<QString> out(event.exceptions.cbegin(), event.exceptions.cend());
    out.unite({ownTimes.cbegin(), ownTimes.cend()});
    const qint64 lasts = secondsOf(event);
    QDateTime last = firstTurn(schema, event);
    QList<QDateTime> moments{last};
    for (int step = 0; step < mostSteps && !moments.isEmpty(); ++step) {
        for (const QDateTime &moment : std::as_const(moments)) {
            const QString code = occurrenceCode(event.allDay ? QDateTime(moment.date(), QTime(0, 0), Qt::UTC) : moment);
            if (moment.addSecs(lasts) >= from && !out.contains(code))
                return EventTurn{moment, repeatRuleCode(*rule)};
            // Whatever is passed over was one of so many times.
            if (rule->count == 1)
                return std::nullopt;
            rule->count = qMax(0, rule->count - 1);
        }
        last = moments.constLast();
        RepeatRule rest = *rule;
        rest.count = rest.count == 0 ? 0 : rest.count + 1; // the last one that was looked at begins the next ones
        moments = occurrencesAfter(rest, last, fewMoments);
    }
    return std::nullopt;
}

std::optional<EventTurn> changedTurn(const Schema &schema, const CalendarEvent &event, const QStringList &ownTimes,
                                     const Item &here, const QDateTime &now)
{
    const QDateTime own = wallOfCode(here.text(Codes::occurrence));
    if (!own.isValid())
        return turnOf(schema, event, ownTimes, now);
    const qint64 lasts = secondsOf(event);
    const auto from = [&](const QDate &day) { // by its day: at which hour of it is what may have changed
        return turnOf(schema, event, ownTimes, QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(lasts));
    };
    auto ahead = from(own.date());
    const auto was = parseRepeatRule(here.text(Codes::recurrence));
    const auto is = parseRepeatRule(event.rule);
    const bool hasDay = ahead && ahead->moment.date() == own.date();
    if (hasDay || !was || !is || was->every != is->every)
        return ahead;
    // The rule has no such day any more: as many of its days lie before it in the week, month or year as before.
    const QList<QDate> days =
        RuleDays(namingDays(*is, event.allDay ? event.first : beginOf(event).date()), own.date()).next();
    const qsizetype place = qMin(daysBefore(RuleDays(*was, own.date()).next(), own.date()), days.size() - 1);
    if (place < 0 || days[place] >= own.date())
        return ahead;
    auto earlier = from(days[place]);
    // What would be over by now is not brought up anew for that.
    const bool isOver = earlier && earlier->moment.addSecs(lasts) < now && own.addSecs(lasts) >= now;
    return isOver ? turnOf(schema, event, ownTimes, now) : earlier;
}

qint64 secondsToStart(const Item &activity)
{
    const Value start = activity.value(Codes::start);
    const Value deadline = activity.value(Codes::deadline);
    const QTimeZone zone = seriesZone(activity.text(Codes::timeZone));
    return start.isValid() && deadline.isValid()
        ? wallOf(deadline.toLongLong(), zone).secsTo(wallOf(start.toLongLong(), zone))
        : 0;
}

void putTurn(QHash<QString, Value> &values, const CalendarEvent &event, const EventTurn &turn)
{
    const QTimeZone zone = zoneOf(event);
    const qint64 deadline = instantOfWall(turn.moment, zone);
    if (event.allDay) {
        const int days = int(event.first.daysTo(event.last));
        values.insert(Codes::start, turn.moment.date().startOfDay().toMSecsSinceEpoch());
        values.insert(Codes::duration, qint64(days + 1) * 24 * 60);
    } else if (event.starts != 0) {
        const QDateTime due = wallOf(event.due.value_or(event.starts), zone);
        const qint64 apart = due.secsTo(wallOf(event.starts, zone));
        values.insert(Codes::start, instantOfWall(turn.moment.addSecs(apart), zone));
    }
    values.insert(Codes::deadline, deadline);
    values.insert(Codes::recurrence, turn.rule);
    values.insert(Codes::occurrence, occurrenceCode(turn.moment));
    values.insert(Codes::timeZone, QString::fromLatin1(zone.id()));
}

} // namespace Kartoteka
