// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_query.h"
#include "core/calendar/ghosts.h"

namespace Kartoteka {

/// Entries of items that stand at these dates, in the order asked for; missing ones are left out.
Result<QList<CalendarEntry>> itemEntries(const ReadContext &context, const CalendarQuery &query, const QList<qint64> &ids);
/// Entries of activities, with what they are for.
Result<QList<CalendarEntry>> activityEntries(const ReadContext &context, const QList<qint64> &ids, qint64 now);
/// What will follow, as the open one of its series has it.
QList<CalendarEntry> ghostEntries(const QList<CalendarEntry> &series, const QList<Ghost> &ghosts);

/// The days of an item with these dates; nothing without any. @p last is null where it has one date alone.
std::optional<QPair<QDate, QDate>> itemDays(const QHash<QString, Value> &values, const Field &first, const Field *last);

/// By day; on one day longer ones and whole days first, then by time.
bool comesBefore(const CalendarEntry &one, const CalendarEntry &other);

} // namespace Kartoteka
