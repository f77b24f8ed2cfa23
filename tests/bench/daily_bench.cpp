// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/daily_bench.h"

#include "core/items/bulk.h"
#include "core/pipeline/stage_move.h"
#include "tests/bench/filter_bench.h"
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
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QWheelEvent>

#include <ctime>
#include <unistd.h>

namespace Kartoteka {

namespace {

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

/// Drags the first card that is seen over three columns and back, in small steps; @return the longest of them with its
/// painting, ms.
double dragMs(BoardView &board)
{
    QWidget *viewport = board.viewport();
    const auto send = [viewport](QEvent::Type type, const QPoint &at, Qt::MouseButton button) {
        QMouseEvent event(type, at, viewport->mapToGlobal(at), button, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
    };
    const QPoint from = board.places().rowRect(0, board.places().seenRows(0).first + 1).center();
    const int way = board.places().columnRect(2).center().x() - from.x();
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    double longest = 0;
    constexpr int steps = 400;
    for (int i = 1; i <= steps; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double there = 1 - qAbs(1 - 2.0 * i / steps);
        send(QEvent::MouseMove, from + QPoint(int(way * there), (i * 7) % 240), Qt::NoButton);
        viewport->repaint();
        longest = qMax(longest, double(timer.nsecsElapsed()) / 1e6);
        if (i % 10 == 0)
            settle(1);
    }
    board.cancelDrag();
    send(QEvent::MouseButtonRelease, from, Qt::LeftButton);
    return longest;
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
    const QPointF at(board.places().columnRect(0).center().x(), 400);
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
    const double dragged = dragMs(board);
    report.figure(u"a card dragged over the board, longest frame, ms"_s, QString::number(dragged, 'f', 1),
                  dragged <= frameLimitMs);
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

/// Counts the timers that fire anywhere in this thread.
class TimerCount final : public QObject
{
public:
    TimerCount() { qApp->installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Timer ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

/// A window that somebody leaves open costs nothing: no timer more than once a minute, no work.
void benchIdle(Report &report, SectionPage &page)
{
    constexpr int idleMs = 10'000;
    page.focusView(); // a caret in a text field blinks
    settle(3000);
    const TimerCount timers;
    const std::clock_t before = std::clock();
    QEventLoop loop;
    QTimer::singleShot(idleMs, Qt::CoarseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    const double cpu = 1000.0 * double(std::clock() - before) / CLOCKS_PER_SEC;
    const int fired = qMax(0, timers.count() - 1); // but for the one that ends this
    report.figure(u"timers that fire in 10 s while nothing is due"_s, QString::number(fired), fired <= 1);
    report.figure(u"CPU time in these 10 s, ms"_s, QString::number(cpu, 'f', 1), cpu <= 20);
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
    benchIdle(report, page);
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
    benchWindow(report, dailyOffice(folder, leads, work));
}

} // namespace Kartoteka
