// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/exchange_bench.h"

#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/office.h"
#include "tests/bench/office_maker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

namespace Kartoteka {

namespace {

constexpr int manyChanges = 100'000;
constexpr int fewChanges = 10;
constexpr int changesACommit = 1'000;
constexpr int fieldsAChange = 4; // title, comment, modified at and by

std::unique_ptr<Store> opened(const QString &path, const QString &computer)
{
    auto store = openOffice(path, systemClock(), std::make_shared<const Installation>(computer));
    if (!store)
        qFatal("%s", qPrintable(store.error().message + store.error().detail));
    return std::move(*store);
}

/// Which leads are changed: those that lie side by side in the file, as what was imported or added last does, or some
/// all over it, each once (where @p leads is a power of ten: the stride is a prime).
enum class Spread { SideBySide, AllOver };

qint64 leadAt(int i, int leads, Spread spread)
{
    constexpr qint64 stride = 999'983;
    return (spread == Spread::SideBySide ? i : i * stride) % leads + 1;
}

void change(Store &store, int leads, Spread spread, int count, int round)
{
    for (int done = 0; done < count; done += changesACommit) {
        ChangeSet changes;
        changes.kind = u"edit"_s;
        for (int i = done; i < qMin(count, done + changesACommit); ++i)
            changes.update(u"lead"_s, leadAt(i, leads, spread),
                           {{u"title"_s, u"Лид %1, исправлен %2"_s.arg(i).arg(round)},
                            {u"comment"_s, u"Звонили, просили перезвонить %1, %2"_s.arg(i).arg(round)}});
        if (auto receipt = store.commitAndWait(changes); !receipt)
            qFatal("%s", qPrintable(receipt.error().message + receipt.error().detail));
    }
}

double write(Store &store, const QString &path)
{
    ExchangeWriteOptions options;
    options.path = path;
    QElapsedTimer timer;
    timer.start();
    auto written = writeExchange(store, options);
    if (!written)
        qFatal("%s", qPrintable(written.error().message + written.error().detail));
    return double(timer.nsecsElapsed()) / 1e6;
}

double read(Store &store, const QString &path, qint64 expected)
{
    ExchangeReadOptions options;
    options.path = path;
    QElapsedTimer timer;
    timer.start();
    auto result = readExchange(store, options);
    if (!result || result->merged.taken != expected)
        qFatal("%s",
               qPrintable(result ? QString::number(result->merged.taken) : result.error().message + result.error().detail));
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    QCoreApplication::sendPostedEvents(&store);
    return ms;
}

} // namespace

qint64 residentKb()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

void benchExchange(Report &report, const QString &folder, int leads)
{
    report.section(u"Exchange with a laptop, %1 leads"_s.arg(leads));
    QTemporaryDir work(folder + u"/exchange"_s);
    const QString officePath = work.filePath(u"office.kartoteka"_s);
    const QString laptopPath = work.filePath(u"laptop.kartoteka"_s);
    QFile::copy(benchOffice(folder, leads), officePath);
    auto office = opened(officePath, work.filePath(u"a"_s));
    if (auto same = office->takeOver().result(); !same) // else the laptop would wait for the one it was copied from
        qFatal("%s", qPrintable(same.error().message));
    QElapsedTimer timer;
    timer.start();
    if (auto seat = makeSeat(*office, laptopPath, u"Мария"_s); !seat)
        qFatal("%s", qPrintable(seat.error().message + seat.error().detail));
    report.figure(u"new seat, s"_s, QString::number(double(timer.elapsed()) / 1000, 'f', 1));
    auto laptop = opened(laptopPath, work.filePath(u"b"_s));
    change(*laptop, leads, Spread::SideBySide, manyChanges, 1);
    // The office works too: half of what comes meets changes that the laptop did not know of.
    change(*office, leads, Spread::SideBySide, manyChanges / 2, 2);

    const QString file = work.filePath(u"many"_s);
    const qint64 before = residentKb();
    const double writeMs = write(*laptop, file);
    const qint64 afterWrite = residentKb();
    report.figure(u"write %1 rows, rows/s"_s.arg(manyChanges), QString::number(manyChanges / writeMs * 1000, 'f', 0),
                  manyChanges / writeMs * 1000 >= 20'000);
    report.figure(u"bytes per changed field"_s,
                  QString::number(double(QFile(file).size()) / (double(manyChanges) * fieldsAChange), 'f', 1),
                  double(QFile(file).size()) <= 150.0 * manyChanges * fieldsAChange);
    const double readMs = read(*office, file, manyChanges);
    const qint64 afterRead = residentKb();
    report.figure(u"read and merge, half of it in conflict, rows/s"_s, QString::number(manyChanges / readMs * 1000, 'f', 0),
                  manyChanges / readMs * 1000 >= 10'000);
    report.figure(u"memory grown by writing and by reading, MB"_s,
                  u"%1, %2"_s.arg((afterWrite - before) / 1024).arg((afterRead - afterWrite) / 1024));

    const QString few = work.filePath(u"few"_s);
    const QString answer = work.filePath(u"answer"_s);
    write(*office, answer);
    ExchangeReadOptions options;
    options.path = answer;
    if (auto taken = readExchange(*laptop, options); !taken)
        qFatal("%s", qPrintable(taken.error().message));
    QCoreApplication::sendPostedEvents(laptop.get());
    change(*laptop, leads, Spread::SideBySide, fewChanges, 3);
    const double fewMs = write(*laptop, few) + read(*office, few, fewChanges);
    report.figure(u"%1 changes, written and read, ms"_s.arg(fewChanges), QString::number(fewMs, 'f', 0), fewMs <= 200);

    // Each change is on a page of its own: most of the file is read and written.
    change(*laptop, leads, Spread::AllOver, manyChanges, 4);
    change(*office, leads, Spread::AllOver, manyChanges / 2, 5);
    const QString scattered = work.filePath(u"scattered"_s);
    write(*laptop, scattered);
    report.figure(u"read and merge, leads all over the base, rows/s"_s,
                  QString::number(manyChanges / read(*office, scattered, manyChanges) * 1000, 'f', 0));
}

} // namespace Kartoteka
