// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/activity_span.h"
#include "core/calendar/calendar_entry.h"

namespace Kartoteka {

/// What a resource lets its bookings do.
struct Sharing
{
    bool isShared = false; ///< several may have it at once
    qint64 gapMs = 0;      ///< that must lie between two of them
};

/// Whether two stand at once, or with less between them than must lie there. The one rule of it: what the door refuses, what is
/// offered instead and what is seen while something is held come of this.
bool isTooNear(const TimeSpan &one, const TimeSpan &other, qint64 gapMs);

/// What among @p entries has the time of @p one already: the same person, both busy, or a resource that one alone may have, with the
/// gap that it needs. Of resources that are not among @p resources nothing is known but that one may have them. Null when nothing has.
const CalendarEntry *clashOf(const CalendarEntry &one, const QList<CalendarEntry> &entries,
                             const QHash<qint64, Sharing> &resources);

} // namespace Kartoteka
