// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"
#include "core/transfer/icalendar.h"

#include <optional>

namespace Kartoteka {

/// The identity here of an event that others know by a UID: the same on every seat that reads it. One that this program wrote is the
/// activity itself.
QUuid identityOfUid(const QString &uid, const QString &recurrenceId);
/// The series that its rule makes here.
QString seriesOfUid(const QString &uid);

/// The identity here of an event of a calendar file: the same on every seat that reads it.
QUuid identityOf(const CalendarEvent &event);
/// What stands here for it, deleted or not; of a series the one that is open, of one time of it also the open one that was moved
/// from there.
Result<std::optional<Item>> standingOf(const ReadContext &context, const CalendarEvent &event);
/// One that is done and that a file of ours tells of by itself: it does not stand for its series there.
Result<std::optional<Item>> doneOneOf(const ReadContext &context, const CalendarEvent &event);
/// Whether the open one of a series was moved here from that time of its rule: in files it stands there by itself.
bool isMovedFrom(const Item &open, const QString &recurrenceId);
/// Times of an event that stand here by themselves.
Result<QList<Item>> ownTimesOf(const ReadContext &context, const QString &uid);
/// One time of a series that stands here is of whom, with whom, for what and in which room the others are, besides what its file says.
/// @return whether it is such a one: then it changes what is known here.
Result<bool> takeFromSeries(const ReadContext &context, const CalendarEvent &event, QHash<QString, Value> &values);
/// Of @p values of an event the place is left out where the activity has none of its own and the event says what is written instead:
/// its address, or the rooms that it books.
Result<void> keepPlace(const ReadContext &context, const CalendarEvent &event, const Item &here,
                       QHash<QString, Value> &values);
/// Counts one time of a series whose rule is not in its file as the series that stands here does.
Result<void> countAsStanding(const ReadContext &context, CalendarEvent &event);

} // namespace Kartoteka
