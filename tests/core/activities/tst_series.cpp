// SPDX-License-Identifier: GPL-3.0-or-later
// Activities that come again: completing one makes the next, whoever completes it.
#include "core/activities/activity_queries.h"
#include "core/activities/next_step.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_queries.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/copies.h"

#include <QTest>

using namespace Kartoteka;

class TestSeries final : public QObject
{
    Q_OBJECT

    static constexpr qint64 day = 86'400'000;
    std::unique_ptr<TestOffice> m_office;
    qint64 m_lead = 0;

    /// One on Monday at noon, which is now.
    Result<qint64> plan(const QString &rule, bool whenDone = false, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.description = u"About the pipes"_s;
        draft.items = {{m_office->typeId(u"lead"_s), m_lead, {}}};
        draft.deadline = incoming ? Value() : Value(m_office->clock().now());
        draft.incoming = incoming;
        draft.recurrence = rule;
        draft.repeatWhenDone = whenDone;
        const ChangeSet changes = planActivity(m_office->schema(), draft);
        auto receipt = m_office->store().commitAndWait(changes);
        return receipt ? Result<qint64>(receipt->created.value(changes.changes.first().uid)) : receipt.error();
    }
    static Activity read(Store &store, qint64 id)
    {
        auto activity = readActivity(store.reader(), id);
        return activity ? *activity : Activity{};
    }
    Activity read(qint64 id) { return read(m_office->store(), id); }
    static QList<Activity> open(Store &store)
    {
        ActivityQuery query;
        query.user = store.user();
        query.now = store.clock().now();
        auto found = listActivities(store.reader(), query);
        QList<Activity> activities = found ? *found : QList<Activity>();
        activities.removeIf([](const Activity &activity) { return activity.done; });
        return activities;
    }
    QList<Activity> open() { return open(m_office->store()); }
    static void complete(Store &store, qint64 id, bool done = true)
    {
        QVERIFY(store.commitAndWait(planComplete(read(store, id), done)));
    }
    void complete(qint64 id, bool done = true) { complete(m_office->store(), id, done); }
    static QString dayOf(const Activity &activity) { return occurrenceCode(wallOf(activity.deadline.toLongLong())); }
    QString path(const QString &name) const { return m_office->folder() + u'/' + name; }

    void send(Store &from, Store &to, const QString &seat)
    {
        m_office->clock().advance(1000);
        ExchangeWriteOptions write;
        write.path = path(u"letter.kartoteka-exchange"_s);
        write.seat = seat;
        const auto written = writeExchange(from, write);
        QVERIFY2(written, written ? "" : qUtf8Printable(written.error().message));
        ExchangeReadOptions options;
        options.path = write.path;
        const auto taken = readExchange(to, options);
        QVERIFY2(taken, taken ? "" : qUtf8Printable(taken.error().message));
        QCoreApplication::sendPostedEvents(&to);
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"First"_s}});
    }
    void cleanup() { m_office.reset(); }

    void completingMakesTheNext()
    {
        const auto id = plan(u"freq=weekly;byday=mo"_s);
        QVERIFY2(id, id ? "" : qUtf8Printable(id.error().message));
        QCOMPARE(read(*id).recurrence, u"FREQ=WEEKLY;BYDAY=MO"_s);
        const QStringList before = m_office->contents();
        m_office->clock().advance(3 * day); // late: the next one is on its date all the same
        complete(*id);
        QVERIFY(read(*id).done);
        QCOMPARE(open().size(), 1);
        const Activity next = open().constFirst();
        QCOMPARE(dayOf(next), u"2026-03-09T12:00:00"_s);
        QCOMPARE(next.title, u"Call"_s);
        QCOMPARE(next.description, u"About the pipes"_s);
        QCOMPARE(next.items, read(*id).items);
        QCOMPARE(next.reminders, read(*id).reminders);
        QCOMPARE(next.responsible, read(*id).responsible);
        QVERIFY(m_office->problems().isEmpty());
        // One act: taken back and made anew together.
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(m_office->contents(), before);
        QVERIFY(m_office->store().redo().result());
        QCOMPARE(open().size(), 1);
        QCOMPARE(dayOf(open().constFirst()), u"2026-03-09T12:00:00"_s);
        complete(open().constFirst().id);
        QCOMPARE(dayOf(open().constFirst()), u"2026-03-16T12:00:00"_s);
        QVERIFY(m_office->problems().isEmpty());
    }

    void whenDoneIsCountedFromTheCompletion()
    {
        const auto id = plan(u"FREQ=DAILY;INTERVAL=3"_s, true);
        QVERIFY(id);
        m_office->clock().advance(5 * day);
        complete(*id);
        QCOMPARE(dayOf(open().constFirst()), u"2026-03-10T12:00:00"_s);
    }

    void aMovedOneDoesNotMoveTheSeries()
    {
        const auto id = plan(u"FREQ=WEEKLY"_s);
        QVERIFY(m_office->store().commitAndWait(*planReschedule(read(*id), m_office->clock().now() + 2 * day)));
        complete(*id);
        QCOMPARE(dayOf(open().constFirst()), u"2026-03-09T12:00:00"_s);
    }

    void oneIsSkipped()
    {
        const auto skip = [this](qint64 id) {
            auto item = readItem(m_office->store().reader(), {m_office->typeId(u"activity"_s), id, {}});
            auto changes = item ? planSkip(m_office->store().reader(), *item) : Result<ChangeSet>(item.error());
            return changes && m_office->store().commitAndWait(*changes);
        };
        for (const bool whenDone : {false, true}) {
            const auto id = plan(u"FREQ=WEEKLY;COUNT=3"_s, whenDone);
            const QStringList before = m_office->contents();
            QVERIFY(skip(*id));
            QCOMPARE(dayOf(read(*id)), u"2026-03-09T12:00:00"_s);
            QCOMPARE(read(*id).recurrence, u"FREQ=WEEKLY;COUNT=2"_s);
            QVERIFY(m_office->store().undo().result());
            QCOMPARE(m_office->contents(), before);
            QVERIFY(m_office->store().redo().result());
            complete(*id);
            QVERIFY(!skip(*id)); // it is done
            const Activity last = open().constFirst();
            QCOMPARE(last.recurrence, u"FREQ=WEEKLY;COUNT=1"_s);
            QVERIFY(!skip(last.id));
            complete(last.id);
        }
        QVERIFY(!skip(*plan({})));
        QVERIFY(m_office->problems().isEmpty());
    }

    /// Nobody is asked for a next step that comes by itself.
    void whatComesAgainAsksForNoNextStep()
    {
        const auto id = plan(u"FREQ=DAILY;COUNT=2"_s);
        const auto asked = [&](qint64 activity) {
            const auto step = nextStepAfter(m_office->store().reader(), activity, m_office->store().user(),
                                            m_office->clock().now());
            return step && step->has_value();
        };
        complete(*id);
        const qint64 last = open().constFirst().id;
        QVERIFY(m_office->store().commitAndWait(planComplete(read(last))));
        QVERIFY(!asked(*id));
        QVERIFY(asked(last));
    }

    void theLastOneHasNoNext()
    {
        const auto counted = plan(u"FREQ=DAILY;COUNT=2"_s);
        complete(*counted);
        QCOMPARE(open().constFirst().recurrence, u"FREQ=DAILY;COUNT=1"_s);
        complete(open().constFirst().id);
        QVERIFY(open().isEmpty());
        const auto ended = plan(u"FREQ=DAILY;UNTIL=20260302"_s);
        complete(*ended);
        QVERIFY(open().isEmpty());
    }

    void deletingEndsTheSeriesAndTakingTheRuleAwayToo()
    {
        const auto deleted = plan(u"FREQ=DAILY"_s);
        QVERIFY(m_office->store().commitAndWait(planDeleteActivity(read(*deleted), m_office->clock().now())));
        QVERIFY(open().isEmpty());
        const auto id = plan(u"FREQ=DAILY"_s);
        QVERIFY(m_office->store().commitAndWait(
            *planChangeActivity(m_office->schema(), read(*id), {{Codes::recurrence, Value()}})));
        complete(*id);
        QVERIFY(open().isEmpty());
    }

    void reopeningTakesAnUntouchedOneBack()
    {
        for (const bool whenDone : {false, true}) {
            const auto id = plan(u"FREQ=WEEKLY"_s, whenDone);
            complete(*id);
            complete(*id, false);
            QCOMPARE(open().size(), 1);
            QCOMPARE(open().constFirst().id, *id);
            complete(*id); // and it comes again
            QCOMPARE(open().size(), 1);
            const qint64 next = open().constFirst().id;
            QVERIFY(next != *id);
            QVERIFY(m_office->store().undo().result());
            QCOMPARE(open().constFirst().id, *id);
            QVERIFY(m_office->store().redo().result());
            complete(*id, false);
            QCOMPARE(open().size(), 1);
            QVERIFY(m_office->store().commitAndWait(planDeleteActivity(read(*id), m_office->clock().now())));
            QVERIFY(m_office->problems().isEmpty());
        }
    }

    void aTouchedOneStays()
    {
        const auto id = plan(u"FREQ=WEEKLY"_s);
        complete(*id);
        const Activity next = open().constFirst();
        QVERIFY(m_office->store().commitAndWait(*planChangeActivity(m_office->schema(), next, {{u"title"_s, u"Visit"_s}})));
        complete(*id, false);
        QCOMPARE(open().size(), 2);
        complete(*id); // nothing twice
        QCOMPARE(open().size(), 1);
        QCOMPARE(open().constFirst().title, u"Visit"_s);
    }

    void manyAtOnceAreOneAct()
    {
        QList<qint64> ids;
        for (int i = 0; i < 5; ++i)
            ids << *plan(u"FREQ=WEEKLY"_s);
        ChangeSet all;
        all.kind = u"complete"_s;
        for (const qint64 id : ids)
            all.changes += planComplete(read(id)).changes;
        QVERIFY(m_office->store().commitAndWait(all));
        QCOMPARE(open().size(), 5);
        for (const Activity &activity : open())
            QVERIFY(!ids.contains(activity.id));
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(open().size(), 5);
        for (const Activity &activity : open())
            QVERIFY(ids.contains(activity.id));
    }

    void nonsenseIsRefusedWhereverItComesFrom()
    {
        QVERIFY(!plan(u"FREQ=SECONDLY"_s));
        QVERIFY(!plan(u"FREQ=DAILY;UNTIL=20250101"_s));
        QVERIFY(!plan(u"FREQ=WEEKLY"_s, false, true)); // nothing to count from
        const auto id = plan({});
        QVERIFY(id);
        const auto changes = planChangeActivity(m_office->schema(), read(*id),
                                                {{Codes::recurrence, u"FREQ=DAILY;BYSETPOS=1"_s}});
        QVERIFY(!changes);
        QCOMPARE(changes.error().where, Codes::recurrence);
        ChangeSet raw;
        raw.update(u"activity"_s, *id, {{Codes::recurrence, u"often"_s}});
        QVERIFY(!m_office->store().commitAndWait(raw));
    }

    void twoSeatsMakeOneNext()
    {
        for (const bool whenDone : {false, true}) {
            const auto id = plan(u"FREQ=WEEKLY"_s, whenDone);
            const QString file = whenDone ? u"b.kartoteka"_s : u"a.kartoteka"_s;
            const auto made = makeSeat(m_office->store(), path(file), file);
            QVERIFY(made);
            auto seat = openCopy(*m_office, file, u"computer "_s + file);
            complete(*id);
            m_office->clock().advance(whenDone ? day : 1000);
            complete(*seat, *id);
            send(*seat, m_office->store(), u"office"_s);
            send(m_office->store(), *seat, made->code);
            for (Store *store : {&m_office->store(), seat.get()}) {
                QCOMPARE(open(*store).size(), 1);
                const Result<QStringList> problems = store->maintain<QStringList>(checkDatabase).result();
                QVERIFY2(problems && problems->isEmpty(), qPrintable(problems ? problems->join(u'\n') : QString()));
            }
            QCOMPARE(open(*seat).constFirst().uid, open().constFirst().uid);
            QCOMPARE(dayOf(open(*seat).constFirst()), dayOf(open().constFirst()));
            complete(open().constFirst().id);
            QVERIFY(m_office->store().commitAndWait(planDeleteActivity(open().constFirst(), m_office->clock().now())));
        }
    }

    /// One goes on twice, the other completes the first only: later, and knowing nothing of that.
    void whatIsMadeAgainTakesNothingBack()
    {
        const auto id = plan(u"FREQ=WEEKLY"_s);
        const auto made = makeSeat(m_office->store(), path(u"c.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        auto seat = openCopy(*m_office, u"c.kartoteka"_s, u"computer c"_s);
        complete(*id);
        const Activity second = open().constFirst();
        QVERIFY(
            m_office->store().commitAndWait(*planChangeActivity(m_office->schema(), second, {{u"title"_s, u"Visit"_s}})));
        complete(second.id);
        m_office->clock().advance(day);
        complete(*seat, *id);
        send(*seat, m_office->store(), u"office"_s);
        send(m_office->store(), *seat, made->code);
        for (Store *store : {&m_office->store(), seat.get()}) {
            QCOMPARE(open(*store).size(), 1);
            QCOMPARE(open(*store).constFirst().title, u"Visit"_s);
            QCOMPARE(dayOf(open(*store).constFirst()), u"2026-03-16T12:00:00"_s);
            const auto conflicts = store->reader().connection.scalar(
                u"SELECT count(*) FROM conflict WHERE entity = 'activity' AND record <> ?"_s, {*id});
            QVERIFY2(conflicts, conflicts ? "" : qUtf8Printable(conflicts.error().detail));
            QCOMPARE(conflicts->toInt(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
