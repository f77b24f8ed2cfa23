// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/read_pool.h"

namespace Kartoteka {

ReadPool::ReadPool(Open open, int threads) : m_open(std::move(open))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

ReadPool::~ReadPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void ReadPool::add(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void ReadPool::work()
{
    std::unique_ptr<Connection> connection;
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_tasks.empty(); });
            if (m_stop)
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        if (!connection) {
            if (auto opened = m_open(); opened)
                connection = std::move(*opened);
        }
        task(connection.get());
    }
}

} // namespace Kartoteka
