// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/overfull_time.h"
#include "core/schema/value.h"

#include <QDateTime>
#include <QHash>

namespace Kartoteka {

/// What stands in a calendar: an item by its dates, or an activity. A plain value, in the time zone of this computer.
struct CalendarEntry
{
    ItemRef ref; ///< type and row
    QUuid uid;
    QString title;
    QString detail; ///< whom or what it is with: the client of an item, the item of an activity; may be empty

    QDate first;      ///< the days that it covers, the last one included
    QDate last;       ///< …
    QDateTime starts; ///< invalid where it has whole days
    QDateTime ends;   ///< … the same as `starts` where it takes no time

    bool allDay = false;    ///< it has whole days, that no time zone moves
    bool isDone = false;    ///< done, or in a final stage
    bool isOverdue = false; ///< open, and its deadline has passed
    bool isGhost =
        false; ///< one of those that will follow in a series: there is no row of it yet, `ref` is the series' open one
    bool isTentative = false;   ///< held, or not certain: others may still take the time
    bool isReleased = false;    ///< it was held until a moment that has passed: it takes no time any more
    bool clashes = false;       ///< another one has the same resource at the same time, or it has too few places
    bool isMovable = false;     ///< its times can be edited
    bool isStretchable = false; ///< … and it has an end that can be
    bool repeats = false;       ///< it bears a rule of repetition

    qint64 stage = 0;                  ///< of an item, or of the item of an activity
    qint64 kind = 0;                   ///< of an activity: list value
    qint64 person = 0;                 ///< responsible
    QList<qint64> people = {};         ///< responsible and participants
    QList<qint64> resources = {};      ///< that it books
    QList<OverfullTime> overfull = {}; ///< … of whose places more are taken than they have
    int taken = 0;                     ///< places that are taken of one that has fewer; 0: there are enough
    int places = 0;                    ///< … that it has
    QString colour = {};               ///< #rrggbb of its own; empty: none
    qint64 choice = 0;                 ///< list value of CalendarQuery::colourField
    ItemRef item = {};                 ///< of an activity: the item it is for, null when there is none

    QString field = {};    ///< code of the field by which it begins: a date of an item, `start` or `deadline` of an activity
    QString endField = {}; ///< … of the date until which an item lasts; empty for others
    /// What a move changes, as the file has it, by field code: these fields and what goes with them.
    QHash<QString, Value> times = {};

    int days() const { return int(first.daysTo(last)) + 1; }
    bool covers(const QDate &day) const { return first <= day && day <= last; }
    bool operator==(const CalendarEntry &) const = default;
};

/// What stands between two days.
struct CalendarEntries
{
    QDate from;
    QList<CalendarEntry> entries; ///< by day, whole days and longer ones first, then by time
    QList<int> counts;            ///< of each day from `from` on, whether or not all of them are among `entries`
    bool isCut = false;           ///< there are more than are listed: days have more than the limit

    int count(const QDate &day) const { return counts.value(from.daysTo(day)); }
    bool operator==(const CalendarEntries &) const = default;
};

} // namespace Kartoteka
