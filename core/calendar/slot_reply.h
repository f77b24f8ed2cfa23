// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/activity_span.h"
#include "core/schema/work_calendar.h"

#include <optional>

namespace Kartoteka {

/// What somebody answers to the times that were offered.
struct SlotReply
{
    TimeSpan span;
    bool isOffered = false; ///< it lies within one of them

    bool operator==(const SlotReply &) const = default;
};

/// The time that a reply picks: "давайте вт в 15", "Tuesday 3pm works for me", "тогда 12:30", a whole e-mail with what it quotes
/// (ownLines()). Words around a time are passed over, and so is what is declined. Where what it says fits several days (a weekday, a
/// time alone), that of the first of the times that were offered; of a day alone the first of them on that day; three is three in the
/// afternoon where only that was offered. "From 10 to 11:30" lasts as long as it says, else @p minutes. Nothing when no time is
/// understood, or several are said.
std::optional<SlotReply> readSlotReply(const QString &text, const QList<TimeSpan> &offered, int minutes,
                                       const QDateTime &now, const WorkCalendar &calendar);

} // namespace Kartoteka
