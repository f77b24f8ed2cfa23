// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace Kartoteka {

/// Median time of one call in ms, after one warm-up; stops early when the job is slow.
double medianMs(const std::function<void()> &job, int times = 31);

/// Prints a table as the figures come.
class Report
{
public:
    void section(const QString &title);
    /// Our time against raw SQLite's for the same job; @p limit is the ratio that must not be passed.
    void ratio(const QString &what, double ours, double raw, double limit);
    /// A figure that stands for itself; @p good says whether it keeps its promise.
    void figure(const QString &what, const QString &value, std::optional<bool> good = {});
    int missed() const { return m_missed; }
    /// Of another process.
    void addMissed(int count) { m_missed += count; }

private:
    void line(const QString &text);
    int m_missed = 0;
};

} // namespace Kartoteka
