// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Kartoteka {

/// Threads with a read-only connection each.
class ReadPool
{
public:
    using Task = std::function<void(Connection *)>; ///< null when the file could not be opened

    using Open = std::function<Result<std::unique_ptr<Connection>>()>;

    /// @p open is called once on each thread.
    ReadPool(Open open, int threads);
    ~ReadPool(); ///< drops what has not begun, waits for what has
    void add(Task task);

private:
    void work();

    Open m_open;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace Kartoteka
