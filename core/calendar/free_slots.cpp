// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/free_slots.h"

#include "core/activities/recurrence.h"
#include "core/base/texts.h"
#include "core/calendar/seats.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What is left of stretches in order when others are taken out.
QList<TimeSpan> leftOf(const QList<TimeSpan> &open, QList<TimeSpan> taken)
{
    std::ranges::sort(taken, [](const TimeSpan &a, const TimeSpan &b) { return a.starts < b.starts; });
    QList<TimeSpan> free;
    qsizetype first = 0;
    for (const TimeSpan &span : open) {
        qint64 at = span.starts;
        // What ends before this stretch begins may still be longer than what begins after it: only leading ones are dropped.
        while (first < taken.size() && taken[first].ends <= span.starts)
            ++first;
        for (qsizetype i = first; i < taken.size() && taken[i].starts < span.ends; ++i) {
            if (taken[i].starts > at)
                free.append({at, taken[i].starts});
            at = qMax(at, taken[i].ends);
        }
        if (at < span.ends)
            free.append({at, span.ends});
    }
    return free;
}

/// Stretches that touch become one.
QList<TimeSpan> joined(const QList<TimeSpan> &spans)
{
    QList<TimeSpan> result;
    for (const TimeSpan &span : spans) {
        if (span.starts >= span.ends)
            continue;
        if (!result.isEmpty() && result.constLast().ends >= span.starts)
            result.last().ends = qMax(result.constLast().ends, span.ends);
        else
            result.append(span);
    }
    return result;
}

qint64 at(const QDate &day, int minute)
{
    // 24:00 is the midnight of the next day.
    const QDateTime wall(day.addDays(minute / minutesOfDay), QTime(0, 0).addSecs(minute % minutesOfDay * 60), Qt::UTC);
    return instantOfWall(wall);
}

} // namespace

QList<FreeSpan> freeSpans(const QList<Availability> &all, int minutes, bool ofAny)
{
    // Each one's beginnings and ends of freedom, swept in order: between two of them the same ones are free.
    struct Edge
    {
        qint64 at;
        qsizetype who;
        bool isBegin;
    };
    QList<Edge> edges;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const TimeSpan &span : joined(leftOf(joined(all[i].open), all[i].taken)))
            edges << Edge{span.starts, i, true} << Edge{span.ends, i, false};
    }
    std::ranges::sort(edges, [](const Edge &a, const Edge &b) { return a.at < b.at; });
    QList<bool> free(all.size(), false);
    qsizetype count = 0;
    QList<FreeSpan> spans;
    for (qsizetype i = 0; i < edges.size();) {
        const qint64 from = edges[i].at;
        for (; i < edges.size() && edges[i].at == from; ++i) {
            count += edges[i].isBegin ? 1 : -1;
            free[edges[i].who] = edges[i].isBegin;
        }
        if (i == edges.size() || count == 0 || (!ofAny && count < all.size()))
            continue;
        QList<Who> who;
        for (qsizetype one = 0; one < all.size(); ++one) {
            if (free[one])
                who << all[one].who;
        }
        const TimeSpan span{from, edges[i].at};
        if (!spans.isEmpty() && spans.constLast().span.ends == from && spans.constLast().freeFor == who)
            spans.last().span.ends = span.ends;
        else
            spans.append({span, who});
    }
    spans.removeIf([minutes](const FreeSpan &one) { return one.span.ends - one.span.starts < minutes * minuteMs; });
    return spans;
}

QList<qint64> slotBegins(const TimeSpan &span, int minutes, int step)
{
    QList<qint64> begins;
    const qint64 stepMs = qMax(1, step) * minuteMs;
    // Slots begin at round times of the day, not where the last meeting happened to end, also after the clock was changed.
    const auto round = [stepMs](qint64 at) {
        const qint64 sinceMidnight = QDateTime::fromMSecsSinceEpoch(at).time().msecsSinceStartOfDay();
        return at + (stepMs - sinceMidnight % stepMs) % stepMs;
    };
    for (qint64 begin = round(span.starts); begin + minutes * minuteMs <= span.ends; begin = round(begin + stepMs))
        begins << begin;
    return begins;
}

QList<FreeSpan> slotsOf(const QList<FreeSpan> &spans, int minutes, int step)
{
    if (step == 0)
        return spans;
    QList<FreeSpan> found;
    for (const FreeSpan &free : spans) {
        for (const qint64 begin : slotBegins(free.span, minutes, step))
            found.append({{begin, begin + minutes * minuteMs}, free.freeFor});
    }
    return found;
}

QList<TimeSpan> openHours(const Schema &schema, const Who &who, const Resource *resource, const QDate &from, const QDate &to,
                          bool anyHour)
{
    const WorkCalendar calendar(schema);
    const User *user = who.isPerson ? schema.user(who.id) : nullptr;
    const WorkHours wholeDay{{0, minutesOfDay}};
    QList<TimeSpan> open;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        const bool isAway = user && user->absentFrom.isValid() && user->absentFrom <= day
            && (!user->absentUntil.isValid() || day <= user->absentUntil);
        if (isAway)
            continue;
        WorkHours hours = anyHour ? wholeDay : calendar.hours(day);
        // A resource has hours of its own, but not on the odd days of the office.
        const bool isOdd = std::ranges::any_of(schema.calendarDays(),
                                               [&day](const CalendarDay &odd) { return odd.day == day; });
        if (resource && !anyHour && !isOdd && resource->hours.contains(day.dayOfWeek()))
            hours = resource->hours.value(day.dayOfWeek());
        for (const WorkInterval &interval : std::as_const(hours))
            open.append({at(day, interval.from), at(day, interval.to)});
    }
    return joined(open);
}

Result<QList<FreeSpan>> readFreeSpans(const ReadContext &context, const SlotQuery &query)
{
    const qint64 days = query.from.isValid() && query.to.isValid() ? query.from.daysTo(query.to) + 1 : 0;
    if (query.who.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("Say whose time is asked for: people or resources."), {}, {}};
    if (days < 1 || days > longestSlotDays)
        return Error{ErrorCode::Usage,
                     Texts::tr("Free time is looked for from one day to %1 days ahead.").arg(longestSlotDays),
                     {},
                     {}};
    if (query.minutes < 1 || query.minutes > minutesOfDay)
        return Error{ErrorCode::Usage, Texts::tr("A slot lasts from one minute to a day."), {}, {}};
    QList<qint64> ids;
    for (const Who &who : query.who) {
        if (!who.isPerson)
            ids << who.id;
    }
    auto resources = ids.isEmpty() ? Result<QHash<qint64, Resource>>(QHash<qint64, Resource>())
                                   : readResources(context, ids);
    if (!resources)
        return resources.error();
    const TimeSpan within{qMax(query.now, at(query.from, 0)), at(query.to, minutesOfDay)};
    QList<Availability> all;
    for (const Who &who : query.who) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        const auto resource = resources->constFind(who.id);
        const bool isResource = !who.isPerson && resource != resources->cend();
        const qint64 gap = isResource ? resource->gapMs : 0;
        Availability one{
            who,
            openHours(*context.schema, who, isResource ? &*resource : nullptr, query.from, query.to, query.anyHour),
            {{0, query.now}}};
        if (!isResource || !resource->overlap) {
            auto busy = busySpans(context, who, {within.starts - gap, within.ends + gap}, query.now);
            if (!busy)
                return busy.error();
            for (const BusySpan &span : std::as_const(*busy)) {
                if (!query.without.contains(span.activity))
                    one.taken.append({span.span.starts - gap, span.span.ends + gap});
            }
        }
        if (isResource && resource->overlap && resource->capacity > 0) {
            auto taken = readTakenSeats(context, who.id, within, query.now, query.without);
            if (!taken)
                return taken.error();
            for (const TakenSeats &crowd : crowdedTimes(*taken, qMax(1, resource->capacity - query.seats + 1)))
                one.taken.append(crowd.span);
        }
        all.append(std::move(one));
    }
    return freeSpans(all, query.minutes, query.ofAny);
}

Result<QList<TimeSpan>> nearestFree(const ReadContext &context, const QList<Who> &who, const TimeSpan &wanted, qint64 now,
                                    const Displaced &what, int most)
{
    constexpr int daysAround = 14;
    constexpr qint64 step = 15 * minuteMs;
    const qint64 lasts = wanted.ends - wanted.starts;
    const qint64 apartMs = qMax(step, (lasts + step - 1) / step * step); // round times stay round
    const QDate day = QDateTime::fromMSecsSinceEpoch(wanted.starts).date();
    SlotQuery query;
    query.who = who;
    query.from = day.addDays(-daysAround);
    query.to = day.addDays(daysAround);
    query.minutes = int(qBound(qint64(1), (lasts + minuteMs - 1) / minuteMs, qint64(minutesOfDay)));
    query.now = now;
    query.without = what.without;
    query.seats = what.seats;
    // What takes longer than a working day fits into none of them.
    query.anyHour = query.minutes > 10 * 60;
    auto free = readFreeSpans(context, query);
    if (!free)
        return free.error();
    QList<TimeSpan> found;
    for (const FreeSpan &one : std::as_const(*free)) {
        // Of each stretch the nearest time: what is wanted, moved into it.
        const qint64 latest = one.span.ends - lasts;
        if (latest < one.span.starts)
            continue;
        const qint64 nearest = qBound(one.span.starts, wanted.starts, latest);
        found.append({nearest, nearest + lasts});
        // Beside it the next times of a long stretch, one after the other, so that one free day offers more than its edge.
        for (int i = 1; i < most; ++i) {
            for (const qint64 begin : {nearest - i * apartMs, nearest + i * apartMs}) {
                if (begin >= one.span.starts && begin <= latest)
                    found.append({begin, begin + lasts});
            }
        }
    }
    std::ranges::sort(found, [&](const TimeSpan &a, const TimeSpan &b) {
        const qint64 one = qAbs(a.starts - wanted.starts);
        const qint64 other = qAbs(b.starts - wanted.starts);
        return one != other ? one < other : a.starts < b.starts;
    });
    QList<TimeSpan> apart;
    for (const TimeSpan &span : std::as_const(found)) {
        const bool isApart = std::ranges::none_of(apart, [&span](const TimeSpan &taken) { return taken.overlaps(span); });
        if (isApart && apart.size() < most)
            apart.append(span);
    }
    std::ranges::sort(apart, [](const TimeSpan &a, const TimeSpan &b) { return a.starts < b.starts; });
    return apart;
}

} // namespace Kartoteka
