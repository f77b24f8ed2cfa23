// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/schema/schema.h"
#include "core/transfer/icalendar.h"

#include <optional>

namespace Kartoteka {

/// A moment of an event's rule at which its series goes on here: one activity stands for it, and makes the others when it is done.
struct EventTurn
{
    QDateTime moment; ///< of the deadline, as a clock on the wall shows it
    QString rule;     ///< with as many times less
};

/// The zone in which an event's rule is counted.
QTimeZone zoneOf(const CalendarEvent &event);

/// How long one time of it lasts.
qint64 secondsOf(const CalendarEvent &event);

/// When it begins by the clock on the wall; whole days at midnight.
QDateTime beginOf(const CalendarEvent &event);
/// The moment at which it is due, by its rule the first time.
QDateTime firstTurn(const Schema &schema, const CalendarEvent &event);

/// The first time of a rule that is not over at @p from (on the wall) and was not left out; nothing where there is none. @p ownTimes:
/// moments that stand by themselves.
std::optional<EventTurn> turnOf(const Schema &schema, const CalendarEvent &event, const QStringList &ownTimes,
                                const QDateTime &from);

/// Where a series that stands at @p here goes on when its event is changed: at the time that takes the place of that one, which may be
/// an earlier day of its week, month or year. @p now: on the wall.
std::optional<EventTurn> changedTurn(const Schema &schema, const CalendarEvent &event, const QStringList &ownTimes,
                                     const Item &here, const QDateTime &now);

/// Seconds from when an activity is due to when it begins, on the wall: rules are counted from the one here, from the other in files.
qint64 secondsToStart(const Item &activity);

/// The values of an activity that stands at that time, by field code.
void putTurn(QHash<QString, Value> &values, const CalendarEvent &event, const EventTurn &turn);

} // namespace Kartoteka
