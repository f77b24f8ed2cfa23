// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_colours.h"

#include <functional>

class QActionGroup;
class QMenu;

namespace Kartoteka {

/// By what a calendar can be coloured, under a heading of its own; @p now is chosen. @return where more choices can be added.
QActionGroup *addColourChoices(QMenu &menu, const QList<CalendarColour> &offered, CalendarColour now,
                               const std::function<void(CalendarColour)> &choose);

} // namespace Kartoteka
