// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Kartoteka {

constexpr int weekDays = 7;
constexpr int minutesOfDay = 24 * 60;
constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = minutesOfDay * minuteMs; ///< of 24 hours: days of a calendar are counted by QDate

} // namespace Kartoteka
