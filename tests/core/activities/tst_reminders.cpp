// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/reminder_queries.h"
#include "core/activities/reminders.h"
#include "core/items/item_acts.h"
#include "core/items/setting_acts.h"
#include "core/store/kept/reminder_due.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Kartoteka;

/// Who is reminded of what, and when.
class TestReminders : public QObject
{
    Q_OBJECT

    static constexpr qint64 minute = 60'000;
    static constexpr qint64 hour = 60 * minute;
    static constexpr qint64 day = 24 * hour;
    std::unique_ptr<TestOffice> m_office;

    TestOffice &office() { return *m_office; }
    Store &store() { return m_office->store(); }
    qint64 now() { return m_office->clock().now(); }
    qint64 me() { return store().user(); }

    qint64 plan(const QString &title, qint64 deadline, const QString &reminders = u"0,15"_s, qint64 responsible = 0,
                const QList<ItemRef> &items = {})
    {
        ActivityDraft draft;
        draft.title = title;
        draft.deadline = deadline;
        draft.reminders = reminders;
        draft.responsible = responsible;
        draft.items = items;
        const ChangeSet changes = planActivity(office().schema(), draft);
        const auto receipt = store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    Activity activity(qint64 id)
    {
        auto found = readActivity(store().reader(), id);
        return found ? *found : Activity();
    }
    qint64 someoneElse()
    {
        ChangeSet second;
        const QUuid uid = second.create(u"user"_s, {{u"login"_s, u"anna"_s}, {u"name"_s, u"Anna"_s}, {u"active"_s, true}});
        const auto receipt = store().commitAndWait(second);
        return receipt ? receipt->created.value(uid) : 0;
    }
    void set(const QString &code, const QString &value)
    {
        const auto changes = planSettings({{code, value}});
        QVERIFY(changes && store().commitAndWait(*changes));
        QCoreApplication::sendPostedEvents();
    }
    DueReminders due()
    {
        auto found = dueReminders(store().reader(), me(), now());
        return found ? *found : DueReminders();
    }
    /// Titles of what is due, the last first; those that were shown before in brackets.
    QStringList titles()
    {
        QStringList titles;
        for (const DueReminder &one : due().list)
            titles << (one.isNew ? one.activity.title : u'(' + one.activity.title + u')');
        return titles;
    }
    QList<qint64> ids()
    {
        QList<qint64> ids;
        for (const DueReminder &one : due().list)
            ids << one.activity.id;
        return ids;
    }
    /// Rows that ought to be kept, worked out by hand.
    QStringList expected()
    {
        QStringList rows;
        auto cursor = store().reader().connection.query(
            u"SELECT id, responsible, deadline, reminders FROM activity WHERE done = 0 AND deleted_at IS NULL"_s);
        while (cursor && cursor->next()) {
            if (cursor->isNull(1) || cursor->isNull(2))
                continue;
            QSet<qint64> offsets;
            for (const QString &offset : cursor->text(3).split(u',', Qt::SkipEmptyParts))
                offsets.insert(offset.trimmed().toLongLong());
            for (const qint64 offset : offsets)
                rows << u"%1 %2 %3 %4"_s.arg(cursor->integer(1))
                            .arg(cursor->integer(2) - offset * minute)
                            .arg(cursor->integer(0))
                            .arg(offset);
        }
        rows.sort();
        return rows;
    }
    QStringList kept()
    {
        QStringList rows;
        auto cursor = store().reader().connection.query(u"SELECT person, at, activity, offset FROM reminder_due"_s);
        while (cursor && cursor->next())
            rows << u"%1 %2 %3 %4"_s.arg(cursor->integer(0))
                        .arg(cursor->integer(1))
                        .arg(cursor->integer(2))
                        .arg(cursor->integer(3));
        rows.sort();
        return rows;
    }

private slots:
    void howLongBeforeIsSaidInWords()
    {
        const QList<std::pair<QString, int>> said{{u"45"_s, 45},        {u"45 min"_s, 45}, {u"3h"_s, 180},
                                                  {u"3 часа"_s, 180},   {u"2 d"_s, 2880},  {u"2 дня"_s, 2880},
                                                  {u"неделя"_s, 10080}, {u"1w"_s, 10080},  {u" 10 мин. "_s, 10},
                                                  {u"час"_s, 60},       {u"0"_s, 0}};
        for (const auto &[text, minutes] : said)
            QVERIFY2(reminderOffset(text) == minutes, qPrintable(text));
        for (const QString &text :
             {QString(), u"soon"_s, u"-5"_s, u"2 years"_s, u"400 d"_s, u"999999"_s, u"5x"_s, u"1.5 h"_s})
            QVERIFY2(!reminderOffset(text), qPrintable(text));
    }

    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup() { m_office.reset(); }

    void comeDueOneAfterTheOther()
    {
        const qint64 call = plan(u"Call"_s, now() + hour, u"0,15"_s);
        QCOMPARE(titles(), QStringList());
        QCOMPARE(due().nextAt, now() + 45 * minute);
        office().clock().advance(45 * minute);
        QCOMPARE(titles(), QStringList(u"Call"_s));
        QVERIFY(due().putOff.isEmpty());
        QVERIFY(noteShown(store(), me(), {call}, now()).result());
        QCOMPARE(titles(), QStringList(u"(Call)"_s));
        office().clock().advance(15 * minute);
        // The other reminder of the same activity: it is told once more, and stands in the list once.
        QCOMPARE(titles(), QStringList(u"Call"_s));
        QVERIFY(noteShown(store(), me(), {call}, now()).result());
        QCOMPARE(titles(), QStringList(u"(Call)"_s));
        QVERIFY(dismissReminders(store(), me(), {call}, now()).result());
        QCOMPARE(titles(), QStringList());
        QVERIFY(!due().nextAt);
    }

    void whatIsDismissedLeavesLaterOnesAlone()
    {
        const qint64 call = plan(u"Call"_s, now() + hour, u"0,60"_s);
        QCOMPARE(titles(), QStringList(u"Call"_s));
        QVERIFY(dismissReminders(store(), me(), {call}, now()).result());
        QCOMPARE(titles(), QStringList());
        office().clock().advance(hour);
        QCOMPARE(titles(), QStringList(u"Call"_s));
    }

    void whatLiesBeforeTheDeadlineAlreadyComesAtOnceAndAsOne()
    {
        plan(u"Soon"_s, now() + 10 * minute, u"0,15,60,1440"_s);
        QCOMPARE(titles(), QStringList(u"Soon"_s));
    }

    void anotherDeadlineRemindsAnew()
    {
        const qint64 call = plan(u"Call"_s, now(), u"0"_s);
        QVERIFY(dismissReminders(store(), me(), {call}, now()).result());
        QCOMPARE(titles(), QStringList());
        QVERIFY(store().commitAndWait(*planReschedule(activity(call), now() + 2 * hour)));
        QCOMPARE(titles(), QStringList());
        office().clock().advance(2 * hour);
        QCOMPARE(titles(), QStringList(u"Call"_s));
        // Nearer than the reminders that had not come yet: they come at once.
        QVERIFY(store().commitAndWait(*planReschedule(activity(call), now() + day)));
        QCOMPARE(titles(), QStringList());
        QVERIFY(store().commitAndWait(*planReschedule(activity(call), now() - minute)));
        QCOMPARE(titles(), QStringList(u"Call"_s));
    }

    void nobodyIsRemindedOfWhatIsOver()
    {
        const qint64 anna = someoneElse();
        const ItemRef lead{office().typeId(u"lead"_s), office().create(u"lead"_s, {{u"title"_s, u"Pipes"_s}}), {}};
        const qint64 done = plan(u"Done"_s, now());
        const qint64 deleted = plan(u"Deleted"_s, now());
        const qint64 given = plan(u"Given"_s, now());
        const qint64 ofLead = plan(u"Of the lead"_s, now(), u"0"_s, 0, {lead});
        plan(u"Of nothing"_s, now(), u""_s);
        QCOMPARE(ids().size(), 4);
        QVERIFY(store().commitAndWait(planComplete(activity(done))));
        QVERIFY(store().commitAndWait(planDeleteActivity(activity(deleted), now())));
        QVERIFY(store().commitAndWait(*planChangeActivity(office().schema(), activity(given), {{u"responsible"_s, anna}})));
        QCOMPARE(ids(), QList<qint64>{ofLead});
        QCOMPARE(due().list.constFirst().itemTitle, u"Pipes"_s);
        QCOMPARE(dueReminders(store().reader(), anna, now())->list.size(), 1);
        // What belongs to an item in the bin waits there.
        QVERIFY(store().commitAndWait(planDelete(*office().schema().type(lead.type), {lead.id}, {}, now())));
        QCOMPARE(ids(), QList<qint64>());
        QVERIFY(store().commitAndWait(planRestore(*office().schema().type(lead.type), {lead.id}, {})));
        QCOMPARE(ids(), QList<qint64>{ofLead});
        // It was not done after all, and nobody has dismissed it.
        QVERIFY(store().commitAndWait(planComplete(activity(done), false)));
        QCOMPARE(ids().size(), 2);
    }

    void putOffItComesAgain()
    {
        const qint64 call = plan(u"Call"_s, now() + 15 * minute, u"0,15"_s);
        QVERIFY(snoozeReminders(store(), me(), {call}, now(), now() + hour).result());
        QCOMPARE(titles(), QStringList());
        QCOMPARE(due().nextAt, now() + 15 * minute);
        QCOMPARE(due().putOff.size(), 1);
        QCOMPARE(due().putOff.constFirst().moment, now() + hour);
        office().clock().advance(15 * minute); // the deadline itself: it was put off beyond it
        QCOMPARE(titles(), QStringList());
        QCOMPARE(due().nextAt, now() + 45 * minute);
        office().clock().advance(45 * minute);
        QCOMPARE(titles(), QStringList(u"Call"_s));
        QVERIFY(due().putOff.isEmpty());
        QVERIFY(noteShown(store(), me(), {call}, now()).result());
        QCOMPARE(titles(), QStringList(u"(Call)"_s));
        // With another deadline nobody waits for the old one.
        QVERIFY(snoozeReminders(store(), me(), {call}, now(), now() + day).result());
        QVERIFY(store().commitAndWait(*planReschedule(activity(call), now() + 5 * minute)));
        QCOMPARE(titles(), QStringList(u"Call"_s));
    }

    void clocksThatAreSetTellNothingTwice()
    {
        QVERIFY(beginReminding(store(), me()).result());
        const qint64 call = plan(u"Call"_s, now() + hour, u"0"_s);
        plan(u"In half a year"_s, now() + 180 * day, u"0"_s);
        office().clock().advance(hour);
        QVERIFY(noteShown(store(), me(), {call}, now()).result());
        office().clock().advance(-hour);
        QCOMPARE(titles(), QStringList());
        office().clock().advance(hour);
        QCOMPARE(titles(), QStringList(u"(Call)"_s));
        // A year ahead: one list of all.
        office().clock().advance(365 * day);
        QCOMPARE(ids().size(), 2);
        QVERIFY(dismissReminders(store(), me(), ids(), now()).result());
        office().clock().advance(-365 * day);
        QCOMPARE(titles(), QStringList());
    }

    void aDeskBeginsWithItsFirstDay()
    {
        office().clock().advance(-40 * day);
        plan(u"Long ago"_s, now(), u"0"_s);
        office().clock().advance(40 * day);
        plan(u"This morning"_s, now() - 3 * hour, u"0"_s);
        plan(u"Planned long ahead"_s, now() + hour, u"0,10080"_s); // its first reminder lies before that day
        QVERIFY(beginReminding(store(), me()).result());
        QCOMPARE(titles(), (QStringList{u"This morning"_s, u"Planned long ahead"_s}));
        office().clock().advance(3 * day);
        QCOMPARE(ids().size(), 2);
        // A clock that was ahead when it began silences nobody.
        office().clock().advance(-10 * day);
        plan(u"Before"_s, now() + hour, u"0"_s);
        office().clock().advance(2 * hour);
        QVERIFY(titles().contains(u"Before"_s));
    }

    void quietHoursHoldThemBack()
    {
        QVERIFY(beginReminding(store(), me()).result());
        set(u"quiet_hours"_s, u"20:00 – 8:00"_s);
        QCOMPARE(office().schema().setting(u"quiet_hours"_s), u"20:00-08:00"_s);
        const QDate monday(2026, 3, 2);
        const auto at = [](const QDate &date, int hours, int minutes = 0) {
            return QDateTime(date, QTime(hours, minutes)).toMSecsSinceEpoch();
        };
        const qint64 late = plan(u"Late"_s, at(monday, 21), u"0"_s);
        plan(u"Early"_s, at(monday.addDays(1), 7, 30), u"0"_s);
        plan(u"Before work"_s, at(monday.addDays(1), 8, 30), u"0"_s);
        office().clock().advance(at(monday, 23) - now());
        QCOMPARE(titles(), QStringList());
        QCOMPARE(due().nextAt, at(monday.addDays(1), 7, 30)); // looked at then, and held back too
        office().clock().advance(at(monday.addDays(1), 8, 45) - now());
        QCOMPARE(titles(), QStringList(u"Before work"_s));
        QCOMPARE(due().nextAt, at(monday.addDays(1), 9));
        office().clock().advance(at(monday.addDays(1), 9) - now());
        QCOMPARE(titles().size(), 3);
        // Somebody who says when is reminded then.
        QVERIFY(snoozeReminders(store(), me(), {late}, now(), at(monday.addDays(1), 22)).result());
        office().clock().advance(at(monday.addDays(1), 22) - now());
        QCOMPARE(titles().constFirst(), u"Late"_s);
        set(u"quiet_hours"_s, {});
    }

    void quietTime_data()
    {
        QTest::addColumn<QString>("quiet");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << QString() << u"2026-03-02T23:00"_s << u"2026-03-02T23:00"_s;
        QTest::newRow("Friday night") << u"20:00-08:00"_s << u"2026-03-06T20:00"_s << u"2026-03-09T09:00"_s;
        QTest::newRow("before it") << u"20:00-08:00"_s << u"2026-03-06T19:59"_s << u"2026-03-06T19:59"_s;
        QTest::newRow("its end") << u"20:00-08:00"_s << u"2026-03-06T08:00"_s << u"2026-03-06T08:00"_s;
        QTest::newRow("at noon") << u"12:00-14:00"_s << u"2026-03-06T12:30"_s << u"2026-03-06T14:00"_s;
        QTest::newRow("till midnight") << u"20:00-24:00"_s << u"2026-03-05T21:00"_s << u"2026-03-06T09:00"_s;
    }
    void quietTime()
    {
        QFETCH(QString, quiet);
        QFETCH(QString, at);
        QFETCH(QString, shown);
        set(Codes::quietHours, quiet);
        const qint64 moment = QDateTime::fromString(at, Qt::ISODate).toMSecsSinceEpoch();
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(QuietTime(office().schema()).shownAt(moment)),
                 QDateTime::fromString(shown, Qt::ISODate));
    }

    void quietHoursAreWrittenAsPeopleDo()
    {
        QCOMPARE(parseQuietHours(u"20:00-8:00"_s), (QuietHours{20 * 60, 8 * 60}));
        QCOMPARE(parseQuietHours(u" 22:30 — 7:15 "_s), (QuietHours{22 * 60 + 30, 7 * 60 + 15}));
        QCOMPARE(parseQuietHours(u"12:00-13:00"_s), (QuietHours{12 * 60, 13 * 60}));
        for (const QString &text : {u"20:00"_s, u"off"_s, u"25:00-8:00"_s, u"8:00-8:00"_s, u"1:00-2:00, 3:00-4:00"_s})
            QVERIFY2(!parseQuietHours(text), qPrintable(text));
        for (const QString &text : {u"20:00-08:00"_s, u"20:00-24:00"_s})
            QCOMPARE(quietHoursCode(*parseQuietHours(text)), text);
    }

    void aTimeToComeIsSaidInWords()
    {
        const QDateTime friday(QDate(2026, 3, 6), QTime(16, 30));
        const WorkCalendar calendar;
        QCOMPARE(parseSnooze(u"15m"_s, friday, calendar), friday.addSecs(15 * 60));
        QCOMPARE(parseSnooze(u"1h"_s, friday, calendar), friday.addSecs(3600));
        QCOMPARE(parseSnooze(u"tomorrow"_s, friday, calendar), QDateTime(QDate(2026, 3, 9), QTime(9, 0)));
        QCOMPARE(parseSnooze(u"завтра"_s, friday.addDays(-1), calendar), QDateTime(QDate(2026, 3, 6), QTime(9, 0)));
        QCOMPARE(parseSnooze(u"17:00"_s, friday, calendar), QDateTime(QDate(2026, 3, 6), QTime(17, 0)));
        for (const QString &text : {u"never"_s, u""_s, u"2020-01-01"_s})
            QVERIFY2(!parseSnooze(text, friday, calendar), qPrintable(text));
    }

    void remindersAreMinutes()
    {
        for (const QString &text : {u""_s, u"0"_s, u"0,15"_s, u" 15 , 1440"_s})
            QVERIFY2(areReminders(text), qPrintable(text));
        for (const QString &text : {u"soon"_s, u"-5"_s, u"527041"_s, QString(500, u'1')})
            QVERIFY2(!areReminders(text), qPrintable(text));
    }

    void whatIsNoReminderRemindsOfNothing()
    {
        const qint64 odd = plan(u"Odd"_s, now(), u"abc,\"15\\,,-1,007,7,9999999"_s);
        auto offsets = store().reader().connection.query(u"SELECT offset FROM reminder_due WHERE activity = ?"_s, {odd});
        QVERIFY(offsets && offsets->next());
        QCOMPARE(offsets->integer(0), 7);
        QVERIFY(!offsets->next());
        QCOMPARE(office().problems(), QStringList());
    }

    void whatIsErasedIsForgotten()
    {
        const qint64 call = plan(u"Call"_s, now());
        QVERIFY(dismissReminders(store(), me(), {call}, now()).result());
        QVERIFY(snoozeReminders(store(), me(), {call}, now(), now() + hour).result());
        QVERIFY(store().undo().result()); // it was never planned
        QCoreApplication::sendPostedEvents();
        for (const QString &table : {u"reminder_due"_s, u"reminder_done"_s, u"reminder_snooze"_s})
            QCOMPARE(store().reader().connection.scalar(u"SELECT count(*) FROM "_s + table)->toInt(), 0);
        // Put back it is due, as it was.
        QVERIFY(store().redo().result());
        QCOMPARE(ids(), QList<qint64>{call});
    }

    void theNextOneIsFoundByAnIndex()
    {
        for (const QString &sql : {u"SELECT min(at) FROM reminder_due WHERE person = 1 AND at > 5"_s,
                                   u"SELECT min(until) FROM reminder_snooze WHERE person = 1 AND until > 5"_s}) {
            auto plan = store().reader().connection.query(u"EXPLAIN QUERY PLAN "_s + sql);
            QVERIFY(plan && plan->next());
            QVERIFY2(plan->text(3).startsWith(u"SEARCH"), qPrintable(plan->text(3)));
        }
    }

    void areWhatTheActivitiesSayAfterAnyActs()
    {
        const QList<qint64> people{me(), someoneElse()};
        const QStringList offsets{u""_s, u"0"_s, u"0,15"_s, u"60,0,60"_s, u"1440,15"_s};
        QRandomGenerator random(20261127);
        QList<qint64> activities;
        for (int step = 0; step < 200; ++step) {
            office().clock().advance((random.bounded(50) - 15) * hour);
            const qint64 id = activities.isEmpty() ? 0 : activities[random.bounded(int(activities.size()))];
            const auto found = readActivity(store().reader(), id);
            const QString reminders = offsets[random.bounded(int(offsets.size()))];
            const qint64 person = people[random.bounded(int(people.size()))];
            const qint64 deadline = now() + (random.bounded(96) - 40) * hour;
            switch (found ? random.bounded(9) : 0) {
            case 0:
            case 1: activities << plan(u"Activity %1"_s.arg(step), deadline, reminders, person); break;
            case 2: QVERIFY(store().commitAndWait(planComplete(*found, !found->done))); break;
            case 3:
                if (auto moved = planReschedule(*found, deadline))
                    QVERIFY(store().commitAndWait(*moved));
                break;
            case 4: QVERIFY(store().commitAndWait(planDeleteActivity(*found, now()))); break;
            case 5:
                if (auto next = store().undoStep(); next && next->act != 0)
                    QVERIFY(store().undo().result());
                break;
            case 6:
                if (auto changed = planChangeActivity(office().schema(), *found,
                                                      {{u"responsible"_s, person}, {u"reminders"_s, textValue(reminders)}});
                    changed && !changed->isEmpty())
                    QVERIFY(store().commitAndWait(*changed));
                break;
            case 7: QVERIFY(dismissReminders(store(), me(), {id}, now()).result()); break;
            case 8: QVERIFY(snoozeReminders(store(), me(), {id}, now(), now() + hour).result()); break;
            }
            QCOMPARE(kept(), expected());
            if (step % 40 == 0)
                QCOMPARE(office().problems(), QStringList());
        }
        QCOMPARE(office().problems(), QStringList());
    }

    void checkFindsWhatIsKeptWrongly()
    {
        plan(u"Call"_s, now() + hour);
        office().close();
        {
            auto connection = Connection::open(office().path(), Connection::Mode::ReadWrite);
            QVERIFY(connection && (*connection)->run(u"UPDATE reminder_due SET at = at + 1"_s));
        }
        office().reopen();
        QCOMPARE(office().problems().size(), 1);
    }
};

KARTOTEKA_TEST(tst_reminders, TestReminders)
#include "tst_reminders.moc"
