// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/schema/schema.h"
#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Kartoteka {

/// What a read works with.
struct ReadContext
{
    Connection &connection;
    SchemaPtr schema;
    std::shared_ptr<const Catalog> catalog;
    CancelToken token;

    /// For queries that concern one type; null when the office has deleted it.
    const RecordTable *table(qint64 typeId) const { return catalog->table(typeId); }
};

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
