// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/activities/counters.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestActivities : public QObject
{
    Q_OBJECT

    static constexpr qint64 minute = 60'000;

    static qint64 plan(TestOffice &office, qint64 lead, Value deadline, bool incoming = false,
                       const QString &reminders = u"0,15"_s)
    {
        ActivityDraft draft;
        draft.items = {{office.typeId(u"lead"_s), lead, {}}};
        draft.deadline = std::move(deadline);
        draft.incoming = incoming;
        draft.reminders = reminders;
        const ChangeSet changes = planActivity(office.schema(), draft);
        auto receipt = office.store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    static Lights lights(TestOffice &office, qint64 lead)
    {
        auto lights = itemLights(office.store().reader(), office.typeId(u"lead"_s), {lead}, office.clock().now());
        return lights ? lights->value(lead) : Lights{-1, -1, -1};
    }

private slots:
    void theDefaultDeadlineIsThreeWorkingDaysAhead_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("deadline");
        const auto at = [](int day, int hour, int minutes) { return QDateTime(QDate(2026, 3, day), QTime(hour, minutes)); };
        QTest::addRow("15:01 becomes 16:00") << at(2, 15, 1) << at(5, 16, 0);
        QTest::addRow("a full hour stays") << at(2, 15, 0) << at(5, 15, 0);
        QTest::addRow("over the weekend") << at(5, 10, 0) << at(10, 10, 0);
        QTest::addRow("late in the evening") << at(2, 22, 30) << at(5, 17, 0);
        QTest::addRow("early in the morning") << at(2, 6, 10) << at(5, 9, 0);
    }
    void theDefaultDeadlineIsThreeWorkingDaysAhead()
    {
        QFETCH(QDateTime, now);
        QFETCH(QDateTime, deadline);
        QCOMPARE(defaultDeadline(WorkCalendar(), now), deadline);
    }

    void lightsComeOnWhenTheLongestReminderSays()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        plan(office, lead, office.clock().now() + 100 * minute, false, u"0,60"_s);
        QCOMPARE(lights(office, lead), (Lights{0, 0, 1}));
        auto next = nextLightAt(office.store().reader(), office.clock().now());
        QVERIFY(next);
        QCOMPARE(next->toLongLong(), office.clock().now() + 40 * minute);
        office.clock().advance(40 * minute);
        QCOMPARE(lights(office, lead), (Lights{1, 0, 1}));
    }
    void withoutReminderFifteenMinutesBefore()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        plan(office, lead, office.clock().now() + 20 * minute, false, {});
        QCOMPARE(lights(office, lead).red, 0);
        office.clock().advance(5 * minute);
        QCOMPARE(lights(office, lead).red, 1);
    }
    void incomingIsGreenAndWithoutDeadlineNothingIsRed()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 incoming = plan(office, lead, {}, true);
        plan(office, lead, {});
        office.clock().advance(qint64(1000) * 60 * minute);
        QCOMPARE(lights(office, lead), (Lights{0, 1, 2}));
        auto activity = readActivity(office.store().reader(), incoming);
        QVERIFY(activity);
        QVERIFY(office.store().commitAndWait(planComplete(*activity)));
        QCOMPARE(lights(office, lead), (Lights{0, 0, 1}));
        QVERIFY(office.store().undo().result());
        QCOMPARE(lights(office, lead), (Lights{0, 1, 2}));
    }
    void sectionsCountEachActivityOnce()
    {
        TestOffice office;
        for (int i = 0; i < 3; ++i) {
            const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
            plan(office, lead, office.clock().now());
            plan(office, lead, office.clock().now());
        }
        auto sections = sectionLights(office.store().reader(), office.store().user(), office.clock().now());
        QVERIFY(sections);
        QCOMPARE(sections->value(office.typeId(u"lead"_s)).red, 6);
    }

    void theStoryTellsPlanningReschedulingAndCompletion()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 id = plan(office, lead, office.clock().now());
        const auto now = [&] { return *readActivity(office.store().reader(), id); };
        office.clock().advance(minute);
        QVERIFY(office.store().commitAndWait(*planReschedule(now(), office.clock().now() + 60 * minute)));
        office.clock().advance(minute);
        QVERIFY(office.store().commitAndWait(planComplete(now())));
        auto page = readTimeline(office.store().reader(), {office.typeId(u"lead"_s), lead, {}}, {}, 20);
        QVERIFY(page);
        QList<EntryKind> kinds;
        for (const TimelineEntry &entry : std::as_const(page->entries))
            kinds << entry.kind;
        QCOMPARE(kinds,
                 QList<EntryKind>({EntryKind::ActivityCompleted, EntryKind::ActivityRescheduled, EntryKind::ActivityPlanned,
                                   EntryKind::Created}));
    }
};

KARTOTEKA_TEST(tst_activities, TestActivities)
#include "tst_activities.moc"
