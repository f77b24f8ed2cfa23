// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/busy.h"
#include "core/schema/work_calendar.h"

#include <QSet>

namespace Kartoteka {

/// What is asked of people's and resources' time.
struct SlotQuery
{
    QList<Who> who;
    QDate from;
    QDate to;                  ///< included; at most longestSlotDays after the first
    int minutes = 60;          ///< that a slot lasts at least
    bool anyHour = false;      ///< outside working hours as well
    bool ofAny = false;        ///< where at least one of them is free; else all must be
    qint64 now = 0;            ///< UTC ms: nothing before is offered
    QSet<qint64> without = {}; ///< activities whose time counts as free: they are to stand elsewhere
    int seats = 1;             ///< places that are wanted of what several may have at once

    bool operator==(const SlotQuery &) const = default;
};

constexpr int longestSlotDays = 366;

/// A stretch in which nothing stands in the way of those named.
struct FreeSpan
{
    TimeSpan span;
    QList<Who> freeFor;

    bool operator==(const FreeSpan &) const = default;
};

/// When one of them could be asked at all, and when not: what freeSpans() is worked out of.
struct Availability
{
    Who who;
    QList<TimeSpan> open;  ///< in order, apart from each other
    QList<TimeSpan> taken; ///< in any order
};

/// Pure: the longest stretches of @p minutes or more in which all are free, or, with @p ofAny, the same ones are.
QList<FreeSpan> freeSpans(const QList<Availability> &all, int minutes, bool ofAny = false);

/// Begins of slots of so many minutes within a span, every @p step minutes of the clock on the wall.
QList<qint64> slotBegins(const TimeSpan &span, int minutes, int step);
/// Free times as slots of so many minutes that begin every @p step minutes; 0: as they are.
QList<FreeSpan> slotsOf(const QList<FreeSpan> &spans, int minutes, int step);

/// The hours of the office, of a resource or of a person who is not away, on each of the days, as UTC ms.
QList<TimeSpan> openHours(const Schema &schema, const Who &who, const Resource *resource, const QDate &from, const QDate &to,
                          bool anyHour = false);

/// Reads what is taken and works it out. Refused in words for days or people that make no sense. Cancelled by the token.
Result<QList<FreeSpan>> readFreeSpans(const ReadContext &context, const SlotQuery &query);

/// What is to stand elsewhere: see SlotQuery.
struct Displaced
{
    QSet<qint64> without = {};
    int seats = 1;
};
/// When those who share a time are free, as near to it as they are: before and after, at most @p most.
Result<QList<TimeSpan>> nearestFree(const ReadContext &context, const QList<Who> &who, const TimeSpan &wanted, qint64 now,
                                    const Displaced &what = {}, int most = 3);

} // namespace Kartoteka
