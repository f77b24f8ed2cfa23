// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/change/commit_rule.h"
#include "core/store/db/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace Kartoteka {

/// The one thread that writes. Interactive jobs go before bulk ones; jobs of a kind in order.
class Writer
{
public:
    using Job = std::function<void(Connection &)>;

    /// What is done meanwhile; it may go on until it is told that somebody waits.
    using Idle = std::function<void(Connection &, const std::function<bool()> &isAwaited)>;

    /// @p idle runs between jobs, at least every @p idleMs while nothing is asked of the writer.
    Writer(std::unique_ptr<Connection> connection, int idleMs, Idle idle);
    ~Writer(); ///< finishes everything that was asked for

    void add(Job job, bool bulk);

private:
    void work();

    std::unique_ptr<Connection> m_connection;
    int m_idleMs;
    Idle m_idle;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_interactive;
    std::deque<Job> m_bulk;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace Kartoteka
