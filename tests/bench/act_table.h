// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/report.h"

#include <QIODevice>
#include <QList>
#include <QMap>

namespace Kartoteka {

/// What each act cost in offices of different sizes.
class Growth
{
public:
    void note(const QString &act, int leads, double ms) { m_costs[act].append({leads, ms}); }
    /// Prints by which power of the leads each act grew from the smallest office to the largest: 0 is flat, 1 as the file.
    void print(Report &report, double limit) const;
    void write(QIODevice &device) const;
    void read(QIODevice &device);

private:
    QMap<QString, QList<std::pair<int, double>>> m_costs;
};

/// CPU milliseconds of the thread that asks, and of the whole process.
double threadCpuMs();
double processCpuMs();

/// The acts in one office: ours and the best plan that was written by hand for the same answer, by turns, so that a busy
/// machine hits both. CPU time, because what others do meanwhile is none of it.
class ActTable
{
public:
    using Job = std::function<void()>;

    ActTable(Report &report, Growth &growth, int leads) : m_report(report), m_growth(growth), m_leads(leads) {}

    /// Of the reading thread. Good: within @p limit times the floor, or within @p enoughMs.
    void read(const QString &act, const Job &ours, const Job &floor, double limit = 3, double enoughMs = 0);
    /// Of the process: what is asked, and what writes it.
    void write(const QString &act, const Job &ours, const Job &floor, double limit = 3);
    /// Without a floor.
    void alone(const QString &act, const Job &ours, std::optional<double> limitMs = {}, int times = 31);

private:
    void compare(const QString &act, const Job &ours, const Job &floor, double (*clock)(), double limit, double enoughMs);

    Report &m_report;
    Growth &m_growth;
    int m_leads;
};

} // namespace Kartoteka
