// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/counter_model.h"

#include "core/activities/activity.h"
#include "core/schedule/scheduler.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

/// The counters of the sections follow commits, the clock and the person.
class TestCounterModel final : public QObject
{
    Q_OBJECT
private slots:
    void countersFollow()
    {
        constexpr qint64 hour = 3'600'000;
        TestOffice office;
        const qint64 lead = office.typeId(u"lead"_s);
        const qint64 item = office.create(u"lead"_s, {{u"title"_s, u"Oak"_s}});
        CounterModel counters(office.store());
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.deadline = office.clock().now() + 5 * hour;
        draft.reminders = u"0"_s;
        draft.items = {{lead, item, {}}};
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        QTRY_COMPARE(counters.lights(lead), (Lights{0, 0, 1}));
        draft.incoming = true;
        draft.deadline = {};
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        QTRY_COMPARE(counters.lights(lead), (Lights{0, 1, 2}));
        // It lights up when its time has come, without a commit.
        QSignalSpy due(&counters, &CounterModel::lightsDue);
        office.clock().advance(5 * hour);
        Scheduler::of(office.store()).wake();
        QTRY_COMPARE(counters.lights(lead), (Lights{1, 1, 2}));
        QVERIFY(!due.isEmpty());
        ChangeSet changes;
        const QUuid other = changes.create(u"user"_s, {{u"name"_s, u"Maria"_s}, {u"active"_s, true}});
        const auto receipt = office.store().commitAndWait(changes);
        QVERIFY(receipt);
        office.store().setUser(receipt->created.value(other));
        QTRY_COMPARE(counters.lights(lead), Lights());
    }
};

KARTOTEKA_TEST(tst_counter_model, TestCounterModel)
#include "tst_counter_model.moc"
