// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace Kartoteka {

/// The longest turn of this thread's event loop, in CPU time: from its waking up to its next wait. A real loop is needed,
/// which waits when nothing is to be done.
class TurnMeter final : public QObject
{
    Q_OBJECT
public:
    TurnMeter();
    /// Since the last call, ms.
    double takeLongest();

private:
    double m_begin;
    double m_longest = 0;
};

/// Lets the event loop run until @p condition holds, looking some hundred times a second. False when it took too long.
bool loopUntil(const std::function<bool()> &condition, int mostMs = 120'000);
void loopFor(int ms);

} // namespace Kartoteka
