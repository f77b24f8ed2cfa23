// SPDX-License-Identifier: GPL-3.0-or-later
// What is only held is no plan, in files of before, too.
#include "core/activities/activity.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestHeldTimes : public QObject
{
    Q_OBJECT

private slots:
    void aFileOfFormat38CountsWhatIsHeldNoMore()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"Offered times"_s}});
        const ItemRef lead{office.typeId(u"lead"_s), id, {}};
        const qint64 until = office.clock().now() + 3'600'000;
        ActivityDraft draft;
        draft.title = u"Held"_s;
        draft.deadline = until + 3'600'000;
        draft.items = {lead};
        draft.more = {{u"hold_until"_s, until}};
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        draft.title = u"Call"_s;
        draft.more.clear();
        draft.items = {{lead.type, office.create(u"lead"_s, {{u"title"_s, u"Another"_s}}), {}}};
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        QCOMPARE(*countPlanned(office.store().reader(), lead), 0);
        office.close();
        // As the program before had it: everything that is open counts.
        for (
            const QString &sql :
            {u"INSERT INTO item_plan (item_type, item, open, incoming, next_deadline) SELECT item_type, item, 1, 0, deadline "
             "FROM activity_link WHERE done = 2"_s,
             u"UPDATE activity_count SET planned = 2"_s,
             u"INSERT INTO lit_day (person, item_type, day, activities) SELECT item_responsible, item_type, lit_at / 86400000, 1 "
             "FROM activity_link WHERE done = 2 ON CONFLICT DO UPDATE SET activities = activities + 1"_s,
             u"UPDATE stage_plan SET items = 2"_s, u"DROP INDEX activity_link_held"_s,
             u"UPDATE activity_link SET done = 0"_s, u"PRAGMA user_version = 38"_s}) {
            auto connection = Connection::open(office.path(), Connection::Mode::ReadWrite);
            QVERIFY(connection && (*connection)->run(sql));
        }
        office.reopen();
        QCOMPARE(office.problems(), QStringList());
        QCOMPARE(*countPlanned(office.store().reader(), lead), 0);
        QVERIFY(plannedActivities(office.store().reader(), lead)->isEmpty());
        const auto held = heldActivities(office.store().reader(), lead, until - 1);
        QCOMPARE(held->size(), 1);
        QVERIFY(heldActivities(office.store().reader(), lead, until)->isEmpty());
        // What is held no longer, but stands, is a plan.
        QVERIFY(
            office.store().commitAndWait(*planChangeActivity(office.schema(), held->constFirst(), {{u"hold_until"_s, {}}})));
        QCOMPARE(*countPlanned(office.store().reader(), lead), 1);
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_held_times, TestHeldTimes)
#include "tst_held_times.moc"
