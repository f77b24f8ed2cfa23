// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/transfer/icalendar.h"

namespace Kartoteka {

/// What a calendar file says of an event, by field code of activities; invalid: it says that there is none.
QHash<QString, Value> eventValues(const Schema &schema, const CalendarEvent &event, const QString &title);
/// A value of a list of activities by its code; invalid where the office has none.
Value activityChoice(const Schema &schema, const QString &field, const QString &code);

/// How many minutes before it reminds, as activities have it.
Value reminderValue(const CalendarEvent &event);

/// Nothing, no and an empty text are the same to a person.
bool isSameSaid(const Value &one, const Value &other);

} // namespace Kartoteka
