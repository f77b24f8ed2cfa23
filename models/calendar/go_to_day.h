// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/work_calendar.h"

#include <optional>

namespace Kartoteka {

/// The day that a person wants to see: a date in any usual form, «5 марта», "mon", "+3w" and all that deadlines are said with, and,
/// what those are not, the past: "-2w", "yesterday", "last month", "March 2025", "2025". Nothing where it is no day.
std::optional<QDate> parseDayToGo(const QString &text, const QDateTime &now, Qt::DayOfWeek weekStart,
                                  const WorkCalendar &calendar);

} // namespace Kartoteka
