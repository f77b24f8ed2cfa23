// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/seats.h"

#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"

#include <algorithm>

namespace Kartoteka {

qsizetype seatsOf(const Schema &schema, const Item &booking)
{
    // People of the office stand among the guests with what they answered, besides among those who take part.
    QSet<qint64> users{booking.reference(Codes::responsible)};
    for (const Member &member : booking.members(Codes::participants))
        users.insert(member.ref.id);
    QHash<QString, qint64> ours;
    for (const User &user : schema.users())
        ours.insert(user.email.toLower(), user.id);
    qsizetype others = 0;
    for (const Member &guest : booking.members(Codes::guests)) {
        const bool comes = guest.label != Codes::guestDeclined;
        const qint64 user = guest.text.isEmpty() ? 0 : ours.value(guest.text.toLower());
        if (user == 0)
            others += comes ? 1 : 0;
        else if (comes)
            users.insert(user);
        else
            users.remove(user);
    }
    users.remove(0);
    return users.size() + others;
}

QList<TakenSeats> crowdedTimes(const QList<TakenSeats> &bookings, qsizetype seats)
{
    struct Edge
    {
        qint64 at;
        qsizetype more;
    };
    QList<Edge> edges;
    for (const TakenSeats &one : bookings)
        edges << Edge{one.span.starts, one.seats} << Edge{one.span.ends, -one.seats};
    std::ranges::sort(edges, [](const Edge &a, const Edge &b) { return a.at < b.at; });
    QList<TakenSeats> crowded;
    qsizetype taken = 0;
    for (qsizetype i = 0; i < edges.size();) {
        const qint64 from = edges[i].at;
        for (; i < edges.size() && edges[i].at == from; ++i)
            taken += edges[i].more;
        if (i == edges.size() || taken < seats)
            continue;
        if (!crowded.isEmpty() && crowded.constLast().span.ends == from) {
            crowded.last().span.ends = edges[i].at;
            crowded.last().seats = qMax(crowded.constLast().seats, taken);
        } else {
            crowded.append({{from, edges[i].at}, taken, 0});
        }
    }
    return crowded;
}

Result<QList<TakenSeats>> readTakenSeats(const ReadContext &context, qint64 resource, const TimeSpan &within, qint64 now,
                                         const QSet<qint64> &without)
{
    auto busy = busySpans(context, {false, resource}, within, now);
    if (!busy)
        return busy.error();
    busy->removeIf([&without](const BusySpan &one) { return without.contains(one.activity); });
    QSet<qint64> ids;
    for (const BusySpan &one : std::as_const(*busy))
        ids.insert(one.activity);
    auto items = ids.isEmpty() ? Result<QList<Item>>(QList<Item>())
                               : readItems(context, context.schema->type(u"activity"_s)->id, ids.values());
    if (!items)
        return items.error();
    QHash<qint64, qsizetype> seats;
    for (const Item &item : std::as_const(*items))
        seats.insert(item.id, seatsOf(*context.schema, item));
    QList<TakenSeats> taken;
    for (const BusySpan &one : std::as_const(*busy))
        taken.append({one.span, seats.value(one.activity), one.activity});
    return taken;
}

} // namespace Kartoteka
