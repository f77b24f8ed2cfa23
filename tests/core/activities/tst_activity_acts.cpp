// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_queries.h"
#include "core/activities/counters.h"
#include "core/activities/find_queries.h"
#include "core/items/item_acts.h"
#include "core/items/reference_acts.h"
#include "core/timeline/entry_words.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Changing, moving, deleting and listing activities.
class TestActivityActs final : public QObject
{
    Q_OBJECT

    static constexpr qint64 hour = 3'600'000;

    static qint64 plan(TestOffice &office, qint64 lead, const QString &title, Value deadline, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.items = {{office.typeId(u"lead"_s), lead, {}}};
        draft.deadline = std::move(deadline);
        draft.incoming = incoming;
        const ChangeSet changes = planActivity(office.schema(), draft);
        auto receipt = office.store().commitAndWait(changes);
        if (!receipt)
            qFatal("%s", qUtf8Printable(receipt.error().message));
        return receipt->created.value(changes.changes.first().uid);
    }
    static Activity read(TestOffice &office, qint64 id)
    {
        auto activity = readActivity(office.store().reader(), id);
        return activity ? *activity : Activity{};
    }
    static QStringList titles(TestOffice &office, ActivityQuery query)
    {
        query.user = office.store().user();
        query.now = office.clock().now();
        auto found = listActivities(office.store().reader(), query);
        QStringList out;
        for (const Activity &activity : found ? *found : QList<Activity>())
            out << activity.title;
        return out;
    }

private slots:
    /// What was to be done for an item alone goes with it, what is for others too stays with them; undo brings all back.
    void whatWasForAPurgedItemAloneIsToBeDoneNoMore()
    {
        TestOffice office;
        const EntityType type = *office.schema().type(u"lead"_s);
        const qint64 gone = office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
        const qint64 twin = office.create(u"lead"_s, {{u"title"_s, u"Pipes again"_s}});
        const qint64 kept = office.create(u"lead"_s, {{u"title"_s, u"Desks"_s}});
        const auto planFor = [&](const QList<qint64> &leads) {
            const qint64 id = plan(office, leads.constFirst(), u"Call"_s, office.clock().now());
            Members items;
            for (const qint64 lead : leads)
                items.append({.text = {}, .label = {}, .ref = {type.id, lead, {}}, .key = {}});
            const auto changes = planChangeActivity(office.schema(), read(office, id), {{u"items"_s, toValue(items)}});
            const bool isWritten = changes && (changes->isEmpty() || office.store().commitAndWait(*changes));
            return isWritten ? id : 0;
        };
        const qint64 alone = planFor({gone});
        const qint64 both = planFor({gone, twin}); // which go at once
        const qint64 shared = planFor({gone, kept});
        QVERIFY(office.store().commitAndWait(planDelete(type, {gone, twin}, {}, office.clock().now())));
        QVERIFY(office.store().commitAndWait(*planPurge(office.store().reader(), type, {gone, twin})));
        QCOMPARE(read(office, alone).id, 0);
        QCOMPARE(read(office, both).id, 0);
        QCOMPARE(read(office, shared).items.size(), 1);
        QVERIFY(office.store().undo().result());
        QCOMPARE(read(office, alone).items.size(), 1);
        QCOMPARE(read(office, both).items.size(), 2);
        QCOMPARE(read(office, shared).items.size(), 2);
        QCOMPARE(office.problems(), QStringList());
    }

    void postponingCountsFromTheDeadlineOrFromNow_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QDateTime>("deadline");
        QTest::addColumn<QDateTime>("expected");
        // Now is Monday, 2 March, 12:00.
        const auto at = [](int day, int hours, int minutes = 0) {
            return QDateTime(QDate(2026, 3, day), QTime(hours, minutes));
        };
        QTest::addRow("an hour from the deadline") << u"1h"_s << at(2, 15) << at(2, 16);
        QTest::addRow("an hour from now when it has passed") << u"+1h"_s << at(1, 15) << at(2, 13);
        QTest::addRow("a day keeps the time") << u"1d"_s << at(3, 9, 30) << at(4, 9, 30);
        QTest::addRow("a day from today when it has passed") << u"1d"_s << at(1, 9, 30) << at(3, 9, 30);
        QTest::addRow("next Monday") << u"monday"_s << at(4, 11) << at(9, 11);
        QTest::addRow("next Monday on a Monday") << u"monday"_s << at(2, 15) << at(9, 15);
        QTest::addRow("without a deadline") << u"2d"_s << QDateTime() << at(4, 9);
    }
    void postponingCountsFromTheDeadlineOrFromNow()
    {
        QFETCH(QString, by);
        QFETCH(QDateTime, deadline);
        QFETCH(QDateTime, expected);
        const auto step = parsePostponement(by);
        QVERIFY(step);
        const Value old = deadline.isValid() ? Value(deadline.toMSecsSinceEpoch()) : Value();
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(postponed(old, QDateTime(QDate(2026, 3, 2), QTime(12, 0)), *step)),
                 expected);
    }

    void whatIsNoPostponementIsNotTakenForOne()
    {
        for (const QString &text : {u""_s, u"h"_s, u"0h"_s, u"-1h"_s, u"1"_s, u"99999d"_s, u"1w"_s})
            QVERIFY2(!parsePostponement(text), qPrintable(text));
    }

    void aChangeIsToldInTheTimelineAndTakenBack()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 id = plan(office, lead, u"Call"_s, office.clock().now() + hour);
        const QStringList before = office.contents();
        const auto changes = planChangeActivity(office.schema(), read(office, id),
                                                {{u"title"_s, u"Visit"_s},
                                                 {u"description"_s, u"At their place"_s},
                                                 {u"deadline"_s, office.clock().now() + 2 * hour},
                                                 {u"reminders"_s, u"0,15"_s}});
        QVERIFY(changes);
        QCOMPARE(changes->changes.first().values.size(), 3); // the reminders are what they were
        QVERIFY(office.store().commitAndWait(*changes));
        QCOMPARE(read(office, id).title, u"Visit"_s);
        const ItemRef ref{office.typeId(u"lead"_s), lead, {}};
        auto story = readTimeline(office.store().reader(), ref, {}, 10);
        QVERIFY(story);
        QCOMPARE(story->entries.first().kind, EntryKind::ActivityRescheduled);
        const EntryWords words = entryWords(office.store().reader(), ref, story->entries.first());
        QVERIFY2(words.detail.contains(u"Call → Visit"_s), qPrintable(words.detail));
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
    }

    void handingOverADeletedOrAFinishedOneMovesItsLight()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 id = plan(office, lead, u"Call"_s, office.clock().now() - hour);
        const auto lights = [&] {
            return itemLights(office.store().reader(), office.typeId(u"lead"_s), {lead}, office.clock().now())->value(lead);
        };
        QCOMPARE(lights(), (Lights{1, 0, 1}));
        QVERIFY(office.store().commitAndWait(planDeleteActivity(read(office, id), office.clock().now())));
        QCOMPARE(lights(), Lights());
        QVERIFY(!readActivity(office.store().reader(), id));
        QVERIFY(office.store().undo().result());
        QCOMPARE(lights(), (Lights{1, 0, 1}));
        QVERIFY(office.store().commitAndWait(planComplete(read(office, id))));
        QCOMPARE(lights(), Lights());
        QVERIFY(office.store().commitAndWait(planComplete(read(office, id), false)));
        QCOMPARE(lights(), (Lights{1, 0, 1}));
        auto story = readTimeline(office.store().reader(), {office.typeId(u"lead"_s), lead, {}}, {}, 10);
        QCOMPARE(story->entries.first().kind, EntryKind::ActivityReopened);
        QCOMPARE(office.problems(), QStringList());
    }

    void anIncomingOneHasNoDeadlineToMove()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 id = plan(office, lead, u"They called"_s, {}, true);
        QVERIFY(!planReschedule(read(office, id), office.clock().now()));
        QVERIFY(!planChangeActivity(office.schema(), read(office, id), {{u"deadline"_s, office.clock().now()}}));
        // What they want is known now: it becomes a plan of ours.
        const auto own = planChangeActivity(office.schema(), read(office, id),
                                            {{u"deadline"_s, office.clock().now()}, {u"incoming"_s, false}});
        QVERIFY(own);
        QVERIFY(office.store().commitAndWait(*own));
        QCOMPARE(read(office, id).deadline.toLongLong(), office.clock().now());
    }

    void remindersAreMinutes()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 id = plan(office, lead, u"Call"_s, office.clock().now());
        for (const QString &wrong : {u"soon"_s, u"-5"_s, u"0,99999999999"_s})
            QVERIFY2(!planChangeActivity(office.schema(), read(office, id), {{u"reminders"_s, wrong}}), qPrintable(wrong));
        QVERIFY(planChangeActivity(office.schema(), read(office, id), {{u"reminders"_s, u"30, 1440"_s}}));
    }

    void theListTellsWhatIsAskedFor()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 now = office.clock().now();
        plan(office, lead, u"tomorrow"_s, now + 24 * hour);
        plan(office, lead, u"late"_s, now - 48 * hour);
        plan(office, lead, u"tonight"_s, now + 6 * hour);
        plan(office, lead, u"this morning"_s, now - 2 * hour);
        plan(office, lead, u"they wait"_s, {}, true);
        const qint64 done = plan(office, lead, u"done"_s, now - hour);
        QVERIFY(office.store().commitAndWait(planComplete(read(office, done))));
        QCOMPARE(titles(office, {}),
                 (QStringList{u"late"_s, u"this morning"_s, u"tonight"_s, u"tomorrow"_s, u"they wait"_s, u"done"_s}));
        QCOMPARE(titles(office, {.overdue = true}), (QStringList{u"late"_s, u"this morning"_s}));
        QCOMPARE(titles(office, {.today = true}), (QStringList{u"this morning"_s, u"tonight"_s}));
        QCOMPARE(titles(office, {.incoming = true}), QStringList{u"they wait"_s});
        QCOMPARE(titles(office, {.done = true}), QStringList{u"done"_s});
        QCOMPARE(titles(office, {.overdue = true, .today = true}), QStringList{u"this morning"_s});
        QCOMPARE(titles(office, {.conditions = *parseConditions(u"title ~ mor"_s)}),
                 (QStringList{u"this morning"_s, u"tomorrow"_s}));
    }

    /// One's own, to be done, by a word of it: also typed on the other layout.
    void onesOwnAreFoundByTheirWords()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 now = office.clock().now();
        plan(office, lead, u"Send the invoice again"_s, now + hour);
        const qint64 first = plan(office, lead, u"Invoice for pipes"_s, now + 5 * hour);
        const qint64 done = plan(office, lead, u"Old invoice"_s, now - hour);
        QVERIFY(office.store().commitAndWait(planComplete(read(office, done))));
        plan(office, lead, u"Call"_s, now);
        const auto found = [&](const QString &text, qint64 person) {
            const auto entries = findActivities(office.store().reader(), person, text, 5);
            QStringList titles;
            for (const DayEntry &one : entries ? *entries : QList<DayEntry>())
                titles << one.activity.title + u" of "_s + one.itemTitle;
            return titles;
        };
        const qint64 me = office.store().user();
        const QStringList all{u"Invoice for pipes of One"_s, u"Send the invoice again of One"_s, u"Old invoice of One"_s};
        QCOMPARE(found(u"invoi"_s, me), all);
        QCOMPARE(found(u"штмщшсу"_s, me), all);
        QVERIFY(found(u"in"_s, me).isEmpty());
        QCOMPARE(found(u"invoi"_s, me + 1).size(), 3); // others find them as well
        QVERIFY(office.store().commitAndWait(planDeleteActivity(read(office, first), now)));
        QCOMPARE(found(u"invoi"_s, me).size(), 2);
        QCOMPARE(found(u"#3"_s, me), QStringList{u"Old invoice of One"_s});
    }

    /// People say it; it goes with nobody's row, and an undo gives it back.
    void anActivityHasANumber()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        QCOMPARE(read(office, plan(office, lead, u"First"_s, {})).number, u"1"_s);
        QCOMPARE(read(office, plan(office, lead, u"Second"_s, {})).number, u"2"_s);
        const auto titleOf = [&](const QString &number) {
            const auto found = findActivity(office.store().reader(), number);
            return found ? found->title : found.error().message;
        };
        QCOMPARE(titleOf(u"2"_s), u"Second"_s);
        QCOMPARE(titleOf(u" #1 "_s), u"First"_s);
        QCOMPARE(titleOf(u"3"_s), u"There is no activity 3."_s);
        QVERIFY(office.store().undo().result());
        QCOMPARE(titleOf(u"2"_s), u"There is no activity 2."_s);
        QVERIFY(office.store().redo().result());
        QCOMPARE(titleOf(u"2"_s), u"Second"_s);
        QVERIFY(office.store().commitAndWait(planDeleteActivity(*findActivity(office.store().reader(), u"2"_s), 0)));
        QCOMPARE(titleOf(u"2"_s), u"There is no activity 2."_s);
        ActivityQuery query;
        query.search = u"irst"_s;
        QCOMPARE(titles(office, query), QStringList{u"First"_s});
        query.mine = true;
        QCOMPARE(titles(office, query), QStringList{u"First"_s});
        query.search = u"second"_s;
        QVERIFY(titles(office, query).isEmpty());
        QVERIFY(office.problems().isEmpty());
    }
};

KARTOTEKA_TEST(tst_activity_acts, TestActivityActs)
#include "tst_activity_acts.moc"
