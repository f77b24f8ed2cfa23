// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_turn.h"

#include "core/activities/recurrence.h"
#include "core/calendar/calendar_plan.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <QSet>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewMoments = 1000;
constexpr int mostSteps = 40; ///< times so many moments: a day each for a hundred years

/// The wall's moment at which an event is due, by its rule the first time.
QDateTime firstOf(const Schema &schema, const CalendarEvent &event)
{
    if (!event.allDay)
        return wallOf(event.due.value_or(event.starts), zoneOf(event));
    const Value deadline = activityTimes(schema, {event.first, {}}, {event.last, {}}).value(Codes::deadline);
    return {event.first, wallOf(deadline.toLongLong()).time(), Qt::UTC};
}

} // namespace

QTimeZone zoneOf(const CalendarEvent &event)
{
    return seriesZone(QString::fromLatin1(event.zone));
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
    QDateTime last = firstOf(schema, event);
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
