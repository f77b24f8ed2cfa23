// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durations.h"
#include "core/calendar/busy.h"

#include "core/calendar/activity_span.h"
#include "core/calendar/ghosts.h"
#include "core/calendar/seats.h"
#include "core/items/item_queries.h"
#include "core/store/kept/busy_times.h"
#include "core/store/record/read_ids.h"
#include "core/store/record/record_reader.h"

#include <algorithm>
#include <limits>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The open series that take somebody's time.
Result<QList<Item>> seriesOf(const ReadContext &context, const Who &who)
{
    auto ids = readIds(
        context,
        u"SELECT a.id FROM activity a INDEXED BY activity_repeats WHERE a.deleted_at IS NULL "
        "AND a.recurrence IS NOT NULL AND a.done IS NOT 1 AND a.start IS NOT NULL AND EXISTS "
        "(SELECT 1 FROM busy b INDEXED BY busy_activity WHERE b.activity = a.id AND b.is_person = ? AND b.who = ?)"_s,
        {who.isPerson, who.id});
    if (!ids || ids->isEmpty())
        return ids ? Result<QList<Item>>(QList<Item>()) : Result<QList<Item>>(ids.error());
    return readItems(context, context.schema->type(u"activity"_s)->id, *ids);
}

/// A booking of what several may have at once, where places are counted.
struct SeatBooking
{
    qint64 activity = 0;
    qint64 resource = 0;
    TimeSpan span;
    qsizetype capacity = 0;
};

/// Of these activities.
Result<QList<SeatBooking>> seatBookings(const ReadContext &context, const QList<qint64> &activities)
{
    auto cursor = context.connection.query(
        u"SELECT b.activity, b.who, b.starts, b.ends, r.capacity FROM busy b INDEXED BY busy_activity CROSS JOIN resource r "
        "ON r.id = b.who AND r.deleted_at IS NULL AND r.overlap = 1 AND r.capacity > 0 "
        "WHERE b.activity IN (SELECT value FROM json_each(?)) AND b.is_person = 0"_s,
        {idList(activities)});
    if (!cursor)
        return cursor.error();
    QList<SeatBooking> bookings;
    while (cursor->next())
        bookings.append({cursor->integer(0),
                         cursor->integer(1),
                         {cursor->integer(2), cursor->integer(3)},
                         qsizetype(cursor->integer(4))});
    return bookings;
}

/// Adds who else is there while more places are taken than there are.
Result<void> addCrowds(const ReadContext &context, const QList<qint64> &activities, qint64 now,
                       QHash<qint64, Clash> &clashes)
{
    auto bookings = seatBookings(context, activities);
    if (!bookings)
        return bookings.error();
    for (const SeatBooking &one : std::as_const(*bookings)) {
        auto taken = readTakenSeats(context, one.resource, one.span, now, {});
        if (!taken)
            return taken.error();
        for (const TakenSeats &crowd : crowdedTimes(*taken, one.capacity + 1)) {
            if (!crowd.span.overlaps(one.span))
                continue;
            Clash &clash = clashes[one.activity];
            clash.overfull << OverfullTime{one.resource, crowd.span, crowd.seats, one.capacity};
            if (crowd.seats > clash.taken) {
                clash.taken = crowd.seats;
                clash.places = one.capacity;
            }
            for (const TakenSeats &other : std::as_const(*taken)) {
                if (crowd.span.overlaps(other.span) && other.activity != one.activity
                    && !clash.others.contains(other.activity))
                    clash.others << other.activity;
            }
        }
    }
    return {};
}

/// Adds the bookings, by beginning, of times at which more places of a resource are taken than it has.
Result<void> addCrowdsWithin(const ReadContext &context, const TimeSpan &within, qint64 now,
                             QMap<QPair<qint64, qint64>, bool> &found)
{
    constexpr qint64 farthest = 400 * dayMs;
    const TimeSpan span{within.starts, qMin(within.ends, within.starts + farthest)};
    QList<QPair<qint64, qsizetype>> shared;
    {
        auto cursor = context.connection.query(
            u"SELECT id, capacity FROM resource WHERE deleted_at IS NULL AND overlap = 1 AND capacity > 0"_s, {});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            shared.append({cursor->integer(0), qsizetype(cursor->integer(1))});
    }
    for (const auto &[resource, capacity] : std::as_const(shared)) {
        auto taken = readTakenSeats(context, resource, span, now, {});
        if (!taken)
            return taken.error();
        for (const TakenSeats &crowd : crowdedTimes(*taken, capacity + 1)) {
            for (const TakenSeats &one : std::as_const(*taken)) {
                if (one.span.overlaps(crowd.span))
                    found.insert({one.span.starts, one.activity}, true);
            }
        }
    }
    return {};
}

} // namespace

Result<QList<BusySpan>> busySpans(const ReadContext &context, const Who &who, const TimeSpan &within, qint64 now)
{
    QList<BusySpan> spans;
    {
        auto cursor = context.connection.query(
            u"SELECT starts, ends, activity FROM busy WHERE is_person = ? AND who = ? AND starts > ? AND starts < ? "
            "AND ends > ? AND (hold_until IS NULL OR hold_until > ?) UNION ALL "
            "SELECT starts, ends, activity FROM busy INDEXED BY busy_long WHERE is_person = ? AND who = ? AND ends > ? "
            "AND is_long = 1 AND starts <= ? AND (hold_until IS NULL OR hold_until > ?)"_s,
            {who.isPerson, who.id, within.starts - dayMs, within.ends, within.starts, now, who.isPerson, who.id,
             within.starts, within.starts - dayMs, now});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            spans.append({{cursor->integer(0), cursor->integer(1)}, cursor->integer(2)});
    }
    auto series = seriesOf(context, who);
    if (!series)
        return series.error();
    if (!series->isEmpty()) {
        const auto dayOf = [](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at).date(); };
        // A day more on both sides: days end elsewhere in other time zones.
        auto ghosts = ghostsOf(context, *series, dayOf(within.starts).addDays(-1), dayOf(within.ends).addDays(1), now);
        if (!ghosts)
            return ghosts.error();
        for (const Ghost &ghost : std::as_const(*ghosts)) {
            const BusySpan busy{takenSpan(ghost.times), ghost.activity, true};
            if (busy.span.overlaps(within))
                spans.append(busy);
        }
    }
    std::ranges::sort(spans, [](const BusySpan &a, const BusySpan &b) { return a.span.starts < b.span.starts; });
    return spans;
}

Result<QHash<qint64, Resource>> readResources(const ReadContext &context, const QList<qint64> &ids)
{
    QHash<qint64, Resource> resources;
    {
        auto cursor = context.connection.query(
            u"SELECT r.id, r.title, r.overlap, %1, r.slot, r.colour, r.capacity, r.active IS NOT 0, r.number FROM resource r "
            "WHERE r.deleted_at IS NULL AND %2"_s.arg(
                gapMinutes(u"r"_s), ids.isEmpty() ? u"r.active IS NOT 0"_s : u"r.id IN (SELECT value FROM json_each(?))"_s),
            ids.isEmpty() ? QVariantList() : QVariantList{idList(ids)});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            Resource resource;
            resource.id = cursor->integer(0);
            resource.title = cursor->text(1);
            resource.overlap = cursor->integer(2) != 0;
            resource.gapMs = cursor->integer(3) * minuteMs;
            resource.slot = int(qBound(qint64(0), cursor->integer(4), qint64(minutesOfDay)));
            resource.colour = cursor->text(5);
            resource.capacity = int(qBound(qint64(0), cursor->integer(6), qint64(1'000'000)));
            resource.active = cursor->integer(7) != 0;
            resource.number = cursor->text(8);
            resources.insert(resource.id, resource);
        }
    }
    auto cursor = context.connection.query(
        u"SELECT resource, weekday, hours FROM resource_hours WHERE deleted_at IS NULL AND hours IS NOT NULL "
        "AND resource IN (SELECT value FROM json_each(?))"_s,
        {idList(resources.keys())});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        if (const auto hours = parseWorkHours(cursor->text(2)))
            resources[cursor->integer(0)].hours.insert(cursor->text(1).toInt(), *hours);
    }
    return resources;
}

Result<QHash<qint64, Clash>> clashesOf(const ReadContext &context, const QList<qint64> &activities, qint64 now)
{
    QHash<qint64, Clash> clashes;
    for (const BookingLength other : {BookingLength::Short, BookingLength::Long}) {
        auto cursor = context.connection.query(
            clashingBookings(u"b.activity, o.activity"_s, u"b.activity IN (SELECT value FROM json_each(?))"_s, other),
            {now, now, idList(activities)});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            if (QList<qint64> &others = clashes[cursor->integer(0)].others; !others.contains(cursor->integer(1)))
                others << cursor->integer(1);
        }
    }
    if (auto done = addCrowds(context, activities, now, clashes); !done)
        return done.error();
    return clashes;
}

Result<QList<qint64>> clashesAfter(const ReadContext &context, qint64 from, qint64 now)
{
    return clashesWithin(context, {from, std::numeric_limits<qint64>::max()}, now);
}

Result<QList<qint64>> clashesWithin(const ReadContext &context, const TimeSpan &within, qint64 now)
{
    QMap<QPair<qint64, qint64>, bool> found; // by beginning
    // Of each resource by their beginnings, and the few longer ones.
    for (const BookingLength own : {BookingLength::Short, BookingLength::Long}) {
        const bool isShort = own == BookingLength::Short;
        const QString which = isShort
            ? u"b.is_person = 0 AND b.who IN (SELECT id FROM resource) AND b.ends > ? AND b.starts > ? AND b.starts < ?"_s
            : u"b.is_long = 1 AND b.starts < ? AND b.activity IN (SELECT l.activity FROM busy l INDEXED BY busy_long "
              "WHERE l.is_person = 0 AND l.who IN (SELECT id FROM resource) AND l.ends > ? AND l.is_long = 1)"_s;
        for (const BookingLength other : {BookingLength::Short, BookingLength::Long}) {
            auto cursor = context.connection.query(
                clashingBookings(u"b.starts, b.activity"_s, which, other),
                isShort ? QVariantList{now, now, within.starts, within.starts - dayMs, within.ends}
                        : QVariantList{now, now, within.ends, within.starts});
            if (!cursor)
                return cursor.error();
            while (cursor->next())
                found.insert({cursor->integer(0), cursor->integer(1)}, true);
        }
    }
    if (auto done = addCrowdsWithin(context, within, now, found); !done)
        return done.error();
    QList<qint64> ids;
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        ids << it.key().second;
    return ids;
}

} // namespace Kartoteka
