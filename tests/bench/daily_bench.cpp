// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/daily_bench.h"

#include "core/items/bulk.h"
#include "core/items/row_queries.h"
#include "core/office.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "tests/bench/office_maker.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/bench/stall_meter.h"
#include "tests/bench/turn_meter.h"
#include "views/acts/bulk_desk.h"
#include "views/board/board_view.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"
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
    QFile::copy(benchOffice(folder, leads), path);
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
    raw.run("DELETE FROM stage_total WHERE stage IN (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE "
            "p.entity_type = 1)");
    raw.run(
        "INSERT INTO stage_total SELECT stage, coalesce(amount_currency, ''), count(*), coalesce(sum(amount), 0) FROM lead "
        "WHERE deleted_at IS NULL GROUP BY 1, 2");
    return path;
}

/// Filters that people set, each with the best plan for its first page, written by hand.
QList<std::pair<QString, QByteArray>> filtersWithFloors(const Store &store, int leads)
{
    const Schema &schema = *store.schema();
    const qint64 lead = schema.type(u"lead"_s)->id;
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(store.clock().now()).date().startOfDay();
    const QDateTime yesterday = today.date().addDays(-1).startOfDay();
    // The newest first, looked at one by one; or by an index of what is rare.
    const auto walk = [](const QByteArray &where) {
        return "SELECT t.id FROM lead t NOT INDEXED WHERE t.deleted_at IS NULL AND " + where + " ORDER BY t.id DESC";
    };
    const auto by = [](const char *index, const QByteArray &where) {
        return QByteArray("SELECT t.id FROM lead t INDEXED BY ") + index + " WHERE t.deleted_at IS NULL AND " + where
            + " ORDER BY t.id DESC";
    };
    const auto match = [](const QString &word) {
        return "SELECT rowid FROM lead_search WHERE lead_search MATCH '\"" + word.toUtf8() + "\"' ORDER BY rowid DESC";
    };
    const auto filled = [&](const QString &field, const char *is) {
        return by("lead_filled",
                  "t.filled IN (SELECT id FROM filled_fields WHERE instr(fields, ',"
                      + QByteArray::number(schema.field(lead, field)->id) + ",') " + is + " 0)");
    };
    const auto created = [&](const QDateTime &from, const QByteArray &more = "") {
        return by("lead_created_at",
                  "t.created_at >= " + QByteArray::number(from.toMSecsSinceEpoch()) + " AND t.created_at < "
                      + QByteArray::number(from.date().addDays(1).startOfDay().toMSecsSinceEpoch()) + more);
    };
    const QByteArray stage =
        "t.stage IN (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE p.entity_type = 1 AND s.%1)";
    const auto inStage = [&](const char *which) { return QByteArray(stage).replace("%1", which); };
    const QByteArray seller = "t.responsible = (SELECT id FROM user_account WHERE name = 'Продавец 3')";
    const QByteArray call = "t.source = (SELECT min(id) FROM list_value WHERE code = 'call')";
    const QByteArray overdue =
        "EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = 1 AND p.item = t.id AND p.next_deadline < "
        + QByteArray::number(store.clock().now()) + ")";
    const QByteArray trees = "instr(t.title_fold, 'елок') > 0";
    return {{u"responsible = me"_s, walk("t.responsible = " + QByteArray::number(store.user()))},
            {u"responsible = \"Продавец 3\""_s, walk(seller)},
            {u"stage = new"_s, walk(inStage("code = 'new'"))},
            {u"stage = \"group in_progress\""_s, walk(inStage("stage_group = 'in_progress'"))},
            {u"amount > 50000"_s, walk("t.amount > 5000000")},
            {u"amount = 50000..50050"_s, by("lead_amount", "t.amount BETWEEN 5000000 AND 5005000")},
            {u"source = call"_s, walk(call)},
            {u"created_at = today"_s, created(today)},
            {u"created_at = yesterday"_s, created(yesterday)},
            {u"title ~ ёлок"_s, walk(trees)},
            {u"title ~ %1"_s.arg(leads - 7), match(QString::number(leads - 7))},
            {u"title ~ нетникого"_s, match(u"нетникого"_s)},
            {u"last_name = Щукин"_s, walk("t.last_name_fold = 'щукин'")},
            {u"phone ~ 91512"_s, match(u"91512"_s)},
            {u"email ~ client%1@"_s.arg(leads / 2), match(u"client%1@"_s.arg(leads / 2))},
            {u"email is empty"_s, filled(u"email"_s, "=")},
            {u"comment is not empty"_s, filled(u"comment"_s, ">")},
            {u"tags = vip"_s,
             walk("EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = 1 AND m.item = t.id AND m.key = 'vip')")},
            {u"activity = none"_s, walk("NOT EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = 1 AND p.item = t.id)")},
            {u"activity = overdue"_s, walk(overdue)},
            {u"stage ever = junk"_s, walk(inStage("code = 'junk'"))},
            {u"client_company.title ~ acme"_s,
             "SELECT t.id FROM company_search c CROSS JOIN lead t INDEXED BY lead_client_company ON t.client_company = "
             "c.rowid WHERE c.company_search MATCH '\"acme\"' AND t.deleted_at IS NULL ORDER BY t.id DESC"},
            {u"responsible = \"Продавец 3\" and stage = new"_s, walk(seller + " AND " + inStage("code = 'new'"))},
            {u"responsible = \"Продавец 3\" and amount > 80000"_s, walk(seller + " AND t.amount > 8000000")},
            {u"source = call and title ~ кабеля"_s, walk(call + " AND instr(t.title_fold, 'кабеля') > 0")},
            {u"amount > 80000 and created_at = today"_s, created(today, " AND t.amount > 8000000")},
            {u"activity = overdue and responsible = \"Продавец 3\""_s, walk(seller + " AND " + overdue)},
            {u"title ~ ёлок or last_name = Щукин"_s, walk("(" + trees + " OR t.last_name_fold = 'щукин')")}};
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
    const QStringList columns = ListColumn::usual(*store.schema(), *store.schema()->type(query.typeId));
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
    for (const auto &[text, best] : filtersWithFloors(store, leads)) {
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
        const double rawMs = medianMs(
            [&] {
                const QList<qint64> ids = raw.integers(best + " LIMIT 50");
                QByteArray marks("-1");
                for (const qint64 id : ids)
                    marks += ',' + QByteArray::number(id);
                raw.run("SELECT " + single.join(u',').toUtf8() + " FROM lead WHERE id IN (" + marks + ")");
                raw.run("SELECT item, field, value, label FROM multi_value WHERE entity_type = 1 AND field IN ("
                        + multiple.join(u',').toUtf8() + ") AND item IN (" + marks + ")");
            },
            15);
        report.figure(u"%1 (%2), ms"_s.arg(text).arg(found), QString::number(ours, 'f', 1), ours <= wallLimitMs);
        report.ratio(u"  beside raw SQLite with the best plan"_s, ours, rawMs, 3);
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
    BoardView &board = *page.part<BoardSection>()->view();
    waitUntil([&] {
        return !page.part<BoardSection>()->model()->isLoading() && page.part<BoardSection>()->model()->columnCount() > 0;
    });
    settle(500);
    const int cards = page.part<BoardSection>()->model()->cardCount(0);
    page.part<BoardSection>()->model()->needAll(0);
    waitUntil([&] { return !page.part<BoardSection>()->model()->cardsOf(0).isEmpty(); });
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
    page.setView(u"list"_s);
    waitUntil([&] { return !page.part<ListSection>()->model()->isLoading(); });
    ItemQuery everything = page.part<ListSection>()->model()->query();
    everything.pipeline = 0;
    everything.conditions.clear();
    page.part<ListSection>()->model()->setQuery(everything);
    waitUntil([&] { return !page.part<ListSection>()->model()->isLoading(); });
    settle(500);
    QScrollBar *bar = page.part<ListSection>()->view()->verticalScrollBar();
    longest = 0;
    for (int i = 0; i <= 400; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * i / 400));
        longest = qMax(longest, frameMs(page.part<ListSection>()->view()->viewport()));
        if (i % 10 == 0)
            settle(5);
    }
    for (int i = 0; i < 1000; ++i) {
        bar->setValue(bar->value() - 3);
        longest = qMax(longest, frameMs(page.part<ListSection>()->view()->viewport()));
        if (i % 20 == 0)
            settle(2);
    }
    report.figure(u"list of %1 rows end to end, longest frame, ms"_s.arg(page.part<ListSection>()->model()->rowCount()),
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
    waitUntil([&] {
        return page.part<BoardSection>()->model()->columnCount() > 0 && !page.part<BoardSection>()->model()->isLoading();
    });
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
    page.setView(u"board"_s);
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
    waitUntil([&] {
        return page.part<BoardSection>()->model()->columnCount() > 0 && !page.part<BoardSection>()->model()->isLoading();
    });
    settle(1500);
    // The list too: a person looks at both.
    page.setView(u"list"_s);
    waitUntil([&] { return !page.part<ListSection>()->model()->isLoading(); });
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
