// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/busy.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// A time that was offered to somebody and is held until there is an answer.
struct HeldTime
{
    qint64 activity = 0;
    TimeSpan span;
    QString title;     ///< what it is held for
    qint64 until = 0;  ///< UTC ms
    qint64 madeAt = 0; ///< UTC ms: those of one offer were held at once

    bool isOfOffer(const HeldTime &other) const
    {
        return title == other.title && until == other.until && madeAt == other.madeAt;
    }
};

/// The times from now on that are held for all of these and for nobody else, by beginning; for ReadPool.
Result<QList<HeldTime>> readHeldTimes(const ReadContext &context, const QList<Who> &who, qint64 now);

/// The held time in which a span lies; nullptr: none of them.
const HeldTime *heldFor(const QList<HeldTime> &held, const TimeSpan &span);

/// What was offered is released when one of its times is taken: adds that to the act which books it.
void releaseOffer(ChangeSet &changes, const QList<HeldTime> &held, const HeldTime &taken, qint64 now);

} // namespace Kartoteka
