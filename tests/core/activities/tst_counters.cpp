// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/activities/counters.h"
#include "core/items/item_acts.h"
#include "core/items/setting_acts.h"
#include "core/query/presets.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

/// What the commits keep of activities is what a count of them gives, whatever was done and whatever the clock says.
class TestCounters : public QObject
{
    Q_OBJECT

    static constexpr qint64 hour = 3'600'000;

    static qint64 plan(TestOffice &office, const QList<ItemRef> &items, const Value &deadline, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = items;
        draft.deadline = deadline;
        draft.incoming = incoming;
        const ChangeSet changes = planActivity(office.schema(), draft);
        const auto receipt = office.store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    /// Counted from the links themselves.
    static QHash<qint64, Lights> counted(TestOffice &office, qint64 user, qint64 now)
    {
        QHash<qint64, Lights> lights;
        auto cursor = office.store().reader().connection.query(
            u"SELECT item_type, count(DISTINCT CASE WHEN incoming = 0 AND lit_at <= ? THEN activity END), "
            "count(DISTINCT CASE WHEN incoming = 1 THEN activity END), count(DISTINCT activity) FROM activity_link "
            "WHERE %1 = ? AND done = 0 GROUP BY item_type"_s.arg(office.schema().setting(u"counter_mode"_s) == u"activity"
                                                                     ? u"activity_responsible"_s
                                                                     : u"item_responsible"_s),
            {now, user});
        while (cursor && cursor->next())
            lights.insert(cursor->integer(0), {int(cursor->integer(1)), int(cursor->integer(2)), int(cursor->integer(3))});
        return lights;
    }

    static Result<Receipt> countBy(TestOffice &office, const QString &mode)
    {
        auto changes = planSettings({{u"counter_mode"_s, mode}});
        return changes ? office.store().commitAndWait(*changes) : Result<Receipt>(changes.error());
    }

private slots:
    void areWhatACountGivesAfterAnyActs()
    {
        TestOffice office;
        ChangeSet second;
        second.create(u"user"_s, {{u"login"_s, u"anna"_s}, {u"name"_s, u"Anna"_s}, {u"active"_s, true}});
        QVERIFY(office.store().commitAndWait(second));
        QList<qint64> users;
        for (const User &user : office.schema().users())
            users << user.id;
        QVERIFY(users.size() >= 2);
        QRandomGenerator random(20261126);
        QList<ItemRef> items;
        for (int i = 0; i < 6; ++i) {
            const QString type = i % 2 ? u"contact"_s : u"lead"_s;
            const QString name = i % 2 ? u"last_name"_s : u"title"_s;
            items << ItemRef{office.typeId(type), office.create(type, {{name, u"Item %1"_s.arg(i)}}), {}};
        }
        const auto typeOf = [&](const ItemRef &ref) { return office.schema().type(ref.type)->code; };
        QList<qint64> activities;
        for (int step = 0; step < 150; ++step) {
            // The clock of a computer is also set back.
            office.clock().advance((random.bounded(60) - 20) * hour);
            const ItemRef item = items[random.bounded(int(items.size()))];
            const ItemRef other = items[random.bounded(int(items.size()))];
            const qint64 id = activities.isEmpty() ? 0 : activities[random.bounded(int(activities.size()))];
            auto activity = id == 0 ? Result<Activity>(Error{}) : readActivity(office.store().reader(), id);
            switch (activity ? random.bounded(10) : 0) {
            case 0:
            case 1: {
                QList<ItemRef> both{item};
                if (!(other == item))
                    both << other;
                const bool incoming = random.bounded(4) == 0;
                const qint64 made = plan(office, both,
                                         incoming ? Value() : Value(office.clock().now() + (random.bounded(96) - 48) * hour),
                                         incoming);
                if (made != 0)
                    activities << made;
                if (made != 0 && random.bounded(3) == 0) {
                    const auto bare = planChangeActivity(office.schema(), *readActivity(office.store().reader(), made),
                                                         {{u"reminders"_s, Value()}});
                    QVERIFY(bare && office.store().commitAndWait(*bare));
                }
                break;
            }
            case 2: QVERIFY(office.store().commitAndWait(planComplete(*activity, !activity->done))); break;
            case 3:
                if (auto moved = planReschedule(*activity, office.clock().now() + random.bounded(72) * hour))
                    QVERIFY(office.store().commitAndWait(*moved));
                break;
            case 4: QVERIFY(office.store().commitAndWait(planDeleteActivity(*activity, office.clock().now()))); break;
            case 5:
                if (const Item read = office.item(typeOf(item), item.id); read.id != 0 && !read.deleted)
                    QVERIFY(office.store().commitAndWait(
                        planEdit(office.schema(), read, {{u"responsible"_s, users[random.bounded(int(users.size()))]}})));
                break;
            case 6:
                if (const Item read = office.item(typeOf(item), item.id); read.id != 0)
                    QVERIFY(office.store().commitAndWait(
                        read.deleted ? planRestore(*office.schema().type(item.type), {item.id}, {})
                                     : planDelete(*office.schema().type(item.type), {item.id}, {}, office.clock().now())));
                break;
            case 7:
                if (auto next = office.store().undoStep(); next && next->act != 0)
                    QVERIFY(office.store().undo().result());
                break;
            case 8:
                if (auto handed = planChangeActivity(office.schema(), *activity,
                                                     {{u"responsible"_s, users[random.bounded(int(users.size()))]}}))
                    QVERIFY(office.store().commitAndWait(*handed));
                break;
            case 9:
                if (random.bounded(2) == 0) {
                    QVERIFY(countBy(office, random.bounded(2) ? u"activity"_s : u"item"_s));
                } else {
                    const auto lead = planSettings({{u"counter_lead"_s, random.bounded(2) ? u"120"_s : u"5"_s}});
                    QVERIFY(lead && office.store().commitAndWait(*lead));
                }
                break;
            }
            QCoreApplication::sendPostedEvents(); // what an undo does to the setting reaches the schema by an event
            for (const qint64 user : std::as_const(users)) {
                for (const qint64 ahead : {-100 * hour, qint64(0), 7 * hour, 400 * hour}) {
                    const qint64 now = office.clock().now() + ahead;
                    auto lights = sectionLights(office.store().reader(), user, now);
                    QVERIFY(lights);
                    QCOMPARE(*lights, counted(office, user, now));
                }
            }
            if (step % 25 == 0)
                QCOMPARE(office.problems(), QStringList());
        }
        QCOMPARE(office.problems(), QStringList());
    }

    /// Anna's call about my lead is hers or mine, as the office wishes; and so is what the counter leads to.
    void countByTheItemOrByTheActivity()
    {
        TestOffice office;
        ChangeSet second;
        const QUuid uid = second.create(u"user"_s, {{u"login"_s, u"anna"_s}, {u"name"_s, u"Anna"_s}, {u"active"_s, true}});
        const auto receipt = office.store().commitAndWait(second);
        QVERIFY(receipt);
        const qint64 anna = receipt->created.value(uid);
        const qint64 me = office.store().user();
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"Mine"_s}}), {}};
        const auto activity = readActivity(office.store().reader(), plan(office, {lead}, office.clock().now()));
        QVERIFY(activity);
        const auto handed = planChangeActivity(office.schema(), *activity, {{u"responsible"_s, anna}});
        QVERIFY(handed);
        QVERIFY(office.store().commitAndWait(*handed));
        const auto red = [&](qint64 user) {
            const auto lights = sectionLights(office.store().reader(), user, office.clock().now());
            return lights ? lights->value(lead.type).red : -1;
        };
        const auto found = [&](qint64 user) {
            ItemQuery query;
            query.typeId = lead.type;
            query.user = user;
            query.now = office.clock().now();
            query.conditions = countedItems(office.schema(), u"due"_s);
            const auto count = queryCount(office.store().reader(), query);
            return count ? *count : -1;
        };
        QCOMPARE(red(me), 1);
        QCOMPARE(red(anna), 0);
        QCOMPARE(found(me), 1);
        QCOMPARE(found(anna), 0);
        QVERIFY(countBy(office, u"activity"_s));
        QCOMPARE(red(me), 0);
        QCOMPARE(red(anna), 1);
        QCOMPARE(found(me), 0);
        QCOMPARE(found(anna), 1);
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(office.store().undo().result());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(red(me), 1);
        QCOMPARE(red(anna), 0);
    }

    /// Each sentence of the rules a row: what one activity lights, whose counter that is in which mode.
    void theRulesOfTheCounters_data()
    {
        QTest::addColumn<bool>("incoming");
        QTest::addColumn<Value>("minutes"); // to its deadline; none: it has no deadline
        QTest::addColumn<QString>("reminders");
        QTest::addColumn<QString>("lit"); // red, green, planned
        const auto row = [](const char *name, bool incoming, const Value &minutes, const QString &reminders,
                            const QString &lit) { QTest::newRow(name) << incoming << minutes << reminders << lit; };
        row("incoming is green at once", true, {}, u"0,15"_s, u"0 1 1"_s);
        row("a deadline far ahead", false, 1000, u"0,15"_s, u"0 0 1"_s);
        row("a minute before the longest reminder", false, 61, u"0,60,15"_s, u"0 0 1"_s);
        row("at the longest reminder", false, 60, u"0,60,15"_s, u"1 0 1"_s);
        row("a day before", false, 1440, u"1440"_s, u"1 0 1"_s);
        row("a reminder when it is due alone", false, 1, u"0"_s, u"0 0 1"_s);
        row("due now", false, 0, u"0"_s, u"1 0 1"_s);
        row("without a reminder, 16 minutes before", false, 16, {}, u"0 0 1"_s);
        row("without a reminder, 15 minutes before", false, 15, {}, u"1 0 1"_s);
        row("overdue", false, -5000, u"0,15"_s, u"1 0 1"_s);
        row("without a deadline never", false, {}, u"0,15"_s, u"0 0 1"_s);
    }
    void theRulesOfTheCounters()
    {
        QFETCH(bool, incoming);
        QFETCH(Value, minutes);
        QFETCH(QString, reminders);
        QFETCH(QString, lit);
        constexpr qint64 minute = 60'000;
        TestOffice office;
        ChangeSet second;
        const QUuid uid = second.create(u"user"_s, {{u"login"_s, u"anna"_s}, {u"name"_s, u"Anna"_s}, {u"active"_s, true}});
        const auto anna = office.store().commitAndWait(second)->created.value(uid);
        const qint64 me = office.store().user();
        // Anna's call: about two of my leads, and one of hers, and a contact of mine.
        QList<ItemRef> items;
        for (const qint64 whose : {me, me, anna}) {
            items << ItemRef{office.typeId(u"lead"_s),
                             office.create(u"lead"_s, {{u"title"_s, u"Lead"_s}, {u"responsible"_s, whose}}),
                             {}};
        }
        items << ItemRef{office.typeId(u"contact"_s), office.create(u"contact"_s, {{u"last_name"_s, u"Client"_s}}), {}};
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = items;
        draft.incoming = incoming;
        if (minutes.isValid())
            draft.deadline = office.clock().now() + minutes.toLongLong() * minute;
        draft.reminders = reminders;
        draft.responsible = anna;
        const ChangeSet changes = planActivity(office.schema(), draft);
        const auto made = office.store().commitAndWait(changes);
        QVERIFY(made);
        const qint64 id = made->created.value(changes.changes.constFirst().uid);
        const auto told = [](const Lights &one) { return u"%1 %2 %3"_s.arg(one.red).arg(one.green).arg(one.planned); };
        const auto section = [&](const QString &type, qint64 person) {
            const auto lights = sectionLights(office.store().reader(), person, office.clock().now());
            return lights ? told(lights->value(office.typeId(type))) : QString();
        };
        const QString nothing = u"0 0 0"_s;
        for (const QString &mode : {u"item"_s, u"activity"_s, u"item"_s}) {
            QVERIFY(countBy(office, mode));
            QCoreApplication::sendPostedEvents();
            const bool byItem = mode == u"item";
            QCOMPARE(section(u"lead"_s, me), byItem ? lit : nothing); // once, though two leads have it
            QCOMPARE(section(u"lead"_s, anna), lit);
            QCOMPARE(section(u"contact"_s, me), byItem ? lit : nothing);
            QCOMPARE(section(u"contact"_s, anna), byItem ? nothing : lit);
            // On the card of an item all of its activities count, or one's own.
            for (const qint64 person : {qint64(0), anna, me}) {
                const auto onCard = itemLights(office.store().reader(), items.constFirst().type, {items.constFirst().id},
                                               office.clock().now(), person);
                QVERIFY(onCard);
                QCOMPARE(told(onCard->value(items.constFirst().id)), person == me ? nothing : lit);
            }
        }
        // Nothing but doing, deleting or postponing it puts a light out.
        const auto activity = readActivity(office.store().reader(), id);
        QVERIFY(activity);
        QVERIFY(office.store().commitAndWait(planComplete(*activity)));
        QCOMPARE(section(u"lead"_s, me), nothing);
        QVERIFY(office.store().undo().result());
        QCOMPARE(section(u"lead"_s, me), lit);
        QVERIFY(office.store().commitAndWait(planDeleteActivity(*activity, office.clock().now())));
        QCOMPARE(section(u"lead"_s, me), nothing);
        QVERIFY(office.store().undo().result());
        if (auto later = planReschedule(*activity, office.clock().now() + 5000 * minute)) {
            QVERIFY(office.store().commitAndWait(*later));
            QCOMPARE(section(u"lead"_s, me), u"0 0 1"_s);
        } else {
            QVERIFY(incoming);
        }
        QCOMPARE(office.problems(), QStringList());
    }

    /// How long before its deadline what has no reminder is red, the office says: also of what is planned already.
    void theOfficeSaysWhenItTurnsRed()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"Lead"_s}}), {}};
        for (const std::optional<QString> &reminders : {std::optional(QString()), std::optional(u"0"_s)}) {
            ActivityDraft draft;
            draft.title = u"Call"_s;
            draft.items = {lead};
            draft.deadline = office.clock().now() + hour;
            draft.reminders = reminders;
            QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        }
        const auto red = [&] {
            return sectionLights(office.store().reader(), office.store().user(), office.clock().now())->value(lead.type).red;
        };
        QCOMPARE(red(), 0);
        const auto early = planSettings({{u"counter_lead"_s, u"60"_s}});
        QVERIFY(early && office.store().commitAndWait(*early));
        QCOMPARE(red(), 1); // the other one has a reminder
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(office.store().undo().result());
        QCOMPARE(red(), 0);
        QVERIFY(!planSettings({{u"counter_lead"_s, u"soon"_s}}));
    }

    void checkSeesAWrongCounter()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        QVERIFY(plan(office, {lead}, office.clock().now()) != 0);
        QCOMPARE(office.problems(), QStringList());
        for (const QString &sql :
             {u"UPDATE activity_count SET planned = planned + 1"_s, u"UPDATE lit_day SET day = day + 1"_s}) {
            QVERIFY(office.store()
                        .maintain<bool>([&](Connection &connection) -> Result<bool> {
                            auto done = connection.run(sql);
                            return done ? Result<bool>(true) : Result<bool>(done.error());
                        })
                        .result());
            QVERIFY(!office.problems().isEmpty());
        }
    }

    void theNearestOfManyPlannedAreRead()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        ChangeSet all;
        for (int i = 0; i < 300; ++i) {
            ActivityDraft draft;
            draft.title = u"Call %1"_s.arg(i);
            draft.items = {lead};
            draft.deadline = office.clock().now() + (300 - i) * hour;
            all.changes += planActivity(office.schema(), draft).changes;
        }
        QVERIFY(office.store().commitAndWait(all));
        QVERIFY(plan(office, {lead}, {}, true) != 0); // without a deadline it comes last
        auto nearest = plannedActivities(office.store().reader(), lead, 3);
        QVERIFY(nearest);
        QCOMPARE(nearest->size(), 3);
        QCOMPARE(nearest->first().title, u"Call 299"_s);
        QCOMPARE(nearest->first().items, Members({{.text = {}, .label = {}, .ref = lead, .key = {}}}));
        QCOMPARE(*countPlanned(office.store().reader(), lead), 301);
        auto every = plannedActivities(office.store().reader(), lead);
        QVERIFY(every);
        QCOMPARE(every->size(), 301);
        QVERIFY(every->last().incoming);
    }

    /// A busy client must not hide a deal's activities from the deal's own story.
    void sharedActivitiesAreToldWhateverElseTheirOwnerDid()
    {
        TestOffice office;
        const ItemRef owner{office.typeId(u"contact"_s), office.create(u"contact"_s, {{u"last_name"_s, u"Busy"_s}}), {}};
        const ItemRef deal{office.typeId(u"deal"_s), office.create(u"deal"_s, {{u"title"_s, u"Deal"_s}}), {}};
        office.clock().advance(1000);
        const qint64 shared = plan(office, {owner, deal}, office.clock().now() + hour);
        QVERIFY(shared != 0);
        for (int i = 0; i < 60; ++i) {
            office.clock().advance(1000);
            QVERIFY(office.store().commitAndWait(planComment(owner, u"Noise %1"_s.arg(i))));
        }
        const auto planned = [&](const ItemRef &item) {
            int found = 0;
            TimelinePosition from;
            for (bool atEnd = false; !atEnd;) {
                auto page = readTimeline(office.store().reader(), item, from, 20);
                if (!page)
                    return -1;
                for (const TimelineEntry &entry : std::as_const(page->entries))
                    found += entry.kind == EntryKind::ActivityPlanned ? 1 : 0;
                from = page->end;
                atEnd = page->atEnd;
            }
            return found;
        };
        QCOMPARE(planned(deal), 1);
        QCOMPARE(planned(owner), 1);
        // Another item comes to share it, with what happened before; and leaves it again.
        const ItemRef late{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"Late"_s}}), {}};
        office.clock().advance(1000);
        auto activity = readActivity(office.store().reader(), shared);
        QVERIFY(activity);
        Members items = activity->items;
        items.append({.text = {}, .label = {}, .ref = late, .key = {}});
        auto changed = planChangeActivity(office.schema(), *activity, {{u"items"_s, membersValue(items)}});
        QVERIFY(changed);
        QVERIFY(office.store().commitAndWait(*changed));
        QCOMPARE(planned(late), 1);
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(office.store().undo().result());
        QCOMPARE(planned(late), 0);
        QCOMPARE(planned(deal), 1);
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_counters, TestCounters)
#include "tst_counters.moc"
