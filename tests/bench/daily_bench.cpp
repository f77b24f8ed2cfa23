// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/daily_bench.h"

#include "core/items/bulk.h"
#include "core/items/row_queries.h"
#include "core/office.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "tests/bench/bench_files.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/bench/stall_meter.h"
#include "tests/bench/turn_meter.h"
#include "views/board/board_view.h"
#include "views/list/item_list_view.h"
#include "views/shell/bulk_desk.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QWheelEvent>

#include <unistd.h>

namespace Kartoteka {

namespace {

constexpr int firstPage = 50;
constexpr double wallLimitMs = 100;
constexpr double keyLimitMs = 8;
constexpr double frameLimitMs = 16;
constexpr int movedItems = 10'000;
constexpr double bulkLimitMs = 3000;
constexpr qint64 residentLimitMb = 150;

qint64 residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toLongLong() / 1024;
    }
    return 0;
}

void waitUntil(const std::function<bool()> &condition)
{
    (void)loopUntil(condition);
}

void settle(int ms)
{
    loopFor(ms);
}

/// Five pipelines of eight stages, the leads spread over them, one column of them long. Written past the store: it is the
/// set-up, not what is measured.
QString makeFile(const QString &folder, int leads, const QTemporaryDir &work)
{
    const QString path = work.filePath(u"daily.kartoteka"_s);
    QFile::copy(benchFile(folder, leads), path);
    {
        auto store = openOffice(path);
        if (!store)
            qFatal("daily file");
        const qint64 type = (*store)->schema()->type(u"lead"_s)->id;
        const auto commit = [&](const Result<ChangeSet> &changes) {
            if (!changes || !(*store)->commitAndWait(*changes))
                qFatal("daily stages");
        };
        for (int i = 2; i <= 5; ++i)
            commit(planAddPipeline(*(*store)->schema(), type, u"Pipeline %1"_s.arg(i),
                                   (*store)->schema()->defaultPipeline(type)->id));
        for (const Pipeline &pipeline : (*store)->schema()->pipelines(type)) {
            while ((*store)->schema()->stages(pipeline.id).size() < 8)
                commit(planAddStage(*(*store)->schema(), pipeline.id,
                                    {u"Stage %1"_s.arg((*store)->schema()->stages(pipeline.id).size()), u"#5B6B8C"_s,
                                     StageGroup::InProgress, 0}));
        }
    }
    RawSqlite raw(path);
    const QList<qint64> stages = raw.integers(
        "SELECT id FROM stage WHERE deleted_at IS NULL AND pipeline IN (SELECT id FROM "
        "pipeline WHERE entity_type = 1) ORDER BY pipeline, stage_group, position");
    // A tenth of all in the first column, the rest spread evenly.
    QByteArray cases = "CASE WHEN id % 10 = 0 THEN " + QByteArray::number(stages.constFirst()) + " ELSE CASE (id / 10) % "
        + QByteArray::number(stages.size());
    for (qsizetype i = 0; i < stages.size(); ++i)
        cases += " WHEN " + QByteArray::number(i) + " THEN " + QByteArray::number(stages[i]);
    raw.run("UPDATE lead SET stage = " + cases + " END END");
    raw.run("UPDATE lead SET pipeline = (SELECT pipeline FROM stage s WHERE s.id = lead.stage)");
    raw.run("DELETE FROM stage_total");
    raw.run(
        "INSERT INTO stage_total SELECT stage, coalesce(amount_currency, ''), count(*), coalesce(sum(amount), 0) FROM lead "
        "WHERE deleted_at IS NULL GROUP BY 1, 2");
    return path;
}

void benchFilters(Report &report, const QString &path, int leads)
{
    auto opened = openOffice(path);
    if (!opened)
        qFatal("daily file");
    Store &store = **opened;
    RawSqlite raw(path);
    report.section(u"Filters: first page of %1, and the slowest against raw SQLite"_s.arg(leads));
    const ReadContext context = store.reader();
    ItemQuery query;
    query.typeId = store.schema()->type(u"lead"_s)->id;
    query.user = store.user();
    const RecordTable &table = *context.table(query.typeId);
    const QStringList columns = ItemTableModel::defaultColumns(*store.schema(), *store.schema()->type(query.typeId));
    QStringList single{u"id"_s, u"uid"_s, u"number"_s};
    QStringList multiple;
    for (const RecordColumn &column : table.columns) {
        if (!columns.contains(column.code))
            continue;
        if (column.multiple)
            multiple << QString::number(column.field);
        else
            single << physicalColumns(column);
    }
    const QStringList filters{u"responsible = me"_s,
                              u"responsible = \"Emma Stone\""_s,
                              u"stage = new"_s,
                              u"stage = \"group in_progress\""_s,
                              u"amount > 500000"_s,
                              u"amount = 100000..100500"_s,
                              u"source = call"_s,
                              u"created_at = today"_s,
                              u"created_at = yesterday"_s,
                              u"title ~ ёлок"_s,
                              u"title ~ %1"_s.arg(leads - 7),
                              u"title ~ нетникого"_s,
                              u"last_name = Щукин"_s,
                              u"phone ~ 91512"_s,
                              u"email ~ client%1@"_s.arg(leads / 2),
                              u"email is empty"_s,
                              u"comment is not empty"_s,
                              u"tags = vip"_s,
                              u"activity = none"_s,
                              u"activity = overdue"_s,
                              u"stage ever = junk"_s,
                              u"client_company.title ~ acme"_s,
                              u"responsible = \"Emma Stone\" and stage = new"_s,
                              u"responsible = \"Emma Stone\" and amount > 900000"_s,
                              u"source = call and title ~ кабеля"_s,
                              u"amount > 900000 and created_at = today"_s,
                              u"activity = overdue and responsible = \"Emma Stone\""_s,
                              u"title ~ ёлок or last_name = Щукин"_s};
    for (const QString &text : filters) {
        auto conditions = parseConditions(text);
        if (!conditions)
            qFatal("%s", qPrintable(text));
        query.conditions = *conditions;
        query.now = store.clock().now();
        qsizetype found = 0;
        const double ours = medianMs(
            [&] {
                auto ids = queryIds(context, query, firstPage);
                if (!ids || !readRows(context, query.typeId, *ids, columns))
                    qFatal("%s: %s", qPrintable(text), qPrintable(ids ? QString() : ids.error().detail));
                found = ids->size();
            },
            15);
        auto compiled = compileQuery(context, query);
        const QByteArray sql = "SELECT t.id FROM lead t WHERE " + compiled->where.toUtf8() + " ORDER BY t.id DESC LIMIT 50";
        const double rawMs = medianMs(
            [&] {
                const QList<qint64> ids = raw.integers(sql, compiled->bound);
                QByteArray marks("-1");
                for (const qint64 id : ids)
                    marks += ',' + QByteArray::number(id);
                raw.run("SELECT " + single.join(u',').toUtf8() + " FROM lead WHERE id IN (" + marks + ")");
                raw.run("SELECT item, field, value, label FROM multi_value WHERE entity_type = 1 AND field IN ("
                        + multiple.join(u',').toUtf8() + ") AND item IN (" + marks + ")");
            },
            15);
        report.figure(u"%1 (%2), ms"_s.arg(text).arg(found), QString::number(ours, 'f', 1), ours <= wallLimitMs);
        report.ratio(u"  beside raw SQLite, which runs our own conditions"_s, ours, rawMs, 3);
    }
}

/// Types a text; @return the longest time a key took on this thread, ms.
double typeMs(QLineEdit *edit, const QString &text)
{
    qint64 longest = 0;
    for (const QChar c : text) {
        QElapsedTimer timer;
        timer.start();
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(edit, &press);
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(edit, &release);
        longest = qMax(longest, timer.nsecsElapsed());
        settle(35); // a fast typist
    }
    return double(longest) / 1e6;
}

/// Time of painting a view once, ms.
double frameMs(QWidget *viewport)
{
    QElapsedTimer timer;
    timer.start();
    viewport->repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

void benchScrolling(Report &report, SectionPage &page)
{
    BoardView &board = *page.board();
    waitUntil([&] { return !page.boardModel()->isLoading() && page.boardModel()->columnCount() > 0; });
    settle(500);
    const int cards = page.boardModel()->cardCount(0);
    page.boardModel()->needAll(0);
    waitUntil([&] { return !page.boardModel()->cardsOf(0).isEmpty(); });
    const qint64 before = residentMb();
    double longest = 0;
    const QPointF at(board.columnRect(0).center().x(), 400);
    const int wheels = 3000;
    for (int i = 0; i < wheels; ++i) {
        QWheelEvent wheel(at, board.viewport()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(board.viewport(), &wheel);
        longest = qMax(longest, frameMs(board.viewport()));
        if (i % 10 == 0)
            settle(1);
    }
    report.figure(u"board column of %1 cards by wheel, longest frame, ms"_s.arg(cards), QString::number(longest, 'f', 1),
                  longest <= frameLimitMs);
    longest = 0;
    // The same end to end, as the bar is dragged.
    QKeyEvent end(QEvent::KeyPress, Qt::Key_End, Qt::NoModifier);
    QKeyEvent home(QEvent::KeyPress, Qt::Key_Home, Qt::NoModifier);
    for (int i = 0; i < 20; ++i) {
        QApplication::sendEvent(&board, i % 2 ? &home : &end);
        longest = qMax(longest, frameMs(board.viewport()));
        settle(30);
        longest = qMax(longest, frameMs(board.viewport()));
    }
    report.figure(u"board column from end to end, longest frame, ms"_s, QString::number(longest, 'f', 1),
                  longest <= frameLimitMs);
    page.setView(SectionPage::View::List);
    waitUntil([&] { return !page.listModel()->isLoading(); });
    ItemQuery everything = page.listModel()->query();
    everything.pipeline = 0;
    everything.conditions.clear();
    page.listModel()->setQuery(everything);
    waitUntil([&] { return !page.listModel()->isLoading(); });
    settle(500);
    QScrollBar *bar = page.list()->verticalScrollBar();
    longest = 0;
    for (int i = 0; i <= 400; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * i / 400));
        longest = qMax(longest, frameMs(page.list()->viewport()));
        if (i % 10 == 0)
            settle(5);
    }
    for (int i = 0; i < 1000; ++i) {
        bar->setValue(bar->value() - 3);
        longest = qMax(longest, frameMs(page.list()->viewport()));
        if (i % 20 == 0)
            settle(2);
    }
    report.figure(u"list of %1 rows end to end, longest frame, ms"_s.arg(page.listModel()->rowCount()),
                  QString::number(longest, 'f', 1), longest <= frameLimitMs);
    const qint64 grown = residentMb() - before;
    report.figure(u"memory of the models grew while scrolling by, MB"_s, QString::number(grown), grown <= 40);
}

void benchBulk(Report &report, OfficeWidget &office)
{
    Store &store = office.store();
    const SchemaPtr schema = store.schema();
    const qint64 type = schema->type(u"lead"_s)->id;
    const QList<Stage> stages = schema->stages(schema->defaultPipeline(type)->id);
    QList<qint64> ids;
    for (qint64 id = 1; id <= movedItems; ++id)
        ids << id;
    StallMeter meter;
    const auto timed = [&](const QString &what, const std::function<void()> &act, const std::function<bool()> &done) {
        settle(500);
        (void)meter.takeLongest();
        QElapsedTimer timer;
        timer.start();
        act();
        waitUntil(done);
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        report.figure(u"%1 of %2 items, ms"_s.arg(what).arg(movedItems), QString::number(ms, 'f', 0), ms <= bulkLimitMs);
        const double stall = meter.takeLongest();
        report.figure(u"  longest stall meanwhile, ms"_s, QString::number(stall, 'f', 1), stall <= 16);
    };
    bool told = false;
    QObject::connect(office.bulk(), &BulkDesk::said, &office, [&told] { told = true; });
    timed(
        u"bulk move"_s, [&] { office.bulk()->run(type, ids, bulkMove(schema, stages[1].id), u"%1"_s); },
        [&] { return told; });
    bool undone = false;
    timed(
        u"its undo"_s,
        [&] {
            store.undo().then(&office, [&undone](const Result<Receipt> &receipt) {
                if (!receipt)
                    qFatal("undo");
                undone = true;
            });
        },
        [&] { return undone; });
}

void benchWindow(Report &report, const QString &path)
{
    report.section(u"The window on the same file"_s);
    // A process that has done nothing else tells what the file costs.
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--memory"_s, path});
    if (!child.waitForFinished(120'000))
        qFatal("memory");
    const qint64 fresh = child.readAllStandardOutput().trimmed().toLongLong();
    report.figure(u"resident memory with the file open, MB"_s, QString::number(fresh),
                  fresh > 0 && fresh <= residentLimitMb);
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    if (!window.openFile(path))
        qFatal("the window does not open the file");
    SectionPage &page = *window.office()->section();
    waitUntil([&] { return page.boardModel()->columnCount() > 0 && !page.boardModel()->isLoading(); });
    settle(1500);
    const double board = typeMs(page.search(), u"кузнецов ёлок 12345"_s);
    report.figure(u"longest keystroke while the board is searched, ms"_s, QString::number(board, 'f', 2),
                  board <= keyLimitMs);
    page.search()->clear();
    settle(1500);
    benchScrolling(report, page);
    const double list = typeMs(page.search(), u"кузнецов ёлок 12345"_s);
    report.figure(u"longest keystroke while the list is searched, ms"_s, QString::number(list, 'f', 2), list <= keyLimitMs);
    page.search()->clear();
    settle(2000);
    page.setView(SectionPage::View::Board);
    benchBulk(report, *window.office());
}

} // namespace

int memoryOnly(const QString &path)
{
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    if (!window.openFile(path))
        return 1;
    SectionPage &page = *window.office()->section();
    waitUntil([&] { return page.boardModel()->columnCount() > 0 && !page.boardModel()->isLoading(); });
    settle(1500);
    // The list too: a person looks at both.
    page.setView(SectionPage::View::List);
    waitUntil([&] { return !page.listModel()->isLoading(); });
    settle(1500);
    QTextStream(stdout) << residentMb() << '\n' << Qt::flush;
    ::_exit(0);
}

void benchDaily(Report &report, const QString &folder, int leads)
{
    const QTemporaryDir work(folder + u"/daily-XXXXXX"_s);
    const QString path = makeFile(folder, leads, work);
    benchWindow(report, path);
    benchFilters(report, path, leads);
}

} // namespace Kartoteka
