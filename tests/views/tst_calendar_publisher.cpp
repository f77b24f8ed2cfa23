// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar file that is kept for other programs follows what it shows, and says once what is in its way.
#include "core/activities/activity.h"
#include "core/calendar/calendar_plan.h"
#include "core/schedule/scheduler.h"
#include "core/schema/codes.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/publish/calendar_publisher.h"
#include "views/tasks/task_bar.h"
#include "views/tasks/task_runner.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

/// How many pieces of work were begun: each has a thread, which is the runner's child.
class BegunTasks final : public QObject
{
public:
    explicit BegunTasks(TaskRunner &tasks) { tasks.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::ChildAdded ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

class TestCalendarPublisher final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    PublishedChoice &choice() { return PublishedChoice::of(m_office->store()); }
    QByteArray text()
    {
        QFile file(choice().calendar().path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void plan(const QString &title)
    {
        const QDate day(2026, 3, 4);
        QVERIFY(m_office->store().commitAndWait(
            planCreateEntry(m_office->schema(), {{Codes::title, title}}, {day, QTime(10, 0)}, {day, QTime(11, 0)})));
    }
    void later(qint64 ms)
    {
        m_office->clock().advance(ms);
        Scheduler::of(m_office->store()).wake();
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_office->folder());
        QSettings().clear();
    }
    void cleanup() { m_office.reset(); }

    void theFileFollowsWhatItShows()
    {
        TaskBar bar;
        TaskRunner tasks(bar);
        BegunTasks begun(tasks);
        CalendarPublisher publisher(m_office->store(), tasks, nullptr);
        QCoreApplication::processEvents();
        QVERIFY(choice().calendar().path.isEmpty()); // nothing is kept that nobody asked for
        plan(u"Tasting"_s);
        choice().chooseFolder(m_office->folder());
        QTRY_VERIFY(text().contains("Tasting"));
        const int written = begun.count;
        plan(u"Second talk"_s);
        later(1'000);
        QCoreApplication::processEvents();
        QCOMPARE(begun.count, written); // many changes in a row make one file
        later(10'000);
        QTRY_VERIFY(text().contains("Second talk"));
        ActivityDraft task;
        task.title = u"Call back"_s;
        task.deadline = m_office->clock().now() + 3'600'000;
        QVERIFY(m_office->store().commitAndWait(planActivity(m_office->schema(), task)));
        later(10'000);
        QTRY_VERIFY(text().contains("Call back"));
        choice().chooseContent(PublishedContent::Meetings);
        QTRY_VERIFY(!text().isEmpty() && !text().contains("Call back"));
        QVERIFY(text().contains("Tasting"));
        choice().chooseContent(PublishedContent::Everybody);
        QTRY_VERIFY(text().contains("Call back"));
        // Nobody wants it any more.
        const QString path = choice().calendar().path;
        choice().chooseFolder({});
        QVERIFY(QFile::remove(path));
        plan(u"Third talk"_s);
        later(3'600'000);
        QTRY_VERIFY(!tasks.isBusy());
        QVERIFY(!QFile::exists(path));
    }

    void aFileOfSomebodyElseIsLeftAlone()
    {
        choice().chooseFolder(m_office->folder());
        const QString usual = choice().calendar().path;
        choice().chooseFolder({});
        QSettings().clear(); // as on another computer
        QFile theirs(usual);
        QVERIFY(theirs.open(QIODevice::WriteOnly) && theirs.write("theirs") > 0);
        theirs.close();
        TaskBar bar;
        TaskRunner tasks(bar);
        CalendarPublisher publisher(m_office->store(), tasks, nullptr);
        plan(u"Tasting"_s);
        choice().chooseFolder(m_office->folder());
        const QString own = choice().calendar().path;
        QVERIFY(own != usual);
        QTRY_VERIFY(text().contains("Tasting"));
        QVERIFY(theirs.open(QIODevice::ReadOnly));
        QCOMPARE(theirs.readAll(), QByteArray("theirs"));
        // Its own is found again.
        choice().chooseFolder({});
        choice().chooseFolder(m_office->folder());
        QCOMPARE(choice().calendar().path, own);
    }

    void whatCannotBeWrittenIsToldOnce()
    {
        TaskBar bar;
        TaskRunner tasks(bar);
        BegunTasks begun(tasks);
        CalendarPublisher publisher(m_office->store(), tasks, nullptr);
        QStringList told;
        connect(&publisher, &CalendarPublisher::failed, this, [&told](const Error &error) { told << error.message; });
        const QString folder = m_office->folder() + u"/stick"_s;
        plan(u"Tasting"_s);
        choice().chooseFolder(folder);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(u"stick"_s), qPrintable(told.first()));
        for (int again = 0; again < 2; ++again) {
            const int tried = begun.count;
            later(60'000);
            QTRY_COMPARE(begun.count, tried + 1);
            QTRY_VERIFY(!tasks.isBusy());
        }
        QCOMPARE(told.size(), 1);
        // It is there again: the file is written without a word.
        QVERIFY(QDir().mkpath(folder));
        later(60'000);
        QTRY_VERIFY(text().contains("Tasting"));
        QCOMPARE(told.size(), 1);
        QVERIFY(QDir(folder).removeRecursively());
        plan(u"Second talk"_s);
        later(10'000);
        QTRY_COMPARE(told.size(), 2);
    }
};

KARTOTEKA_UI_TEST(tst_calendar_publisher, TestCalendarPublisher)
#include "tst_calendar_publisher.moc"
