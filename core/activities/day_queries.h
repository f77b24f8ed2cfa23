// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"

namespace Kartoteka {

/// An activity that waits in a person's day.
struct DayEntry
{
    Activity activity;
    ItemRef item;      ///< the first item that it is for; null when it is for none
    QString itemTitle; ///< empty without one
};

/// What a person has to do by the end of the day of @p now (UTC ms, in the zone of the computer): what is of high priority, then what
/// is late, by its deadline, then what is incoming, the oldest first, then what is due later today. At most @p most of them, which are
/// chosen without looking at their priority: nobody works through more, and no index holds it.
Result<QList<DayEntry>> dayQueue(const ReadContext &context, qint64 person, qint64 now, int most = 500);

/// How many there are, which costs little however many are read; at most @p most.
Result<int> countDay(const ReadContext &context, qint64 person, qint64 now, int most = 10'000);

/// Something that a person did and can take back.
struct DayAct
{
    qint64 act = 0;
    qint64 at = 0; ///< UTC ms
    QString kind;
    QString subject;
};

/// What a person has done here on the day of @p now and has not taken back: activities planned, completed and put off, items moved; the
/// newest first.
Result<QList<DayAct>> dayActs(const ReadContext &context, qint64 person, qint64 now, int most = 30);

} // namespace Kartoteka
