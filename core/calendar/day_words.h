// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/activity_span.h"

namespace Kartoteka {

/// "2 March", as the language has it.
QString dayAndMonth(const QDate &day, bool withYear);
/// "Tue, 3 March".
QString shortDay(const QDate &day);
/// "14:00", or "2:00 PM" where the language has that.
QString clockText(const QTime &time);
/// "14:00–15:00" of a day that is said elsewhere, or "Tue, 3 March, 14:00–15:00"; in the time zone of the computer.
QString spanText(const TimeSpan &span, bool withDay = true);
/// As people name the time zone of the computer then; where they have no letters for it, how far it is from UTC.
QString zoneName(const QDateTime &at);

} // namespace Kartoteka
