// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QElapsedTimer>
#include <QList>
#include <QTextStream>

namespace Kartoteka {

using namespace Qt::StringLiterals;

double medianMs(const std::function<void()> &job, int times)
{
    constexpr qint64 enoughNs = 3'000'000'000;
    job();
    QList<double> all;
    QElapsedTimer total;
    total.start();
    for (int i = 0; i < times && (total.nsecsElapsed() < enoughNs || all.size() < 3); ++i) {
        QElapsedTimer timer;
        timer.start();
        job();
        all << double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

void Report::line(const QString &text)
{
    QTextStream(stdout) << text << '\n';
}

void Report::section(const QString &title)
{
    line(u"\n%1\n%2%3%4%5"_s.arg(title).arg(QString(), -46).arg(u"ours, ms"_s, 12).arg(u"raw, ms"_s, 12).arg(u"ratio"_s, 8));
}

void Report::ratio(const QString &what, double ours, double raw, double limit)
{
    const double ratio = raw > 0 ? ours / raw : 0;
    const bool good = ratio <= limit;
    m_missed += !good;
    line(u"%1%2%3%4   %5"_s.arg(what, -46)
             .arg(ours, 12, 'f', 3)
             .arg(raw, 12, 'f', 3)
             .arg(ratio, 8, 'f', 2)
             .arg(limit > 1e6 ? u"ok: quick enough"_s
                      : good  ? u"≤ %1"_s.arg(limit)
                              : u"MISSED: ≤ %1"_s.arg(limit)));
}

void Report::figure(const QString &what, const QString &value, std::optional<bool> good)
{
    m_missed += good == false;
    line(u"%1%2   %3"_s.arg(what, -46).arg(value, 32).arg(!good ? QString() : *good ? u"ok"_s : u"MISSED"_s));
}

} // namespace Kartoteka
