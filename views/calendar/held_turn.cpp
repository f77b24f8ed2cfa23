// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/held_turn.h"

#include "views/calendar/calendar_gesture.h"
#include "views/calendar/calendar_pane.h"

#include <utility>

namespace Kartoteka {

HeldTurn::HeldTurn(CalendarPane &pane) : QObject(&pane), m_pane(pane)
{}

void HeldTurn::watch(CalendarGesture &gesture)
{
    connect(&gesture, &CalendarGesture::turnWanted, this, [this, &gesture](int steps) { turn(gesture, steps); });
    connect(&gesture, &CalendarGesture::cancelled, this, &HeldTurn::goBack);
    connect(&gesture, &CalendarGesture::dropped, this, [this] { m_from.reset(); });
}

void HeldTurn::turn(CalendarGesture &gesture, int steps)
{
    const CalendarPeriod seen = m_pane.scene().period;
    if (!m_from)
        m_from = seen;
    m_pane.showPeriod(seen.moved(steps));
    gesture.followPointer(); // other days are under it now
}

void HeldTurn::goBack()
{
    if (const auto from = std::exchange(m_from, std::nullopt))
        m_pane.showPeriod(*from);
}

} // namespace Kartoteka
