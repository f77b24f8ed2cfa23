// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/calendar/calendar_query.h"

namespace Kartoteka {

/// What is done by hand in a calendar, as acts. Pure: the results go to Store::commit, where rules and required fields hold as in
/// any edit. Snapping is the view's. A time that the clock skips is the one after it.

/// Where an entry is put: a day, and a time where it gets one; invalid: it keeps its time of day, whole days stay whole.
struct CalendarPlace
{
    QDate day;
    QTime time = {};
};

/// An entry where it would stand, for what is shown while it is dragged.
CalendarEntry movedEntry(const CalendarEntry &entry, const CalendarPlace &to);
CalendarEntry stretchedEntry(const CalendarEntry &entry, const CalendarPlace &from, const CalendarPlace &until);

/// Puts it there with all that has a time of it: start and deadline of an activity, both dates of a span. Whole days move by whole
/// days. Refused for what has no times that could be edited, and for days that no calendar has. Empty where nothing changes.
Result<ChangeSet> planMoveEntry(const Schema &schema, const CalendarEntry &entry, const CalendarPlace &to);
/// Gives it another beginning and end: the duration of an activity, the dates of a span. @p until is when it ends, of whole days
/// the last one. Refused where the end would be before the beginning.
Result<ChangeSet> planStretchEntry(const Schema &schema, const CalendarEntry &entry, const CalendarPlace &from,
                                   const CalendarPlace &until);

/// The times of a new activity that takes @p from to @p until (of whole days both included): field code → value, for the form that
/// is opened on it. What has a time is due when it begins, so that reminders come before; whole days when work ends on the last.
QHash<QString, Value> activityTimes(const Schema &schema, const CalendarPlace &from, const CalendarPlace &until);
/// The value of a date field of a new item that is made on a day.
Value itemTime(const Field &field, const CalendarPlace &at);

/// A new activity with these values besides its times, by field code; reminders, where none are said, as its kind has them. @p uid
/// receives its identity.
ChangeSet planCreateEntry(const Schema &schema, const QHash<QString, Value> &values, const CalendarPlace &from,
                          const CalendarPlace &until, QUuid *uid = nullptr);
/// A copy of what an entry stands for, at another place (Ctrl while it is dragged): what it is about, not what came of it. Refused as
/// planMoveEntry() is. @p uid receives its identity.
Result<ChangeSet> planCopyEntry(const Schema &schema, const Item &item, const CalendarEntry &entry, const CalendarPlace &to,
                                QUuid *uid = nullptr);

} // namespace Kartoteka
