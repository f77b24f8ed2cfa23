// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/busy.h"
#include "core/store/change/change_set.h"
#include "core/store/commit/closing_rule.h"

namespace Kartoteka {

/// Refuses an act by which a resource would be had twice at a time, outside its hours or by more people than it has places: names every
/// pair, and the nearest times at which it is free.
/// Asked once when all is written, so that one act may swap two bookings. What is done elsewhere stands and shows a clash, and so does
/// what an undo brings back.
ClosingRule bookingRule();

} // namespace Kartoteka
