// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/office.h"
#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "core/transfer/exporter.h"
#include "tests/bench/acts.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <thread>

namespace Kartoteka {

namespace {

double childrenCpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/// CPU of a command, best of some: the first one warms the cache of the system.
double commandMs(const QString &cli, const QStringList &arguments)
{
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < 5; ++i) {
        const double before = childrenCpuMs();
        QProcess child;
        child.start(cli, arguments);
        if (!child.waitForFinished(120'000) || child.exitCode() != 0)
            return -1;
        best = std::min(best, childrenCpuMs() - before);
    }
    return best;
}

} // namespace

void benchFileActs(Report &report, Growth &growth, const QString &path, int leads, const QString &cli)
{
    report.section(u"The whole file, %1 leads"_s.arg(leads));
    constexpr double commandLimitMs = 30;
    const auto command = [&](const QString &act, const QStringList &rest) {
        const double ms = commandMs(cli, QStringList{path} + rest);
        growth.note(act, leads, ms);
        report.figure(act + u", ms CPU"_s, QString::number(ms, 'f', 1), ms >= 0 && ms <= commandLimitMs);
    };
    command(u"kartoteka-cli count lead"_s, {u"count"_s, u"lead"_s});
    command(u"kartoteka-cli count contact"_s, {u"count"_s, u"contact"_s});
    command(u"kartoteka-cli list lead --limit 20"_s, {u"list"_s, u"lead"_s, u"--limit"_s, u"20"_s});
    command(u"kartoteka-cli counters"_s, {u"counters"_s});

    auto opened = openOffice(path);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    Store &store = **opened;
    const qint64 type = store.schema()->type(u"lead"_s)->id;
    const double megabytes = double(QFile(path).size()) / 1e6;
    std::atomic_bool checked = false;
    QStringList problems;
    double checkMs = 0;
    std::thread checking([&] {
        const double begin = threadCpuMs();
        auto connection = store.openReader();
        auto found = connection ? checkDatabase(**connection) : Result<QStringList>(connection.error());
        problems = found ? *found : QStringList{found.error().message + found.error().detail};
        checkMs = threadCpuMs() - begin;
        checked = true;
    });
    qint64 longest = 0;
    int written = 0;
    for (qint64 id = 1; !checked; ++id) {
        QElapsedTimer timer;
        timer.start();
        auto item = readItem(store.reader(), {type, id % leads + 1, {}});
        (void)store.commitAndWait(planEdit(*store.schema(), *item, {{u"comment"_s, u"Meanwhile %1"_s.arg(id)}}));
        longest = qMax(longest, timer.elapsed());
        ++written;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    checking.join();
    report.figure(u"check, MB a second of CPU"_s, QString::number(megabytes / checkMs * 1000, 'f', 0), problems.isEmpty());
    for (const QString &problem : std::as_const(problems))
        report.figure(u"  found: "_s + problem, {}, false);
    constexpr qint64 waitMs = 500;
    report.figure(u"  longest of %1 commits meanwhile, ms"_s.arg(written), QString::number(longest), longest <= waitMs);

    const QTemporaryDir work(QFileInfo(path).path() + u"/out-XXXXXX"_s);
    QElapsedTimer timer;
    timer.start();
    auto saved = store
                     .maintain<bool>([&](Connection &connection) -> Result<bool> {
                         auto done = backupTo(connection, work.filePath(u"backup.kartoteka"_s));
                         return done ? Result<bool>(true) : Result<bool>(done.error());
                     })
                     .result();
    report.figure(u"backup, MB a second"_s, QString::number(megabytes * 1000 / double(timer.elapsed()), 'f', 0),
                  bool(saved));
    ItemQuery all;
    all.typeId = type;
    timer.start();
    const double begin = threadCpuMs();
    auto exported = exportCsv(store.reader(), all, work.filePath(u"leads.csv"_s));
    report.figure(u"export, rows a second of CPU"_s, QString::number(leads * 1000.0 / (threadCpuMs() - begin), 'f', 0),
                  bool(exported));
}

} // namespace Kartoteka
