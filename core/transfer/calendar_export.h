// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/query/item_query.h"
#include "core/transfer/icalendar.h"

namespace Kartoteka {

/// Activities as events and tasks, in the order asked for. What takes time is an event, what is only due a task; of a series the open
/// one bears the rule. What is neither is left out.
Result<QList<CalendarEvent>> calendarEvents(const ReadContext &context, const QList<qint64> &activities);

/// Writes the activities of a query as a calendar file. @return how many are in it.
Result<qint64> exportCalendar(const ReadContext &context, const ItemQuery &query, const QString &path);
Result<qint64> exportCalendar(const ReadContext &context, const QList<qint64> &activities, const QString &path);

/// Keeps a file for programs that subscribe to it: what a person has to do or takes part in, and what was done in the last 90 days.
/// Written only where it would differ. @return whether it was.
Result<bool> publishCalendar(const ReadContext &context, qint64 person, const QString &path);

} // namespace Kartoteka
