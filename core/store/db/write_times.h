// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Kartoteka {

/// Nanoseconds spent in the parts of writing, of the whole process, for the bench.
struct WriteTimes
{
    qint64 rules = 0;
    qint64 rows = 0;
    qint64 journal = 0;
    qint64 search = 0;
    qint64 commit = 0;
};
/// The times since the last call.
WriteTimes takeWriteTimes();

/// Parts of writing, in the order of WriteTimes.
enum class Part { Rules, Rows, Journal, Search, Commit };

/// Adds the time of its life to a part.
class PartTimer
{
public:
    explicit PartTimer(Part part) : m_part(part), m_start(std::chrono::steady_clock::now()) {}
    ~PartTimer();
    PartTimer(const PartTimer &) = delete;
    PartTimer &operator=(const PartTimer &) = delete;

private:
    Part m_part;
    std::chrono::steady_clock::time_point m_start;
};

} // namespace Kartoteka
