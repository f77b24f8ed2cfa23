// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/day_queue.h"
#include "models/activities/day_tally.h"

#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schedule/scheduler.h"
#include "core/store/commit/take_back.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

/// What is to be done today, in its order, and what a person makes of that.
class TestDayQueue final : public QObject
{
    Q_OBJECT

    static constexpr qint64 hour = 3'600'000;

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<DayQueue> m_queue;

    qint64 plan(const QString &title, qint64 fromNow, bool isIncoming = false)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.incoming = isIncoming;
        if (!isIncoming)
            draft.deadline = m_office->clock().now() + fromNow;
        ChangeSet changes = planActivity(m_office->schema(), draft);
        const QUuid uid = changes.changes.first().uid;
        const auto receipt = m_office->store().commitAndWait(changes);
        return receipt ? receipt->created.value(uid) : 0;
    }
    QString titles() const
    {
        QStringList titles;
        for (int row = 0; row < m_queue->rowCount(); ++row)
            titles << m_queue->at(row).activity.title;
        return titles.join(u' ');
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_queue = std::make_unique<DayQueue>(m_office->store());
        new QAbstractItemModelTester(m_queue.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_queue.get());
        plan(u"late"_s, -26 * hour);
        plan(u"noon"_s, hour);
        plan(u"evening"_s, 5 * hour);
        plan(u"tomorrow"_s, 24 * hour);
    }
    void cleanup()
    {
        m_queue.reset();
        m_office.reset();
    }

    void nothingIsReadBeforeItIsSeen()
    {
        QSignalSpy read(m_queue.get(), &DayQueue::read);
        plan(u"more"_s, hour);
        QCOMPARE(m_queue->rowCount(), 0);
        m_queue->setShown(true);
        QVERIFY(read.wait(patienceMs));
        QCOMPARE(read.size(), 1);
        QCOMPARE(m_queue->rowCount(), 4);
    }

    void theDayStandsInOrder()
    {
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        QVERIFY(m_queue->isLate(m_queue->at(0)) && !m_queue->isLate(m_queue->at(2)));
        QVERIFY(m_office->store().commitAndWait(planComplete(m_queue->at(1).activity)));
        QTRY_COMPARE(titles(), u"late evening"_s);
        plan(u"afternoon"_s, 3 * hour);
        QTRY_COMPARE(titles(), u"late afternoon evening"_s);
    }

    void whoWaitsForAnAnswerComesAfterWhatIsLate()
    {
        plan(u"letter"_s, 0, true);
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late letter noon evening"_s);
    }

    void whatIsPutAsideComesLastAndWhatIsPassedOverIsGone()
    {
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        m_queue->putAside(m_queue->at(0).activity.id);
        QCOMPARE(titles(), u"noon evening late"_s);
        m_queue->passOver(m_queue->at(0).activity.id);
        QCOMPARE(titles(), u"evening late"_s);
        plan(u"three"_s, 3 * hour); // both hold when it is read anew
        QTRY_COMPARE(titles(), u"three evening late"_s);
        m_queue->setShown(false);
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"noon three evening late"_s);
    }

    /// Nothing of it is written: it is taken back by itself, before what had been written earlier.
    void whatWasPassedByIsTakenBackStepByStep()
    {
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        QVERIFY(m_queue->lastPassing().isEmpty());
        const qint64 late = m_queue->at(0).activity.id;
        m_queue->putAside(late);
        const qint64 noon = m_queue->at(0).activity.id;
        m_queue->passOver(noon);
        QCOMPARE(titles(), u"evening late"_s);
        QVERIFY(m_queue->lastPassing().contains(u"noon"_s));
        plan(u"three"_s, 3 * hour); // comes after it, and is undone before it
        QTRY_COMPARE(titles(), u"three evening late"_s);
        QVERIFY(m_queue->lastPassing().isEmpty());
        QVERIFY(m_office->store().undo().result());
        QTRY_COMPARE(titles(), u"evening late"_s);
        QVERIFY(m_queue->lastPassing().contains(u"noon"_s));
        QCOMPARE(m_queue->takeBack(), noon);
        QTRY_COMPARE(titles(), u"noon evening late"_s);
        QVERIFY(m_queue->lastPassing().contains(u"late"_s));
        QCOMPARE(m_queue->takeBack(), late);
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        QVERIFY(m_queue->lastPassing().isEmpty());
    }

    void whatWasPutAsideComesBackInTheMorning()
    {
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        m_queue->putAside(m_queue->at(0).activity.id);
        m_queue->passOver(m_queue->at(0).activity.id);
        QCOMPARE(titles(), u"evening late"_s);
        m_office->clock().advance(24 * hour);
        Scheduler::of(m_office->store()).wake();
        QTRY_COMPARE(titles(), u"late noon evening tomorrow"_s);
    }

    void whatComesDueGoesUpWithTime()
    {
        plan(u"letter"_s, 0, true);
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late letter noon evening"_s);
        m_office->clock().advance(2 * hour);
        Scheduler::of(m_office->store()).wake();
        QTRY_COMPARE(titles(), u"late noon letter evening"_s);
    }

    void whatItIsForIsFollowed()
    {
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        const ItemRef ref{m_office->typeId(u"deal"_s), deal, {}};
        ActivityDraft draft;
        draft.title = u"call"_s;
        draft.deadline = m_office->clock().now() + 2 * hour;
        draft.items = {ref};
        QVERIFY(m_office->store().commitAndWait(planActivity(m_office->schema(), draft)));
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late noon call evening"_s);
        QCOMPARE(m_queue->at(2).itemTitle, u"Pipes"_s);
        const auto item = readItem(m_office->store().reader(), ref);
        QVERIFY(item);
        QVERIFY(m_office->store().commitAndWait(planEdit(m_office->schema(), *item, {{u"title"_s, u"Ducts"_s}})));
        QTRY_COMPARE(m_queue->at(2).itemTitle, u"Ducts"_s);
        const EntityType type = *m_office->schema().type(u"deal"_s);
        QVERIFY(m_office->store().commitAndWait(planDelete(type, {deal}, {}, m_office->clock().now())));
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        QVERIFY(m_office->store().undo().result());
        QTRY_COMPARE(titles(), u"late noon call evening"_s);
    }

    /// What is read has an end, what is said has none.
    void allThatIsLeftIsCounted()
    {
        ChangeSet many;
        ActivityDraft draft;
        draft.deadline = m_office->clock().now() + hour;
        for (int i = 0; i < 510; ++i)
            many.changes += planActivity(m_office->schema(), draft).changes;
        QVERIFY(m_office->store().commitAndWait(many));
        m_queue->setShown(true);
        QTRY_COMPARE(m_queue->rowCount(), 500);
        QCOMPARE(m_queue->left(), 513);
        QVERIFY(!m_queue->isMore());
        m_queue->passOver(m_queue->at(0).activity.id);
        QCOMPARE(m_queue->left(), 512);
        plan(u"letter"_s, 0, true);
        QTRY_COMPARE(m_queue->rowCount(), 500); // the next one has come up
        QCOMPARE(m_queue->left(), 513);
        QCOMPARE(*countDay(m_office->store().reader(), m_office->store().user(), m_office->clock().now(), 100), 100);
    }

    void whatWasDoneIsCountedAsItStands()
    {
        const DayTally tally(m_office->store());
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        const Activity late = m_queue->at(0).activity;
        QVERIFY(m_office->store().commitAndWait(planComplete(m_queue->at(1).activity)));
        QVERIFY(m_office->store().commitAndWait(*planReschedule(late, m_office->clock().now() + 48 * hour)));
        plan(u"next"_s, 72 * hour);
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        QTRY_COMPARE((QList<int>{tally.done(), tally.moved(), tally.planned(), tally.won()}), (QList<int>{1, 1, 1, 0}));
        m_office->move(u"deal"_s, deal, u"won"_s);
        QTRY_COMPARE(tally.won(), 1);
        for (int act = 0; act < 5; ++act) // all, and the making of the deal
            m_office->store().undo();
        QTRY_COMPARE((QList<int>{tally.done(), tally.moved(), tally.planned(), tally.won()}), (QList<int>{0, 0, 0, 0}));
    }

    void whatIsTakenBackInTheTimelineDoesNotCount()
    {
        Store &store = m_office->store();
        const DayTally tally(store);
        m_queue->setShown(true);
        QTRY_COMPARE(titles(), u"late noon evening"_s);
        const auto moved = store.commitAndWait(
            *planReschedule(m_queue->at(0).activity, m_office->clock().now() + 48 * hour));
        QVERIFY(moved);
        QTRY_COMPARE(tally.moved(), 1);
        const auto back = planTakeBack(store.reader(), {moved->actId});
        QVERIFY(back && store.commitAndWait(*back));
        QTRY_COMPARE(tally.moved(), 0);
    }

    void yesterdayDoesNotCountInTheMorning()
    {
        const DayTally tally(m_office->store());
        plan(u"next"_s, 72 * hour);
        QTRY_COMPARE(tally.planned(), 1);
        m_office->clock().advance(24 * hour);
        QCOMPARE(tally.planned(), 0);
        plan(u"another"_s, 72 * hour);
        QTRY_COMPARE(tally.planned(), 1);
    }
};

KARTOTEKA_TEST(tst_day_queue, TestDayQueue)
#include "tst_day_queue.moc"
