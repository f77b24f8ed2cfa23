// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/busy.h"
#include "core/items/item.h"

namespace Kartoteka {

/// Why a resource is not to be booked so, in words: outside the hours that it has of its own on that weekday, or by more people than it
/// has places. Empty: nothing is against it. Where it has no hours of its own, nobody said when it cannot be had; on odd days of the
/// office (holidays) its hours do not count. What lasts over a night begins and ends within its hours. @p times: of a booking and of
/// those that will follow it.
QString limitRefusal(const Schema &schema, const Resource &resource, const Item &booking, const QList<ActivitySpan> &times);
/// Why a resource that several may have at once has no places left for a booking at one of these times, in words. Empty: it has.
Result<QString> seatRefusal(const ReadContext &context, const Resource &resource, const Item &booking,
                            const QList<TimeSpan> &times, qint64 now);

} // namespace Kartoteka
