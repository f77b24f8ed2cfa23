// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/turn_meter.h"

#include "tests/bench/act_table.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace Kartoteka {

TurnMeter::TurnMeter() : m_begin(threadCpuMs())
{
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_begin = threadCpuMs(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this,
            [this] { m_longest = std::max(m_longest, threadCpuMs() - m_begin); });
}

double TurnMeter::takeLongest()
{
    const double longest = m_longest;
    m_longest = 0;
    m_begin = threadCpuMs();
    return longest;
}

bool loopUntil(const std::function<bool()> &condition, int mostMs)
{
    constexpr int lookMs = 4;
    QElapsedTimer since;
    since.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition() || since.elapsed() > mostMs)
            loop.quit();
    });
    look.start(lookMs);
    loop.exec();
    return condition();
}

void loopFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace Kartoteka
