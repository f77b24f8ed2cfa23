// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/clash.h"

#include <algorithm>

namespace Kartoteka {

bool isTooNear(const TimeSpan &one, const TimeSpan &other, qint64 gapMs)
{
    return other.overlaps({one.starts - gapMs, one.ends + gapMs});
}

const CalendarEntry *clashOf(const CalendarEntry &one, const QList<CalendarEntry> &entries,
                             const QHash<qint64, Sharing> &resources)
{
    if (!one.starts.isValid() || one.ends <= one.starts)
        return nullptr;
    const auto spanOf = [](const CalendarEntry &entry) {
        return TimeSpan{entry.starts.toMSecsSinceEpoch(), entry.ends.toMSecsSinceEpoch()};
    };
    const TimeSpan wanted = spanOf(one);
    const auto found = std::ranges::find_if(entries, [&](const CalendarEntry &other) {
        if (other.ref == one.ref || other.isDone || other.isReleased || !other.starts.isValid())
            return false;
        const TimeSpan taken = spanOf(other);
        const auto isHere = [&](qint64 person) { return other.people.contains(person); };
        if (!other.isTentative && isTooNear(wanted, taken, 0) && std::ranges::any_of(one.people, isHere))
            return true;
        return std::ranges::any_of(one.resources, [&](qint64 id) { // one that is held for a while is taken, too
            const Sharing sharing = resources.value(id);
            return other.resources.contains(id) && !sharing.isShared && isTooNear(wanted, taken, sharing.gapMs);
        });
    });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace Kartoteka
