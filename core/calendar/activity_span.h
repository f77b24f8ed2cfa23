// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durations.h"
#include "core/schema/activity_limits.h"
#include "core/schema/value.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <optional>

namespace Kartoteka {

/// When an activity is, in the time zone of this computer.
struct ActivitySpan
{
    QDate first;
    QDate last;       ///< included
    QDateTime starts; ///< invalid: it has whole days
    QDateTime ends;

    bool allDay() const { return !starts.isValid(); }
    bool operator==(const ActivitySpan &) const = default;
};

/// Of its values by field code: it begins with its start, or else stands at its deadline. The duration is time that passes: two
/// hours stay two hours in the night in which the clocks change. Whole days are those of the time zone in which they were planned,
/// the same dates everywhere. Nothing without either.
std::optional<ActivitySpan> activitySpan(const QHash<QString, Value> &values);
/// How long it is, in minutes; 0 where it takes no time.
qint64 activityMinutes(const QHash<QString, Value> &values);

/// A stretch of time, UTC ms, the end not included.
struct TimeSpan
{
    qint64 starts = 0;
    qint64 ends = 0;

    bool overlaps(const TimeSpan &other) const { return starts < other.ends && other.starts < ends; }
    bool operator==(const TimeSpan &) const = default;
};
/// The time that it takes, as the file keeps it (core/store/kept/busy_times): whole days have 24 hours each. Of none that begins: 0.
TimeSpan takenSpan(const QHash<QString, Value> &values);

/// The time zone in which it was planned: this computer's where it names none, or one that nobody knows here.
QTimeZone activityZone(const QHash<QString, Value> &values);

} // namespace Kartoteka
