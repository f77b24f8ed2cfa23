// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/support/ui_test.h"
#include "views/tasks/task_bar.h"
#include "views/tasks/task_runner.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace Kartoteka;

/// Long work: one after the other, each can be stopped, and closing waits for what runs.
class TestTaskRunner : public QObject
{
    Q_OBJECT

    static Result<int> untilCancelled(const CancelToken &cancel)
    {
        while (!cancel.isCancelled())
            QThread::msleep(1);
        return Error{ErrorCode::Cancelled, {}, {}, {}};
    }

private slots:
    void oneAfterTheOther()
    {
        TaskBar bar;
        TaskRunner runner(bar);
        QSemaphore go;
        QStringList said;
        for (const QString &name : {u"first"_s, u"second"_s}) {
            runner.run<int>(
                name,
                [&go](const CancelToken &, const TaskRunner::Progress &progress) -> Result<int> {
                    progress(1, 2, 1);
                    go.acquire();
                    return 1;
                },
                [&said, name](const Result<int> &) { said << name; });
        }
        auto *waiting = bar.findChild<QLabel *>(u"taskWaiting"_s);
        QVERIFY(!bar.isHidden() && !waiting->isHidden());
        QCOMPARE(waiting->toolTip(), u"second"_s);
        go.release();
        QTRY_COMPARE(said, QStringList{u"first"_s});
        QVERIFY(waiting->isHidden());
        QVERIFY(runner.isBusy());
        go.release();
        QTRY_COMPARE(said, (QStringList{u"first"_s, u"second"_s}));
        QVERIFY(!runner.isBusy() && bar.isHidden());
    }

    void theBarStopsWhatItShowsAndTheNextBegins()
    {
        TaskBar bar;
        TaskRunner runner(bar);
        bool stopped = false;
        bool done = false;
        runner.run<int>(
            u"endless"_s, [](const CancelToken &cancel, const TaskRunner::Progress &) { return untilCancelled(cancel); },
            [&stopped](const Result<int> &result) { stopped = result.error().code == ErrorCode::Cancelled; });
        runner.run<int>(
            u"next"_s,
            [](const CancelToken &cancel, const TaskRunner::Progress &) -> Result<int> { return cancel.isCancelled(); },
            [&done](const Result<int> &result) { done = *result == 0; });
        QTest::mouseClick(bar.findChild<QPushButton *>(u"taskCancel"_s), Qt::LeftButton);
        QTRY_VERIFY(stopped && done);
    }

    void quietWorkIsNotSeenAndWaitsForNothing()
    {
        TaskBar bar;
        TaskRunner runner(bar);
        runner.run<int>(
            u"endless"_s, [](const CancelToken &cancel, const TaskRunner::Progress &) { return untilCancelled(cancel); },
            [](const Result<int> &) {});
        bool done = false;
        runner.runQuietly<int>([](const CancelToken &, const TaskRunner::Progress &) -> Result<int> { return 1; },
                               [&done](const Result<int> &) { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(runner.isBusy() && !bar.isHidden());
        runner.stopAll();
    }

    void closingStopsEverything()
    {
        TaskBar bar;
        std::atomic_int running = 0;
        std::atomic_int begun = 0;
        {
            TaskRunner runner(bar);
            for (int i = 0; i < 2; ++i) {
                runner.run<int>(
                    u"endless"_s,
                    [&](const CancelToken &cancel, const TaskRunner::Progress &) {
                        ++begun;
                        ++running;
                        auto result = untilCancelled(cancel);
                        --running;
                        return result;
                    },
                    [](const Result<int> &) {});
            }
            QTRY_COMPARE(running.load(), 1);
        }
        QCOMPARE(running.load(), 0);
        QCOMPARE(begun.load(), 1); // what waited never began
    }
};

KARTOTEKA_UI_TEST(tst_task_runner, TestTaskRunner)
#include "tst_task_runner.moc"
