// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"
#include "core/transfer/icalendar.h"

#include <optional>

namespace Kartoteka {

/// What a file says of one time of a series and of all that follow it (RANGE=THISANDFUTURE) is another series here that goes on where
/// the one before ends, as it is when a person changes this one and the following (core/activities/series_edit).

/// The events of a file with its ranges as events that have a rule of their own, and the rules before them ended; what is said of a
/// whole series becomes that series. A range of a series that neither the file nor this office knows stays one time of it: @p remarks.
Result<QList<CalendarEvent>> withRangesParted(const ReadContext &context, const CalendarFile &file, QStringList &remarks);

/// The series that goes on with such an event.
QString partedSeries(const CalendarEvent &event);
/// What stands here for it: of its series the one that is open, else the one of the series before that it changes.
Result<std::optional<Item>> partedOne(const ReadContext &context, const CalendarEvent &event);
/// The series before it ends there: what is open of it from there on goes, but for @p kept, which goes on with the event.
Result<void> endBefore(const ReadContext &context, ChangeSet &changes, const CalendarEvent &event, qint64 kept);

} // namespace Kartoteka
