// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/activity_span.h"
#include "core/calendar/overfull_time.h"
#include "core/schema/work_calendar.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Whose time is taken: a person's, or a resource's.
struct Who
{
    bool isPerson = true;
    qint64 id = 0; ///< user, or item of type resource

    bool operator==(const Who &) const = default;
};

inline size_t qHash(const Who &who, size_t seed = 0)
{
    return qHashMulti(seed, who.isPerson, who.id);
}

struct BusySpan
{
    TimeSpan span;
    qint64 activity = 0;
    bool isGhost = false; ///< one that will follow in the activity's series

    bool operator==(const BusySpan &) const = default;
};

/// When somebody or something is taken within a span, by beginning. Holds that are over by @p now take nothing; of open series what
/// will follow takes its time too.
Result<QList<BusySpan>> busySpans(const ReadContext &context, const Who &who, const TimeSpan &within, qint64 now);

/// A resource as bookings must know it.
struct Resource
{
    qint64 id = 0;
    QString number; ///< without its dress
    QString title;
    bool overlap = false;        ///< several bookings may stand at one time
    qint64 gapMs = 0;            ///< that must lie between two bookings
    bool active = true;          ///< it is offered
    int slot = 0;                ///< minutes; 0: none
    int capacity = 0;            ///< places; 0: nobody counts them
    QString colour;              ///< #rrggbb as it was typed; may be anything
    QHash<int, WorkHours> hours; ///< by weekday, where they are not the office's
};
/// Those of these resources that are not deleted; all that are offered where @p ids is empty.
Result<QHash<qint64, Resource>> readResources(const ReadContext &context, const QList<qint64> &ids);

/// What a booking clashes with.
struct Clash
{
    QList<qint64> others;         ///< activities
    QList<OverfullTime> overfull; ///< in which it stands
    qsizetype taken =
        0; ///< places of a resource that several may have, where more are taken than it has; 0: that is not why
    qsizetype places = 0; ///< … that it has

    bool operator==(const Clash &) const = default;
};
/// Of these activities those that have a resource while another one has it, by activity. Of what several may have at once those at a
/// time when more places are taken than it has.
Result<QHash<qint64, Clash>> clashesOf(const ReadContext &context, const QList<qint64> &activities, qint64 now);
/// All activities that clash and touch a span, by beginning. Of places those at most 400 days after its beginning.
Result<QList<qint64>> clashesWithin(const ReadContext &context, const TimeSpan &within, qint64 now);
/// … that end after a moment.
Result<QList<qint64>> clashesAfter(const ReadContext &context, qint64 from, qint64 now);

} // namespace Kartoteka
