// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/db/write_times.h"

#include <array>
#include <atomic>

namespace Kartoteka {

namespace {
std::array<std::atomic<qint64>, 5> partTimes; // added to by the writer's thread, taken by the bench
}

PartTimer::~PartTimer()
{
    const auto spent = std::chrono::steady_clock::now() - m_start;
    partTimes[size_t(m_part)].fetch_add(std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count(),
                                        std::memory_order_relaxed);
}

WriteTimes takeWriteTimes()
{
    const auto take = [](Part part) { return partTimes[size_t(part)].exchange(0); };
    return {take(Part::Rules), take(Part::Rows), take(Part::Journal), take(Part::Search), take(Part::Commit)};
}

} // namespace Kartoteka
