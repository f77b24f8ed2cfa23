// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>

#include <QObject>

namespace Kartoteka {

/// Measures the longest time in which the event loop of its thread did not turn.
class StallMeter final : public QObject
{
    Q_OBJECT
public:
    StallMeter();
    ~StallMeter() override;
    /// Longest stall since the last call, ms.
    double takeLongest();

private:
    void beat();

    std::atomic<qint64> m_asked{0}; ///< ns; 0: answered
    std::atomic<qint64> m_longest{0};
    std::atomic_bool m_stop{false};
    std::thread m_thread;
};

} // namespace Kartoteka
