// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/busy.h"
#include "core/items/item.h"

#include <QSet>

namespace Kartoteka {

/// How many places a booking takes: one for each person, guests who come included.
qsizetype seatsOf(const Schema &schema, const Item &booking);

/// Places of a resource that are taken at a time.
struct TakenSeats
{
    TimeSpan span;
    qsizetype seats = 0;
    qint64 activity = 0;
};
/// When so many places, or more, are taken at once by how many. Pure; in order.
QList<TakenSeats> crowdedTimes(const QList<TakenSeats> &bookings, qsizetype seats);

/// Who has places of a resource within a span; not @p without.
Result<QList<TakenSeats>> readTakenSeats(const ReadContext &context, qint64 resource, const TimeSpan &within, qint64 now,
                                         const QSet<qint64> &without);

} // namespace Kartoteka
