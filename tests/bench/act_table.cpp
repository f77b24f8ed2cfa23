// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/act_table.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 enoughNs = 1'500'000'000; ///< for one act
constexpr int mostTimes = 41;
constexpr int fewestTimes = 3;

double cpuMs(clockid_t clock)
{
    timespec at{};
    clock_gettime(clock, &at);
    return double(at.tv_sec) * 1000 + double(at.tv_nsec) / 1e6;
}

double at(QList<double> all, double part)
{
    std::sort(all.begin(), all.end());
    return all[qMin(qsizetype(double(all.size()) * part), all.size() - 1)];
}

} // namespace

double threadCpuMs()
{
    return cpuMs(CLOCK_THREAD_CPUTIME_ID);
}

double processCpuMs()
{
    return cpuMs(CLOCK_PROCESS_CPUTIME_ID);
}

void ActTable::compare(const QString &act, const Job &ours, const Job &floor, double (*clock)(), double limit,
                       double enoughMs)
{
    QList<double> mine;
    QList<double> best;
    ours();
    floor();
    QElapsedTimer whole;
    whole.start();
    for (int i = 0; i < mostTimes && (i < fewestTimes || whole.nsecsElapsed() < enoughNs); ++i) {
        const double begin = clock();
        ours();
        const double middle = clock();
        floor();
        mine << middle - begin;
        best << clock() - middle;
    }
    m_growth.note(act, m_leads, at(mine, 0.5));
    const bool enough = at(mine, 0.5) <= enoughMs;
    m_report.ratio(u"%1 (p99 %2)"_s.arg(act).arg(at(mine, 0.99), 0, 'f', 1), at(mine, 0.5), at(best, 0.5),
                   enough ? std::numeric_limits<double>::max() : limit);
}

void ActTable::read(const QString &act, const Job &ours, const Job &floor, double limit, double enoughMs)
{
    compare(act, ours, floor, threadCpuMs, limit, enoughMs);
}

void ActTable::write(const QString &act, const Job &ours, const Job &floor, double limit)
{
    compare(act, ours, floor, processCpuMs, limit, 0);
}

void ActTable::alone(const QString &act, const Job &ours, std::optional<double> limitMs, int times)
{
    QList<double> all;
    QElapsedTimer whole;
    whole.start();
    for (int i = 0; i < times && (i < fewestTimes || whole.nsecsElapsed() < enoughNs || times < fewestTimes); ++i) {
        const double begin = processCpuMs();
        ours();
        all << processCpuMs() - begin;
    }
    const double median = at(all, 0.5);
    m_growth.note(act, m_leads, median);
    m_report.figure(u"%1, ms CPU (p99 %2)"_s.arg(act).arg(at(all, 0.99), 0, 'f', 2), QString::number(median, 'f', 3),
                    limitMs ? std::optional(median <= *limitMs) : std::nullopt);
}

void Growth::print(Report &report, double limit) const
{
    report.section(u"Growth: by which power of the leads an act costs more (0: flat, 1: as the file)"_s);
    for (auto act = m_costs.cbegin(); act != m_costs.cend(); ++act) {
        if (act->size() < 2)
            continue;
        const auto &[few, cheap] = act->first();
        const auto &[many, dear] = act->last();
        // Below a hundredth of a millisecond it is the clock that is measured.
        const double exponent = std::log(std::max(dear, 0.01) / std::max(cheap, 0.01)) / std::log(double(many) / few);
        report.figure(act.key(), QString::number(exponent, 'f', 2), exponent <= limit);
    }
}

void Growth::write(QIODevice &device) const
{
    for (auto act = m_costs.cbegin(); act != m_costs.cend(); ++act) {
        for (const auto &[leads, ms] : *act)
            device.write(u"%1\t%2\t%3\n"_s.arg(act.key()).arg(leads).arg(ms).toUtf8());
    }
}

void Growth::read(QIODevice &device)
{
    while (!device.atEnd()) {
        const QStringList parts = QString::fromUtf8(device.readLine()).trimmed().split(u'\t');
        if (parts.size() == 3)
            note(parts[0], parts[1].toInt(), parts[2].toDouble());
    }
}

} // namespace Kartoteka
