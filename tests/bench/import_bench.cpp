// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/import_bench.h"

#include "core/office.h"
#include "core/store/db/write_times.h"
#include "core/store/upkeep/database_file.h"
#include "core/transfer/csv_reader.h"
#include "core/transfer/importer.h"
#include "tests/bench/bench_files.h"
#include "tests/bench/exchange_bench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

namespace Kartoteka {

void benchImport(Report &report, const QString &folder, int rows)
{
    const QString csv = benchCsv(folder, rows);
    QTemporaryDir work(folder + u"/work-XXXXXX"_s);
    const QString path = work.filePath(u"import.kartoteka"_s);
    const NewDatabase database{
        .language = u"ru"_s, .userName = u"Bench"_s, .login = systemLogin(), .currency = u"RUB"_s, .phoneRegion = u"RU"_s};
    if (!createDatabase(path, database, systemClock()))
        qFatal("import file");
    auto store = openOffice(path);
    ImportOptions options;
    options.typeId = (*store)->schema()->type(u"lead"_s)->id;
    options.preview = *previewImport(*(*store)->schema(), options.typeId, csv);
    report.section(u"Import of %1 rows"_s.arg(rows));

    QElapsedTimer timer;
    timer.start();
    {
        QFile file(csv);
        (void)file.open(QIODevice::ReadOnly);
        CsvReader reader(file, options.preview.dialect);
        CsvRecord record;
        while (reader.next(record)) {
        }
    }
    const double parse = double(timer.nsecsElapsed()) / 1e6;
    ImportOptions dry = options;
    dry.dryRun = true;
    timer.start();
    (void)importFile(**store, dry);
    const double convert = double(timer.nsecsElapsed()) / 1e6 - parse;
    options.progress = [](qint64, qint64) { QCoreApplication::processEvents(); }; // as the window's loop does
    const qint64 memoryBefore = residentKb();
    takeWriteTimes();
    timer.start();
    auto done = importFile(**store, options);
    const double whole = double(timer.nsecsElapsed()) / 1e6;
    if (!done || done->imported != rows)
        qFatal("import");
    const double perSecond = rows / whole * 1000;
    report.figure(u"rows a second"_s, QString::number(perSecond, 'f', 0), perSecond >= 20'000);
    report.figure(u"memory grew by, MB"_s, QString::number(double(residentKb() - memoryBefore) / 1024, 'f', 1));
    const auto part = [&](const QString &what, double ms) {
        report.figure(u"  "_s + what, u"%1 ms, %2 µs a row"_s.arg(ms, 0, 'f', 0).arg(ms * 1000 / rows, 0, 'f', 1));
    };
    part(u"reading thread: parse"_s, parse);
    part(u"reading thread: convert, phones"_s, convert);
    const WriteTimes times = takeWriteTimes();
    part(u"writing thread: rules"_s, double(times.rules) / 1e6);
    part(u"writing thread: item row and values"_s, double(times.rows) / 1e6);
    part(u"writing thread: journal"_s, double(times.journal) / 1e6);
    part(u"writing thread: search index"_s, double(times.search) / 1e6);
    part(u"writing thread: totals, commit"_s, double(times.commit) / 1e6);
    part(u"whole"_s, whole);
}

} // namespace Kartoteka
