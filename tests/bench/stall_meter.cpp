// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stall_meter.h"

#include <chrono>

namespace Kartoteka {

namespace {

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

} // namespace

StallMeter::StallMeter()
    : m_thread([this] {
        while (!m_stop) {
            qint64 none = 0;
            // One question at a time: how long the answer takes is how long the loop stood.
            if (m_asked.compare_exchange_strong(none, nowNs()))
                QMetaObject::invokeMethod(this, &StallMeter::beat, Qt::QueuedConnection);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    })
{}

StallMeter::~StallMeter()
{
    m_stop = true;
    m_thread.join();
}

void StallMeter::beat()
{
    const qint64 stall = nowNs() - m_asked;
    if (stall > m_longest)
        m_longest = stall;
    m_asked = 0;
}

double StallMeter::takeLongest()
{
    return double(m_longest.exchange(0)) / 1e6;
}

} // namespace Kartoteka
