// SPDX-License-Identifier: GPL-3.0-or-later
// Activities that come again: completing one makes the next, whoever completes it.
#include "core/activities/activity_queries.h"
#include "core/activities/checklist.h"
#include "core/activities/next_step.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_edit.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
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
    Result<ChangeSet> skipped(qint64 id, SkipTo to = SkipTo::Next)
    {
        auto item = readItem(m_office->store().reader(), {m_office->typeId(u"activity"_s), id, {}});
        return item ? planSkip(m_office->store().reader(), *item, to) : Result<ChangeSet>(item.error());
    }
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
            auto changes = skipped(id);
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
        QVERIFY(!asked(*id));
        const qint64 last = open().constFirst().id;
        QVERIFY(m_office->store().commitAndWait(planComplete(read(last))));
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

    /// One alone goes on by itself; the following take the change over; all have it, what was done included.
    void aChangeIsForOneTheFollowingOrAll()
    {
        const auto change = [this](qint64 id, const QHash<QString, Value> &values, SeriesScope scope) {
            auto changes = planSeriesChange(m_office->store().reader(), read(id), values, scope);
            QVERIFY2(changes, changes ? "" : qUtf8Printable(changes.error().message));
            QVERIFY(m_office->store().commitAndWait(*changes));
        };
        const auto first = plan(u"FREQ=WEEKLY;BYDAY=MO"_s);
        complete(*first);
        const qint64 second = open().constFirst().id;
        const QStringList before = m_office->contents();
        change(second, {{Codes::title, u"Visit"_s}}, SeriesScope::This);
        QCOMPARE(open().size(), 2);
        QCOMPARE(read(second).title, u"Visit"_s);
        QVERIFY(read(second).recurrence.isEmpty());
        QCOMPARE(open().constLast().title, u"Call"_s);
        QCOMPARE(dayOf(open().constLast()), u"2026-03-16T12:00:00"_s);
        complete(second);
        QCOMPARE(open().size(), 1); // it stands already
        complete(second, false);
        complete(*first, false);
        complete(*first); // steps over the one that is on its own
        QCOMPARE(open().size(), 2);
        while (m_office->contents() != before)
            QVERIFY(m_office->store().undo().result());
        change(second, {{Codes::deadline, read(second).deadline.toLongLong() + day}}, SeriesScope::Following);
        QCOMPARE(open().size(), 1);
        QCOMPARE(read(second).recurrence, u"FREQ=WEEKLY;BYDAY=TU"_s);
        complete(second);
        const qint64 third = open().constFirst().id;
        QCOMPARE(dayOf(read(third)), u"2026-03-17T12:00:00"_s);
        change(third, {{Codes::title, u"Visit"_s}, {u"done"_s, true}}, SeriesScope::All);
        QCOMPARE(read(second).title, u"Visit"_s);
        QCOMPARE(read(*first).title, u"Call"_s); // of the series before
        QCOMPARE(open().constFirst().title, u"Visit"_s);
        QVERIFY(m_office->problems().isEmpty());
    }

    void aDeletionIsForOneTheFollowingOrAll()
    {
        const auto remove = [this](qint64 id, SeriesScope scope) {
            auto changes = planSeriesDelete(m_office->store().reader(), read(id), scope);
            return changes && m_office->store().commitAndWait(*changes);
        };
        const auto first = plan(u"FREQ=WEEKLY"_s);
        complete(*first);
        const qint64 second = open().constFirst().id;
        QVERIFY(remove(second, SeriesScope::This));
        QCOMPARE(open().size(), 1);
        QCOMPARE(dayOf(open().constFirst()), u"2026-03-16T12:00:00"_s);
        QVERIFY(m_office->store().undo().result());
        QVERIFY(remove(second, SeriesScope::Following));
        QVERIFY(open().isEmpty());
        complete(*first, false);
        complete(*first);
        QVERIFY(open().isEmpty()); // it has ended
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_office->store().undo().result());
        QVERIFY(remove(second, SeriesScope::All));
        QVERIFY(read(*first).title.isEmpty());
        QVERIFY(m_office->problems().isEmpty());
    }

    void whatWasSkippedIsNotTakenBack()
    {
        const auto id = plan(u"FREQ=WEEKLY"_s);
        complete(*id);
        const qint64 next = open().constFirst().id;
        QVERIFY(m_office->store().commitAndWait(*skipped(next)));
        complete(*id, false);
        QCOMPARE(open().size(), 2);
        complete(*id); // and none is made in the place of what was skipped
        QCOMPARE(open().size(), 1);
        QCOMPARE(dayOf(open().constFirst()), u"2026-03-16T12:00:00"_s);
    }

    void aSkipNeverGoesBackAndMayGoToToday()
    {
        const auto moved = plan(u"FREQ=WEEKLY"_s);
        QVERIFY(m_office->store().commitAndWait(*planReschedule(read(*moved), m_office->clock().now() + 10 * day)));
        QVERIFY(m_office->store().commitAndWait(*skipped(*moved)));
        QCOMPARE(dayOf(read(*moved)), u"2026-03-16T12:00:00"_s);
        const auto late = plan(u"FREQ=DAILY;COUNT=50"_s);
        m_office->clock().advance(20 * day);
        QVERIFY(m_office->store().commitAndWait(*skipped(*late, SkipTo::Today)));
        QCOMPARE(dayOf(read(*late)), u"2026-03-22T12:00:00"_s);
        QCOMPARE(read(*late).recurrence, u"FREQ=DAILY;COUNT=30"_s);
        QVERIFY(!skipped(*late, SkipTo::Today)); // it stands there
    }

    /// One that went back to a time before those that are done goes on after them.
    void whatWasDoneIsSteppedOver()
    {
        const auto first = plan(u"FREQ=WEEKLY"_s);
        const Value begin = read(*first).deadline;
        complete(*first);
        complete(open().constFirst().id);
        const qint64 third = open().constFirst().id;
        QVERIFY(m_office->store().commitAndWait(*planChangeActivity(
            m_office->schema(), read(third), {{Codes::deadline, begin}, {Codes::recurrence, u"FREQ=WEEKLY;COUNT=9"_s}})));
        complete(third);
        QCOMPARE(open().size(), 1);
        QCOMPARE(dayOf(open().constFirst()), u"2026-03-23T12:00:00"_s);
        QCOMPARE(open().constFirst().recurrence, u"FREQ=WEEKLY;COUNT=6"_s);
    }

    /// It is ten o'clock where the series was made, whoever completes it wherever.
    void aSeriesIsCountedInItsZone()
    {
        ActivityDraft draft;
        draft.items = {{m_office->typeId(u"lead"_s), m_lead, {}}};
        draft.deadline = QDateTime({2026, 3, 28}, {10, 0}, QTimeZone("Europe/Berlin")).toMSecsSinceEpoch();
        draft.recurrence = u"FREQ=DAILY"_s;
        draft.more = {{Codes::timeZone, u"Europe/Berlin"_s}, {Codes::start, draft.deadline}};
        const ChangeSet changes = planActivity(m_office->schema(), draft);
        const auto made = m_office->store().commitAndWait(changes);
        QVERIFY(made);
        const Activity first = read(made->created.value(changes.changes.constFirst().uid));
        QCOMPARE(first.occurrence, u"2026-03-28T10:00:00"_s);
        complete(first.id);
        constexpr qint64 shortDay = 23 * 3'600'000;
        QCOMPARE(open().constFirst().deadline.toLongLong(), first.deadline.toLongLong() + shortDay);
        QCOMPARE(open().constFirst().details.start.toLongLong(), first.details.start.toLongLong() + shortDay);
    }

    /// Steps come again undone, the same on every seat.
    void stepsComeAgain()
    {
        const auto id = plan(u"FREQ=WEEKLY"_s);
        ChangeSet steps;
        steps.changes = planChecklist(*id, {}, {{0, {}, u"Ask"_s, true, 0}, {0, {}, u"Note"_s, false, 0}},
                                      m_office->clock().now());
        QVERIFY(m_office->store().commitAndWait(steps));
        complete(*id);
        const auto next = readChecklist(m_office->store().reader(), open().constFirst().id);
        QVERIFY(next);
        QCOMPARE(next->size(), 2);
        QCOMPARE(next->constFirst().text, u"Ask"_s);
        QVERIFY(!next->constFirst().done);
        QCOMPARE(open().constFirst().details.steps, 2);
    }

    /// The office ends a series that a seat, not knowing, goes on with: it goes on no further than that.
    void anEndedSeriesComesBackNoMore()
    {
        const auto id = plan(u"FREQ=WEEKLY"_s);
        const auto made = makeSeat(m_office->store(), path(u"d.kartoteka"_s), u"Olga"_s);
        QVERIFY(made);
        auto seat = openCopy(*m_office, u"d.kartoteka"_s, u"computer d"_s);
        QVERIFY(m_office->store().commitAndWait(planDeleteActivity(read(*id), m_office->clock().now())));
        complete(*seat, *id);
        send(*seat, m_office->store(), u"office"_s);
        send(m_office->store(), *seat, made->code);
        for (Store *store : {&m_office->store(), seat.get()}) {
            const QList<Activity> left = open(*store);
            QCOMPARE(left.size(), 1);
            complete(*store, left.constFirst().id);
            QVERIFY(open(*store).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
