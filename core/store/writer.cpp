// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/store/file/file_holder.h"

namespace Kartoteka {

namespace {
constexpr int longestIdleMs = FileHolder::beatMs; ///< other computers are shown that the program lives
} // namespace

Writer::Writer(std::unique_ptr<Connection> connection, int idleMs, Idle idle)
    : m_connection(std::move(connection)), m_idleMs(idleMs), m_idle(std::move(idle)), m_thread([this] { work(); })
{}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Writer::add(Job job, bool bulk)
{
    {
        const std::lock_guard lock(m_mutex);
        (bulk ? m_bulk : m_interactive).push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Writer::work()
{
    const auto hasWork = [this] { return m_stop || !m_interactive.empty() || !m_bulk.empty(); };
    int idleMs = m_idleMs; // twice as long each time nothing was asked meanwhile
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, std::chrono::milliseconds(idleMs), hasWork);
            std::deque<Job> &queue = m_interactive.empty() ? m_bulk : m_interactive;
            if (queue.empty() && m_stop)
                break;
            if (!queue.empty()) {
                job = std::move(queue.front());
                queue.pop_front();
            }
        }
        if (job) {
            job(*m_connection);
            idleMs = m_idleMs;
            continue;
        }
        m_idle(*m_connection, [&] {
            const std::lock_guard lock(m_mutex);
            return hasWork();
        });
        idleMs = qMin(2 * idleMs, longestIdleMs);
    }
    m_connection.reset(); // in the thread that opened its statements
}

} // namespace Kartoteka
