// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/setting_acts.h"
#include "core/schedule/scheduler.h"
#include "models/activities/reminder_model.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

namespace {
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
} // namespace

/// What has come due is told once and together; the list follows clock and commits.
class TestReminderModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<ReminderModel> m_model;
    QList<ReminderBatch> m_told;
    QList<qint64> m_withdrawn;

    Store &store() { return m_office->store(); }
    qint64 now() { return m_office->clock().now(); }
    qint64 plan(const QString &title, qint64 deadline, const QString &reminders = u"0"_s, const QString &kind = {})
    {
        ActivityDraft draft;
        draft.title = title;
        draft.deadline = deadline;
        draft.reminders = reminders;
        ChangeSet changes = planActivity(m_office->schema(), draft);
        if (!kind.isEmpty())
            changes.kind = kind;
        const QUuid uid = changes.changes.first().uid;
        const auto receipt = store().commitAndWait(changes);
        return receipt ? receipt->created.value(uid) : 0;
    }
    /// A person comes to the desk.
    void start()
    {
        m_model = std::make_unique<ReminderModel>(store());
        new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
        connect(m_model.get(), &ReminderModel::fired, this, [this](const ReminderBatch &batch) { m_told << batch; });
        connect(m_model.get(), &ReminderModel::withdrawn, this, [this](const QList<qint64> &ids) { m_withdrawn << ids; });
        read();
    }
    /// Waits until the list is read as things stand: a commit asks for it, and what was asked before is dropped.
    void read()
    {
        plan(u"Reminds of nothing"_s, now(), {});
        QSignalSpy changed(m_model.get(), &ReminderModel::changed);
        QVERIFY(changed.wait(patienceMs));
    }
    void pass(qint64 ms)
    {
        m_office->clock().advance(ms);
        Scheduler::of(store()).wake();
        read();
    }
    QStringList titles() const
    {
        QStringList titles;
        for (const DueReminder &one : m_model->rows())
            titles << one.activity.title;
        return titles;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_told.clear();
        m_withdrawn.clear();
    }
    void cleanup()
    {
        m_model.reset();
        m_office.reset();
    }

    void whatComesDueIsToldWithoutAnybodyDoingAnything()
    {
        plan(u"Call"_s, now() + hour, u"0,15"_s);
        start();
        QVERIFY(m_told.isEmpty());
        QVERIFY(m_model->hasAny());
        m_office->clock().advance(45 * minute);
        Scheduler::of(store()).wake();
        QTRY_COMPARE(m_told.size(), 1);
        QVERIFY(!m_told[0].whileAway);
        QCOMPARE(titles(), QStringList(u"Call"_s));
        QCOMPARE(m_model->when(m_model->rows().constFirst()), u"in 15 min"_s);
        pass(5 * minute);
        QCOMPARE(m_told.size(), 1);
        pass(10 * minute);
        QCOMPARE(m_told.size(), 2); // the deadline itself
        QCOMPARE(titles(), QStringList(u"Call"_s));
        QCOMPARE(m_model->when(m_model->rows().constFirst()), u"now"_s);
        pass(2 * hour);
        QCOMPARE(m_model->when(m_model->rows().constFirst()), u"overdue by 2 h"_s);
    }

    /// Nobody waits any more: what was held back is told, though its moment is over.
    void whatWasHeldBackIsToldWithTheEndOfQuietHours()
    {
        const auto set = [this](const QString &hours) {
            QVERIFY(store().commitAndWait(*planSettings({{u"quiet_hours"_s, hours}})));
        };
        set(u"0:00-24:00"_s);
        plan(u"Call"_s, now() + minute);
        start();
        pass(10 * minute);
        QVERIFY(m_told.isEmpty() && titles().isEmpty());
        set({});
        QTRY_COMPARE(m_told.size(), 1);
        QCOMPARE(titles(), QStringList(u"Call"_s));
        QVERIFY(!m_told[0].whileAway);
    }

    void whatWasMissedIsOneList()
    {
        start();
        for (int i = 0; i < 7; ++i)
            plan(u"Missed %1"_s.arg(i), now() + hour);
        m_model.reset();
        m_office->clock().advance(3 * hour);
        start();
        QCOMPARE(m_told.size(), 1);
        QVERIFY(m_told[0].whileAway);
        QCOMPARE(m_told[0].reminders.size(), 7);
        QCOMPARE(m_model->missed(), 7);
        // Another start tells nothing of them any more, but keeps them in the list.
        m_model.reset();
        m_told.clear();
        start();
        QVERIFY(m_told.isEmpty());
        QCOMPARE(m_model->rowCount(), 7);
    }

    void manyWithinMomentsAreCounted()
    {
        for (int i = 0; i < 4; ++i)
            plan(u"First %1"_s.arg(i), now() + hour);
        for (int i = 0; i < 3; ++i)
            plan(u"Then %1"_s.arg(i), now() + hour + 2000);
        start();
        pass(hour);
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told[0].lately, 4);
        pass(2000);
        QCOMPARE(m_told.size(), 2);
        QCOMPARE(m_told[1].reminders.size(), 3);
        QCOMPARE(m_told[1].lately, 7);
        plan(u"Later"_s, now() + minute);
        pass(minute);
        QCOMPARE(m_told.constLast().lately, 1);
    }

    void whatPeoplePlanForNowIsToldAtOnceAndWhatCameFromElsewhereIsNot()
    {
        start();
        pass(hour);
        plan(u"Soon"_s, now() + 10 * minute, u"0,15,1440"_s);
        read();
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told[0].reminders.size(), 1);
        plan(u"From another seat"_s, now() - minute, u"0"_s, u"exchange"_s);
        plan(u"Imported"_s, now() - minute, u"0"_s, u"import"_s);
        read();
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_model->rowCount(), 3);
        // It will be told as any other once its time comes.
        plan(u"To come"_s, now() + hour, u"0"_s, u"import"_s);
        read();
        pass(hour);
        QCOMPARE(m_told.constLast().reminders.constFirst().activity.title, u"To come"_s);
    }

    void whatIsOverGoes()
    {
        const qint64 done = plan(u"Done"_s, now());
        const qint64 dismissed = plan(u"Dismissed"_s, now());
        const qint64 later = plan(u"Later"_s, now());
        start();
        QCOMPARE(m_model->rowCount(), 3);
        QSignalSpy said(m_model.get(), &ReminderModel::done);
        m_model->complete(done);
        QTRY_COMPARE(said.size(), 1);
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_withdrawn, QList<qint64>{done});
        m_model->dismiss({dismissed});
        QTRY_COMPARE(m_model->rowCount(), 1);
        m_model->snooze({later}, m_office->clock().localNow().addSecs(900));
        QTRY_COMPARE(m_model->rowCount(), 0);
        m_told.clear();
        pass(15 * minute);
        QCOMPARE(titles(), QStringList(u"Later"_s));
        QCOMPARE(m_told.size(), 1);
        m_model->dismissAll();
        QTRY_COMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->hasAny());
    }

    void aClockThatIsSetBackTellsNothingTwice()
    {
        plan(u"Call"_s, now() + hour);
        start();
        pass(hour);
        QCOMPARE(m_told.size(), 1);
        pass(-30 * minute);
        pass(30 * minute);
        QCOMPARE(m_told.size(), 1);
        // A year ahead it is one list.
        for (int i = 0; i < 9; ++i)
            plan(u"In month %1"_s.arg(i), now() + i * 30 * 24 * hour + hour);
        read();
        pass(365 * 24 * hour);
        QCOMPARE(m_told.size(), 2);
        QCOMPARE(m_told[1].reminders.size(), 9);
    }

    void anotherPersonHasAnotherList()
    {
        ChangeSet second;
        const QUuid uid = second.create(u"user"_s, {{u"login"_s, u"anna"_s}, {u"name"_s, u"Anna"_s}, {u"active"_s, true}});
        const auto receipt = store().commitAndWait(second);
        QVERIFY(receipt);
        plan(u"Mine"_s, now());
        start();
        QCOMPARE(titles(), QStringList(u"Mine"_s));
        store().setUser(receipt->created.value(uid));
        QTRY_COMPARE(titles(), QStringList());
    }
};

KARTOTEKA_TEST(tst_reminder_model, TestReminderModel)
#include "tst_reminder_model.moc"
