// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/calendar_period.h"

#include <QObject>

#include <optional>

namespace Kartoteka {

class CalendarGesture;
class CalendarPane;

/// Pages that are turned while something is held at an edge: what is let go without an act brings the first one back.
class HeldTurn final : public QObject
{
    Q_OBJECT
public:
    explicit HeldTurn(CalendarPane &pane);

    void watch(CalendarGesture &gesture);

private:
    void turn(CalendarGesture &gesture, int steps);
    void goBack();

    CalendarPane &m_pane;
    std::optional<CalendarPeriod> m_from; ///< where it was taken hold of
};

} // namespace Kartoteka
