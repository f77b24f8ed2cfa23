// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/import_bench.h"

#include "core/office.h"
#include "core/store/db/write_times.h"
#include "core/store/upkeep/database_file.h"
#include "core/transfer/csv_reader.h"
#include "core/transfer/importer.h"
#include "tests/bench/bench_files.h"
#include "tests/bench/exchange_bench.h"
#include "tests/bench/raw_sqlite.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <array>

#include <sys/resource.h>

namespace Kartoteka {

namespace {

constexpr qint64 batchRows = 8'000; ///< as the importer commits
constexpr double writerLimit = 1.4;

double cpuOf(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/// CPU that all threads but this one have used, µs: while an import runs, the writer's.
double cpuOfOthers()
{
    return cpuOf(RUSAGE_SELF) - cpuOf(RUSAGE_THREAD);
}

/// What SQLite alone takes to write the rows that an import made, µs of CPU: the same rows, tables and commits.
double floorOfImport(const QString &imported, const QString &empty, int rows)
{
    RawSqlite from(imported);
    RawSqlite into(empty);
    into.run("PRAGMA foreign_keys=OFF"); // acts and companies are not there
    into.run("PRAGMA cache_size=-64000");
    into.run("PRAGMA wal_autocheckpoint=32000");
    double spent = 0;
    for (qint64 first = 1; first <= rows; first += batchRows) {
        const QByteArray between = " BETWEEN " + QByteArray::number(first) + " AND "
            + QByteArray::number(first + batchRows - 1);
        const auto among = [&](const char *column) { return column + between + " ORDER BY " + column; };
        const std::array tables{
            from.rows("SELECT * FROM lead WHERE " + among("id"), "lead"),
            from.rows("SELECT * FROM multi_value WHERE entity_type = (SELECT id FROM entity_type WHERE code = 'lead') AND "
                          + among("item"),
                      "multi_value"),
            from.rows("SELECT rowid, text FROM lead_search WHERE " + among("rowid"), "lead_search"),
            from.rows("SELECT * FROM journal WHERE entity = 'lead' AND " + among("record"), "journal"),
            from.rows("SELECT * FROM stage_visit WHERE " + among("item"), "stage_visit")};
        const double before = cpuOf(RUSAGE_THREAD);
        into.run("BEGIN IMMEDIATE");
        for (const auto &table : tables)
            into.write(*table);
        into.run("COMMIT");
        spent += cpuOf(RUSAGE_THREAD) - before;
    }
    return spent;
}

} // namespace

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
    const double cpuBefore = cpuOfOthers();
    timer.start();
    auto done = importFile(**store, options);
    const double whole = double(timer.nsecsElapsed()) / 1e6;
    if (!done || done->imported != rows)
        qFatal("import");
    const double writer = (cpuOfOthers() - cpuBefore) / rows;
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
    store->reset();
    const QString empty = work.filePath(u"empty.kartoteka"_s);
    if (!createDatabase(empty, database, systemClock()))
        qFatal("empty file");
    report.ratio(u"writing thread, CPU a row against SQLite alone, ms"_s, writer / 1000,
                 floorOfImport(path, empty, rows) / 1000 / rows, writerLimit);
}

} // namespace Kartoteka
