// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/counters.h"
#include "core/items/item_queries.h"
#include "core/office.h"
#include "core/pipeline/card_queries.h"
#include "core/store/database_file.h"
#include "core/store/value_codec.h"
#include "core/store/write_times.h"
#include "core/transfer/importer.h"
#include "core/transfer/row_converter.h"
#include "models/board_model.h"
#include "models/item_table_model.h"
#include "tests/bench/bench_files.h"
#include "tests/bench/daily_bench.h"
#include "tests/bench/exchange_bench.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/bench/report.h"
#include "tests/bench/stall_meter.h"
#include "views/board/board_view.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <unistd.h>

using namespace Kartoteka;

namespace {

constexpr int pageRows = 50;
constexpr int columnCards = 20;
constexpr int importedRows = 100'000;

void waitUntil(const std::function<bool()> &condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

struct Reads
{
    double board = 0;
    double totals = 0;
};

class Bench
{
public:
    Bench(Report &report, QString folder) : m_report(report), m_folder(std::move(folder)) {}

    void run(const QList<int> &sizes, int importRows)
    {
        import(importRows); // first: a person imports with a program just started
        QList<Reads> all;
        for (const int size : sizes)
            all << file(size);
        if (all.size() > 1) {
            m_report.section(u"The largest file against the smallest (the second column is the smallest)"_s);
            m_report.ratio(u"opening the board"_s, all.last().board, all.first().board, 2);
            m_report.ratio(u"counts and sums of the board"_s, all.last().totals, all.first().totals, 2);
        }
        start(sizes.last());
        benchDaily(m_report, m_folder, sizes.last());
        benchExchange(m_report, m_folder, sizes.last());
    }

    void import(int rows)
    {
        const QString csv = benchCsv(m_folder, rows);
        QTemporaryDir work(m_folder + u"/work-XXXXXX"_s);
        const QString path = work.filePath(u"import.kartoteka"_s);
        const NewDatabase database{.language = u"ru"_s,
                                   .userName = u"Bench"_s,
                                   .login = systemLogin(),
                                   .currency = u"RUB"_s,
                                   .phoneRegion = u"RU"_s};
        if (!createDatabase(path, database, systemClock()))
            qFatal("import file");
        auto store = openOffice(path);
        ImportOptions options;
        options.typeId = (*store)->schema()->type(u"lead"_s)->id;
        options.preview = *previewImport(*(*store)->schema(), options.typeId, csv);
        m_report.section(u"Import of %1 rows"_s.arg(rows));

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
        auto report = importFile(**store, options);
        const double whole = double(timer.nsecsElapsed()) / 1e6;
        if (!report || report->imported != rows)
            qFatal("import");
        const double perSecond = rows / whole * 1000;
        m_report.figure(u"rows a second"_s, QString::number(perSecond, 'f', 0), perSecond >= 20'000);
        m_report.figure(u"memory grew by, MB"_s, QString::number(double(residentKb() - memoryBefore) / 1024, 'f', 1));
        const auto part = [&](const QString &what, double ms) {
            m_report.figure(u"  "_s + what, u"%1 ms, %2 µs a row"_s.arg(ms, 0, 'f', 0).arg(ms * 1000 / rows, 0, 'f', 1));
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

private:
    Reads file(int size)
    {
        const QString kept = benchFile(m_folder, size);
        // The moves must not change the file that is kept.
        QTemporaryDir work(m_folder + u"/work-XXXXXX"_s);
        const QString path = work.filePath(u"office.kartoteka"_s);
        if (!QFile::copy(kept, path))
            qFatal("%s cannot be copied", qPrintable(kept));
        RawSqlite raw(path);
        auto store = openOffice(path);
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        m_report.section(u"%1 leads, %2 MB"_s.arg(size).arg(QFile(path).size() / 1'000'000));
        const Reads reads = board(**store, raw);
        list(**store, raw);
        search(**store, raw, size);
        move(**store, raw);
        window(path);
        return reads;
    }

    Reads board(Store &store, RawSqlite &raw)
    {
        const ReadContext context = store.reader();
        const qint64 type = store.schema()->type(u"lead"_s)->id;
        const Pipeline *pipeline = store.schema()->defaultPipeline(type);
        const QList<Stage> stages = store.schema()->stages(pipeline->id);
        const qint64 now = store.clock().now();
        const double ours = medianMs([&] {
            ItemQuery query;
            query.typeId = type;
            query.pipeline = pipeline->id;
            QList<qint64> ids;
            for (const Stage &stage : stages)
                ids << stage.id;
            if (!readBoard(context, query, ids, {}, columnCards, now))
                qFatal("board");
        });
        const double rawMs = medianMs([&] {
            for (const Stage &stage : stages) {
                const QList<qint64> ids = raw.integers(
                    "SELECT id FROM lead WHERE stage = ? AND deleted_at IS NULL ORDER BY rank DESC LIMIT 20", {stage.id});
                QByteArray marks("?");
                QVariantList bound{ids.value(0)};
                for (qsizetype i = 1; i < ids.size(); ++i) {
                    marks += ",?";
                    bound << ids[i];
                }
                raw.run(
                    "SELECT l.id, l.rank, l.stage, l.number, l.title, l.amount, l.amount_currency, l.responsible, l.stage_changed_at, "
                    "o.title, c.title, l.company_title, l.last_name, l.first_name FROM lead l LEFT JOIN company o ON o.id = l.client_company "
                    "LEFT JOIN contact c ON c.id = l.client_contact WHERE l.id IN ("
                        + marks + ")",
                    bound);
                raw.run("SELECT item, sum(incoming = 0 AND lit_at <= 1), sum(incoming), count(*) FROM activity_link "
                        "WHERE item_type = 1 AND done = 0 AND item IN ("
                            + marks + ") GROUP BY item",
                        bound);
                raw.run("SELECT item, value FROM multi_value WHERE entity_type = 1 AND field = 24 AND item IN (" + marks
                            + ") ORDER BY item, position",
                        bound);
            }
        });
        m_report.ratio(u"opening the board: 20 cards of each column"_s, ours, rawMs, 3);
        const double totals = medianMs([&] { (void)stageTotals(context, pipeline->id); });
        m_report.figure(u"counts and sums of the board, ms"_s, QString::number(totals, 'f', 3), totals <= 1);
        const double lights = medianMs([&] { (void)sectionLights(context, store.user(), now); });
        m_report.figure(u"counters of the sections, ms"_s, QString::number(lights, 'f', 3));
        return {ours, totals};
    }

    void list(Store &store, RawSqlite &raw)
    {
        const ReadContext context = store.reader();
        const qint64 type = store.schema()->type(u"lead"_s)->id;
        QStringList physical;
        for (const RecordColumn &column : context.table(type)->columns)
            physical << physicalColumns(column);
        const QByteArray columns = physical.join(u',').toLatin1();
        for (const Field &field : store.schema()->fields(type)) {
            if (!field.indexed)
                continue;
            ItemQuery query;
            query.typeId = type;
            query.sort = {{field.code, false}};
            const double ours = medianMs(
                [&] {
                    const auto ids = queryIds(context, query, pageRows);
                    if (!ids || !readItems(context, type, *ids))
                        qFatal("list");
                },
                11);
            const bool text = field.type == FieldType::String || field.type == FieldType::Text;
            const QByteArray key = (text ? field.column + u"_fold"_s : field.column).toLatin1();
            const double rawMs = medianMs(
                [&] {
                    const QList<qint64> ids = raw.integers("SELECT id FROM lead WHERE deleted_at IS NULL ORDER BY " + key
                                                           + ", id DESC LIMIT 50");
                    QByteArray marks("?");
                    QVariantList bound{ids.value(0)};
                    for (qsizetype i = 1; i < ids.size(); ++i) {
                        marks += ",?";
                        bound << ids[i];
                    }
                    raw.run("SELECT id, " + columns + " FROM lead WHERE id IN (" + marks + ")", bound);
                    raw.run("SELECT item, field, value, label FROM multi_value WHERE entity_type = 1 AND item IN (" + marks
                                + ")",
                            bound);
                },
                11);
            m_report.ratio(u"first page of the list by %1"_s.arg(field.code), ours, rawMs, 3);
        }
    }

    void search(Store &store, RawSqlite &raw, int size)
    {
        const ReadContext context = store.reader();
        ItemQuery query;
        query.typeId = store.schema()->type(u"lead"_s)->id;
        for (const QString &text :
             {u"ёлок №%1"_s.arg(size - 7), u"кузнецов"_s, u"+7 915 "_s, u"client%1@"_s.arg(size / 2), u"нет такого"_s}) {
            query.search = text;
            const double ours = medianMs(
                [&] {
                    const auto ids = queryIds(context, query, pageRows);
                    if (!ids || !readItems(context, query.typeId, *ids))
                        qFatal("search");
                },
                11);
            auto compiled = compileQuery(context, query);
            const QByteArray where = compiled->where.toUtf8();
            const double rawMs = medianMs(
                [&] {
                    const QList<qint64> ids = raw.integers(
                        "SELECT t.id FROM lead t WHERE " + where + " ORDER BY t.id DESC LIMIT 50", compiled->bound);
                    QByteArray marks("?");
                    QVariantList bound{ids.value(0)};
                    for (qsizetype i = 1; i < ids.size(); ++i) {
                        marks += ",?";
                        bound << ids[i];
                    }
                    raw.run("SELECT * FROM lead WHERE id IN (" + marks + ")", bound);
                    raw.run("SELECT item, field, value, label FROM multi_value WHERE entity_type = 1 AND item IN (" + marks
                                + ")",
                            bound);
                },
                11);
            m_report.ratio(u"first page of the search “%1”"_s.arg(text), ours, rawMs, 3);
        }
    }

    void move(Store &store, RawSqlite &raw)
    {
        const qint64 type = store.schema()->type(u"lead"_s)->id;
        const QList<Stage> stages = store.schema()->stages(store.schema()->defaultPipeline(type)->id);
        int turn = 0;
        const double ours = medianMs([&] {
            ++turn;
            auto plan = planMove(store.reader(), {type, 100 + turn, {}}, stages[turn % 3].id);
            if (!plan || !store.commitAndWait(*plan))
                qFatal("move");
        });
        raw.run(
            "CREATE TABLE IF NOT EXISTS bench_timeline (id INTEGER PRIMARY KEY, item INTEGER, at INTEGER, author INTEGER, text TEXT)");
        raw.run("CREATE INDEX IF NOT EXISTS bench_timeline_item ON bench_timeline (item, at)");
        const double rawMs = medianMs([&] {
            ++turn;
            raw.run("BEGIN IMMEDIATE");
            raw.run("UPDATE lead SET stage = ?, rank = ?, stage_changed_at = ?, modified_at = ? WHERE id = ?",
                    {stages[turn % 3].id, 1e12 + turn, turn, turn, 500 + turn});
            raw.run(
                "INSERT INTO bench_timeline (item, at, author, text) VALUES (?, ?, 1, 'moved from one stage to another')",
                {500 + turn, turn});
            raw.run("COMMIT");
        });
        m_report.ratio(u"one move, durable, with journal and totals"_s, ours, rawMs, 4);
    }

    /// The real window: board, list, search and a move with the stall meter running.
    void window(const QString &path)
    {
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        StallMeter meter;
        QElapsedTimer timer;
        timer.start();
        if (!window.openFile(path))
            qFatal("the window does not open the file");
        BoardModel *board = window.office()->section()->boardModel();
        waitUntil([&] { return board->columnCount() > 0 && !board->isLoading() && board->card(0, 0); });
        m_report.figure(u"window: file to loaded board, ms"_s, QString::number(timer.elapsed()));
        const double opening = meter.takeLongest();
        m_report.figure(u"longest stall while opening, ms"_s, QString::number(opening, 'f', 1), opening <= 50);
        const auto settle = [](int ms) {
            QElapsedTimer wait;
            wait.start();
            waitUntil([&] { return wait.elapsed() > ms; });
        };
        const qint64 id = board->card(0, 0)->id;
        board->moveCard(id, 1, 0);
        settle(300);
        SectionPage *page = window.office()->section();
        page->setView(SectionPage::View::List);
        settle(1500);
        page->search()->setText(u"кузнецов"_s);
        settle(1500);
        page->search()->clear();
        page->setView(SectionPage::View::Board);
        settle(1000);
        const double using_ = meter.takeLongest();
        m_report.figure(u"longest stall in move, list, search, ms"_s, QString::number(using_, 'f', 1), using_ <= 50);
    }

    void start(int size)
    {
        m_report.section(u"Start of the program"_s);
        const QString path = benchFile(m_folder, size);
        const double ms = medianMs(
            [&] {
                QProcess child;
                child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
                child.start(QCoreApplication::applicationFilePath(), {u"--start"_s, path});
                if (!child.waitForFinished(60'000) || child.exitCode() != 0)
                    qFatal("start");
            },
            5);
        m_report.figure(u"process start to painted board, %1 leads, ms"_s.arg(size), QString::number(ms, 'f', 0));
    }

    Report &m_report;
    QString m_folder;
};

/// What a start costs: until the board of the file is painted.
int startOnly(const QString &path)
{
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    if (!window.openFile(path))
        return 1;
    BoardModel *board = window.office()->section()->boardModel();
    waitUntil([&] { return board->columnCount() > 0 && !board->isLoading() && board->card(0, 0); });
    window.office()->section()->board()->repaint();
    ::_exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Kartoteka"_s);
    QApplication::setApplicationName(u"Kartoteka bench"_s);
    applyAppearance(application, Appearance::Light);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"--start")
        return startOnly(arguments.value(2));
    if (arguments.value(1) == u"--memory")
        return memoryOnly(arguments.value(2));
    const QString folder = QDir::current().filePath(u"build/bench"_s);
    QDir().mkpath(folder);
    const bool quick = arguments.contains(u"--quick"_s); // without the file of a million
    const bool importOnly = arguments.contains(u"--import"_s);
    Report report;
    Bench bench(report, folder);
    if (arguments.contains(u"--exchange"_s))
        benchExchange(report, folder, quick ? 100'000 : 1'000'000);
    else if (arguments.contains(u"--daily"_s))
        benchDaily(report, folder, quick ? 100'000 : 1'000'000);
    else if (importOnly)
        bench.import(importedRows);
    else
        bench.run(quick ? QList<int>{10'000, 100'000} : QList<int>{10'000, 100'000, 1'000'000}, importedRows);
    QTextStream(stdout) << (report.missed() == 0 ? u"\nEvery figure is kept."_s
                                                 : u"\n%1 figures are missed."_s.arg(report.missed()))
                        << '\n';
    return report.missed() == 0 ? 0 : 1;
}
