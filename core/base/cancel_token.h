// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace Kartoteka {

/// Tells a read that nobody waits for its answer any more. Copies share one state.
class CancelToken
{
public:
    CancelToken() : m_cancelled(std::make_shared<std::atomic_bool>(false)) {}
    void cancel() const { *m_cancelled = true; }
    bool isCancelled() const { return *m_cancelled; }
    /// Tells of the same work.
    bool operator==(const CancelToken &other) const { return m_cancelled == other.m_cancelled; }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled; // shared between the asker and the reading thread
};

} // namespace Kartoteka
