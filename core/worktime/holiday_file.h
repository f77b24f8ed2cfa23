// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worktime/day_acts.h"

namespace Kartoteka {

/// Largest file of holidays that is read.
constexpr qint64 largestHolidayFile = 4 * 1024 * 1024;
/// Most days that are taken from one.
constexpr qsizetype mostHolidays = 10'000;

/// Reads the whole-day events of an iCalendar file (RFC 5545) as days off, or the lines of a table: a day, then its kind (off,
/// work, short; off when none is named) and its name, in any order. What is neither is refused with its line; what a calendar
/// repeats by a rule is refused too, since it names no days.
Result<QList<OddDay>> readHolidays(const QByteArray &bytes);

} // namespace Kartoteka
