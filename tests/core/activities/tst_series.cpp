// SPDX-License-Identifier: GPL-3.0-or-later
// Activities that come again: completing one makes the next, whoever completes it.
#include "core/activities/checklist.h"
#include "core/activities/find_queries.h"
#include "core/activities/next_step.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_edit.h"
#include "core/exchange/seats.h"
#include "core/items/attachments.h"
#include "core/query/item_query.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/series_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestSeries final : public QObject
{
    Q_OBJECT

    static constexpr qint64 day = SeriesOffice::day;
    std::unique_ptr<SeriesOffice> m_office;

private slots:
    void init() { m_office = std::make_unique<SeriesOffice>(); }
    void cleanup() { m_office.reset(); }

    void completingMakesTheNext()
    {
        const auto id = m_office->plan(u"freq=weekly;byday=mo"_s);
        QVERIFY2(id, id ? "" : qUtf8Printable(id.error().message));
        QCOMPARE(m_office->read(*id).recurrence, u"FREQ=WEEKLY;BYDAY=MO"_s);
        const QStringList before = m_office->contents();
        m_office->clock().advance(3 * day); // late: the next one is on its date all the same
        m_office->complete(*id);
        QVERIFY(m_office->read(*id).done);
        QCOMPARE(m_office->open().size(), 1);
        const Activity next = m_office->open().constFirst();
        QCOMPARE(m_office->dayOf(next), u"2026-03-09T12:00:00"_s);
        QCOMPARE(next.title, u"Call"_s);
        QCOMPARE(next.description, u"About the pipes"_s);
        QCOMPARE(next.items, m_office->read(*id).items);
        QCOMPARE(next.reminders, m_office->read(*id).reminders);
        QCOMPARE(next.responsible, m_office->read(*id).responsible);
        QVERIFY(m_office->problems().isEmpty());
        // One act: taken back and made anew together.
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(m_office->contents(), before);
        QVERIFY(m_office->store().redo().result());
        QCOMPARE(m_office->open().size(), 1);
        QCOMPARE(m_office->dayOf(m_office->open().constFirst()), u"2026-03-09T12:00:00"_s);
        m_office->complete(m_office->open().constFirst().id);
        QCOMPARE(m_office->dayOf(m_office->open().constFirst()), u"2026-03-16T12:00:00"_s);
        QVERIFY(m_office->problems().isEmpty());
    }

    void whenDoneIsCountedFromTheCompletion()
    {
        const auto id = m_office->plan(u"FREQ=DAILY;INTERVAL=3"_s, true);
        QVERIFY(id);
        m_office->clock().advance(5 * day);
        m_office->complete(*id);
        QCOMPARE(m_office->dayOf(m_office->open().constFirst()), u"2026-03-10T12:00:00"_s);
    }

    void aMovedOneDoesNotMoveTheSeries()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        QVERIFY(m_office->store().commitAndWait(*planReschedule(m_office->read(*id), m_office->clock().now() + 2 * day)));
        m_office->complete(*id);
        QCOMPARE(m_office->dayOf(m_office->open().constFirst()), u"2026-03-09T12:00:00"_s);
    }

    void oneIsSkipped()
    {
        const auto skip = [this](qint64 id) {
            auto changes = m_office->skipped(id);
            return changes && m_office->store().commitAndWait(*changes);
        };
        for (const bool whenDone : {false, true}) {
            const auto id = m_office->plan(u"FREQ=WEEKLY;COUNT=3"_s, whenDone);
            const QStringList before = m_office->contents();
            QVERIFY(skip(*id));
            QCOMPARE(m_office->dayOf(m_office->read(*id)), u"2026-03-09T12:00:00"_s);
            QCOMPARE(m_office->read(*id).recurrence, u"FREQ=WEEKLY;COUNT=2"_s);
            QVERIFY(m_office->store().undo().result());
            QCOMPARE(m_office->contents(), before);
            QVERIFY(m_office->store().redo().result());
            m_office->complete(*id);
            QVERIFY(!skip(*id)); // it is done
            const Activity last = m_office->open().constFirst();
            QCOMPARE(last.recurrence, u"FREQ=WEEKLY;COUNT=1"_s);
            QVERIFY(!skip(last.id));
            m_office->complete(last.id);
        }
        QVERIFY(!skip(*m_office->plan({})));
        QVERIFY(m_office->problems().isEmpty());
    }

    /// Nobody is asked for a next step that comes by itself.
    void whatComesAgainAsksForNoNextStep()
    {
        const auto id = m_office->plan(u"FREQ=DAILY;COUNT=2"_s);
        const auto asked = [&](qint64 activity) {
            const auto step = nextStepAfter(m_office->store().reader(), activity, m_office->store().user(),
                                            m_office->clock().now());
            return step && step->has_value();
        };
        m_office->complete(*id);
        QVERIFY(!asked(*id));
        const qint64 last = m_office->open().constFirst().id;
        QVERIFY(m_office->store().commitAndWait(planComplete(m_office->read(last))));
        QVERIFY(asked(last));
    }

    void theLastOneHasNoNext()
    {
        const auto counted = m_office->plan(u"FREQ=DAILY;COUNT=2"_s);
        m_office->complete(*counted);
        QCOMPARE(m_office->open().constFirst().recurrence, u"FREQ=DAILY;COUNT=1"_s);
        m_office->complete(m_office->open().constFirst().id);
        QVERIFY(m_office->open().isEmpty());
        const auto ended = m_office->plan(u"FREQ=DAILY;UNTIL=20260302"_s);
        m_office->complete(*ended);
        QVERIFY(m_office->open().isEmpty());
    }

    void deletingEndsTheSeriesAndTakingTheRuleAwayToo()
    {
        const auto deleted = m_office->plan(u"FREQ=DAILY"_s);
        QVERIFY(m_office->store().commitAndWait(planDeleteActivity(m_office->read(*deleted), m_office->clock().now())));
        QVERIFY(m_office->open().isEmpty());
        const auto id = m_office->plan(u"FREQ=DAILY"_s);
        QVERIFY(m_office->store().commitAndWait(
            *planChangeActivity(m_office->schema(), m_office->read(*id), {{Codes::recurrence, Value()}})));
        m_office->complete(*id);
        QVERIFY(m_office->open().isEmpty());
    }

    void reopeningTakesAnUntouchedOneBack()
    {
        for (const bool whenDone : {false, true}) {
            const auto id = m_office->plan(u"FREQ=WEEKLY"_s, whenDone);
            m_office->complete(*id);
            m_office->complete(*id, false);
            QCOMPARE(m_office->open().size(), 1);
            QCOMPARE(m_office->open().constFirst().id, *id);
            m_office->complete(*id); // and it comes again
            QCOMPARE(m_office->open().size(), 1);
            const qint64 next = m_office->open().constFirst().id;
            QVERIFY(next != *id);
            QVERIFY(m_office->store().undo().result());
            QCOMPARE(m_office->open().constFirst().id, *id);
            QVERIFY(m_office->store().redo().result());
            m_office->complete(*id, false);
            QCOMPARE(m_office->open().size(), 1);
            QVERIFY(m_office->store().commitAndWait(planDeleteActivity(m_office->read(*id), m_office->clock().now())));
            QVERIFY(m_office->problems().isEmpty());
        }
    }

    void aTouchedOneStays()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        m_office->complete(*id);
        const Activity next = m_office->open().constFirst();
        QVERIFY(m_office->store().commitAndWait(*planChangeActivity(m_office->schema(), next, {{u"title"_s, u"Visit"_s}})));
        m_office->complete(*id, false);
        QCOMPARE(m_office->open().size(), 2);
        m_office->complete(*id); // nothing twice
        QCOMPARE(m_office->open().size(), 1);
        QCOMPARE(m_office->open().constFirst().title, u"Visit"_s);
    }

    void manyAtOnceAreOneAct()
    {
        QList<qint64> ids;
        for (int i = 0; i < 5; ++i)
            ids << *m_office->plan(u"FREQ=WEEKLY"_s);
        ChangeSet all;
        all.kind = u"complete"_s;
        for (const qint64 id : ids)
            all.changes += planComplete(m_office->read(id)).changes;
        QVERIFY(m_office->store().commitAndWait(all));
        QCOMPARE(m_office->open().size(), 5);
        for (const Activity &activity : m_office->open())
            QVERIFY(!ids.contains(activity.id));
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(m_office->open().size(), 5);
        for (const Activity &activity : m_office->open())
            QVERIFY(ids.contains(activity.id));
    }

    void nonsenseIsRefusedWhereverItComesFrom()
    {
        QVERIFY(!m_office->plan(u"FREQ=SECONDLY"_s));
        QVERIFY(!m_office->plan(u"FREQ=DAILY;UNTIL=20250101"_s));
        QVERIFY(!m_office->plan(u"FREQ=WEEKLY"_s, false, true)); // nothing to count from
        const auto id = m_office->plan({});
        QVERIFY(id);
        const auto changes = planChangeActivity(m_office->schema(), m_office->read(*id),
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
            const auto id = m_office->plan(u"FREQ=WEEKLY"_s, whenDone);
            const QString file = whenDone ? u"b.kartoteka"_s : u"a.kartoteka"_s;
            const auto made = makeSeat(m_office->store(), m_office->path(file), file);
            QVERIFY(made);
            auto seat = openCopy(*m_office, file, u"computer "_s + file);
            m_office->complete(*id);
            m_office->clock().advance(whenDone ? day : 1000);
            m_office->complete(*seat, *id);
            const QStringList numbers{m_office->open().constFirst().number, m_office->open(*seat).constFirst().number};
            QVERIFY(numbers[0] != numbers[1]);
            m_office->send(*seat, m_office->store(), u"office"_s);
            m_office->send(m_office->store(), *seat, made->code);
            for (Store *store : {&m_office->store(), seat.get()}) {
                QCOMPARE(m_office->open(*store).size(), 1);
                for (const QString &number : numbers) { // whichever of the two somebody wrote down
                    const auto found = findActivities(store->reader(), store->user(), number, 1);
                    QCOMPARE(found->constFirst().activity.id, m_office->open(*store).constFirst().id);
                    ItemQuery query;
                    query.typeId = store->schema()->type(u"activity"_s)->id;
                    query.search = number;
                    QVERIFY(queryIds(store->reader(), query)->contains(found->constFirst().activity.id));
                }
                const Result<QStringList> problems = store->maintain<QStringList>(checkDatabase).result();
                QVERIFY2(problems && problems->isEmpty(), qPrintable(problems ? problems->join(u'\n') : QString()));
            }
            QCOMPARE(m_office->open(*seat).constFirst().uid, m_office->open().constFirst().uid);
            QCOMPARE(m_office->dayOf(m_office->open(*seat).constFirst()), m_office->dayOf(m_office->open().constFirst()));
            m_office->complete(m_office->open().constFirst().id);
            QVERIFY(
                m_office->store().commitAndWait(planDeleteActivity(m_office->open().constFirst(), m_office->clock().now())));
        }
    }

    /// Whoever skipped it did not know that it was done: it was done on its day, and goes on with one.
    void oneDoneHereAndSkippedThere()
    {
        for (const bool skipsLater : {false, true}) {
            const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
            const QString file = skipsLater ? u"e.kartoteka"_s : u"d.kartoteka"_s;
            const auto made = makeSeat(m_office->store(), m_office->path(file), file);
            QVERIFY(made);
            auto seat = openCopy(*m_office, file, u"computer "_s + file);
            const auto skips = [&] { return bool(m_office->store().commitAndWait(*m_office->skipped(*id))); };
            QVERIFY(skipsLater || skips());
            m_office->clock().advance(1000);
            m_office->complete(*seat, *id);
            m_office->clock().advance(1000);
            QVERIFY(!skipsLater || skips());
            m_office->send(*seat, m_office->store(), u"office"_s);
            m_office->send(m_office->store(), *seat, made->code);
            for (Store *store : {&m_office->store(), seat.get()}) {
                const Activity done = SeriesOffice::read(*store, *id);
                QVERIFY(done.done);
                QCOMPARE(m_office->dayOf(done), m_office->dayOf(m_office->read(*id)));
                QCOMPARE(m_office->dayOf(done).left(10), u"2026-03-02"_s);
                QCOMPARE(done.occurrence.left(10), u"2026-03-02"_s);
                QCOMPARE(m_office->open(*store).size(), 1);
                QCOMPARE(m_office->dayOf(m_office->open(*store).constFirst()).left(10), u"2026-03-09"_s);
                const auto conflicts = store->reader().connection.scalar(u"SELECT count(*) FROM conflict"_s);
                QCOMPARE(conflicts->toInt(), 0);
            }
            QCOMPARE(m_office->open(*seat).constFirst().uid, m_office->open().constFirst().uid);
            QVERIFY(
                m_office->store().commitAndWait(planDeleteActivity(m_office->open().constFirst(), m_office->clock().now())));
        }
    }

    /// One goes on twice, the other completes the first only: later, and knowing nothing of that.
    void whatIsMadeAgainTakesNothingBack()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        const auto made = makeSeat(m_office->store(), m_office->path(u"c.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        auto seat = openCopy(*m_office, u"c.kartoteka"_s, u"computer c"_s);
        m_office->complete(*id);
        const Activity second = m_office->open().constFirst();
        QVERIFY(
            m_office->store().commitAndWait(*planChangeActivity(m_office->schema(), second, {{u"title"_s, u"Visit"_s}})));
        m_office->complete(second.id);
        m_office->clock().advance(day);
        m_office->complete(*seat, *id);
        m_office->send(*seat, m_office->store(), u"office"_s);
        m_office->send(m_office->store(), *seat, made->code);
        for (Store *store : {&m_office->store(), seat.get()}) {
            QCOMPARE(m_office->open(*store).size(), 1);
            QCOMPARE(m_office->open(*store).constFirst().title, u"Visit"_s);
            QCOMPARE(m_office->dayOf(m_office->open(*store).constFirst()), u"2026-03-16T12:00:00"_s);
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
            auto changes = planSeriesChange(m_office->store().reader(), m_office->read(id), values, scope);
            QVERIFY2(changes, changes ? "" : qUtf8Printable(changes.error().message));
            QVERIFY(m_office->store().commitAndWait(*changes));
        };
        const auto first = m_office->plan(u"FREQ=WEEKLY;BYDAY=MO"_s);
        m_office->complete(*first);
        const qint64 second = m_office->open().constFirst().id;
        const QStringList before = m_office->contents();
        change(second, {{Codes::title, u"Visit"_s}}, SeriesScope::This);
        QCOMPARE(m_office->open().size(), 2);
        QCOMPARE(m_office->read(second).title, u"Visit"_s);
        QVERIFY(m_office->read(second).recurrence.isEmpty());
        QCOMPARE(m_office->open().constLast().title, u"Call"_s);
        QCOMPARE(m_office->dayOf(m_office->open().constLast()), u"2026-03-16T12:00:00"_s);
        m_office->complete(second);
        QCOMPARE(m_office->open().size(), 1); // it stands already
        m_office->complete(second, false);
        m_office->complete(*first, false);
        m_office->complete(*first); // steps over the one that is on its own
        QCOMPARE(m_office->open().size(), 2);
        while (m_office->contents() != before)
            QVERIFY(m_office->store().undo().result());
        change(second, {{Codes::deadline, m_office->read(second).deadline.toLongLong() + day}}, SeriesScope::Following);
        QCOMPARE(m_office->open().size(), 1);
        QCOMPARE(m_office->read(second).recurrence, u"FREQ=WEEKLY;BYDAY=TU"_s);
        m_office->complete(second);
        const qint64 third = m_office->open().constFirst().id;
        QCOMPARE(m_office->dayOf(m_office->read(third)), u"2026-03-17T12:00:00"_s);
        change(third, {{Codes::title, u"Visit"_s}, {u"done"_s, true}}, SeriesScope::All);
        QCOMPARE(m_office->read(second).title, u"Visit"_s);
        QCOMPARE(m_office->read(*first).title, u"Call"_s); // of the series before
        QCOMPARE(m_office->open().constFirst().title, u"Visit"_s);
        QVERIFY(m_office->problems().isEmpty());
    }

    /// The series goes on with the one that is open: a change of what is done would end it without a word.
    void whatIsDoneIsNotTheBeginningOfTheFollowing()
    {
        const auto id = m_office->plan(u"FREQ=DAILY"_s);
        m_office->complete(*id);
        const Activity first = m_office->read(*id);
        const auto change = [&](const QHash<QString, Value> &values, SeriesScope scope) {
            return planSeriesChange(m_office->store().reader(), first, values, scope);
        };
        const Value later = first.deadline.toLongLong() + 3'600'000;
        QVERIFY(!change({{Codes::title, u"Visit"_s}}, SeriesScope::Following));
        for (const SeriesScope scope : {SeriesScope::Following, SeriesScope::All})
            QVERIFY(!change({{Codes::deadline, later}}, scope));
        for (const SeriesScope scope : {SeriesScope::This, SeriesScope::Following, SeriesScope::All})
            QVERIFY(!change({{Codes::recurrence, u"FREQ=WEEKLY"_s}}, scope));
        QVERIFY(change({{Codes::title, u"Visit"_s}}, SeriesScope::All));
        QVERIFY(change({{Codes::deadline, later}}, SeriesScope::This));
        QVERIFY(change({{Codes::deadline, later}, {u"done"_s, false}}, SeriesScope::Following));
    }

    void aDeletionIsForOneTheFollowingOrAll()
    {
        const auto remove = [this](qint64 id, SeriesScope scope) {
            auto changes = planSeriesDelete(m_office->store().reader(), m_office->read(id), scope);
            return changes && m_office->store().commitAndWait(*changes);
        };
        const auto first = m_office->plan(u"FREQ=WEEKLY"_s);
        m_office->complete(*first);
        const qint64 second = m_office->open().constFirst().id;
        QVERIFY(remove(second, SeriesScope::This));
        QCOMPARE(m_office->open().size(), 1);
        QCOMPARE(m_office->dayOf(m_office->open().constFirst()), u"2026-03-16T12:00:00"_s);
        QVERIFY(m_office->store().undo().result());
        QVERIFY(remove(second, SeriesScope::Following));
        QVERIFY(m_office->open().isEmpty());
        m_office->complete(*first, false);
        m_office->complete(*first);
        QVERIFY(m_office->open().isEmpty()); // it has ended
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_office->store().undo().result());
        QVERIFY(remove(second, SeriesScope::All));
        QVERIFY(m_office->read(*first).title.isEmpty());
        QVERIFY(m_office->problems().isEmpty());
    }

    void whatWasSkippedIsNotTakenBack()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        m_office->complete(*id);
        const qint64 next = m_office->open().constFirst().id;
        QVERIFY(m_office->store().commitAndWait(*m_office->skipped(next)));
        m_office->complete(*id, false);
        QCOMPARE(m_office->open().size(), 2);
        m_office->complete(*id); // and none is made in the place of what was skipped
        QCOMPARE(m_office->open().size(), 1);
        QCOMPARE(m_office->dayOf(m_office->open().constFirst()), u"2026-03-16T12:00:00"_s);
    }

    void aSkipNeverGoesBackAndMayGoToToday()
    {
        const auto moved = m_office->plan(u"FREQ=WEEKLY"_s);
        QVERIFY(
            m_office->store().commitAndWait(*planReschedule(m_office->read(*moved), m_office->clock().now() + 10 * day)));
        QVERIFY(m_office->store().commitAndWait(*m_office->skipped(*moved)));
        QCOMPARE(m_office->dayOf(m_office->read(*moved)), u"2026-03-16T12:00:00"_s);
        const auto late = m_office->plan(u"FREQ=DAILY;COUNT=50"_s);
        m_office->clock().advance(20 * day);
        QVERIFY(m_office->store().commitAndWait(*m_office->skipped(*late, SkipTo::Today)));
        QCOMPARE(m_office->dayOf(m_office->read(*late)), u"2026-03-22T12:00:00"_s);
        QCOMPARE(m_office->read(*late).recurrence, u"FREQ=DAILY;COUNT=30"_s);
        QVERIFY(!m_office->skipped(*late, SkipTo::Today)); // it stands there
    }

    /// One that went back to a time before those that are done goes on after them.
    void whatWasDoneIsSteppedOver()
    {
        const auto first = m_office->plan(u"FREQ=WEEKLY"_s);
        const Value begin = m_office->read(*first).deadline;
        m_office->complete(*first);
        m_office->complete(m_office->open().constFirst().id);
        const qint64 third = m_office->open().constFirst().id;
        QVERIFY(m_office->store().commitAndWait(
            *planChangeActivity(m_office->schema(), m_office->read(third),
                                {{Codes::deadline, begin}, {Codes::recurrence, u"FREQ=WEEKLY;COUNT=9"_s}})));
        m_office->complete(third);
        QCOMPARE(m_office->open().size(), 1);
        QCOMPARE(m_office->dayOf(m_office->open().constFirst()), u"2026-03-23T12:00:00"_s);
        QCOMPARE(m_office->open().constFirst().recurrence, u"FREQ=WEEKLY;COUNT=6"_s);
    }

    /// It is ten o'clock where the series was made, whoever completes it wherever.
    void aSeriesIsCountedInItsZone()
    {
        ActivityDraft draft;
        draft.items = {{m_office->typeId(u"lead"_s), m_office->lead(), {}}};
        draft.deadline = QDateTime({2026, 3, 28}, {10, 0}, QTimeZone("Europe/Berlin")).toMSecsSinceEpoch();
        draft.recurrence = u"FREQ=DAILY"_s;
        draft.more = {{Codes::timeZone, u"Europe/Berlin"_s}, {Codes::start, draft.deadline}};
        const ChangeSet changes = planActivity(m_office->schema(), draft);
        const auto made = m_office->store().commitAndWait(changes);
        QVERIFY(made);
        const Activity first = m_office->read(made->created.value(changes.changes.constFirst().uid));
        QCOMPARE(first.occurrence, u"2026-03-28T10:00:00"_s);
        m_office->complete(first.id);
        constexpr qint64 shortDay = 23 * 3'600'000;
        QCOMPARE(m_office->open().constFirst().deadline.toLongLong(), first.deadline.toLongLong() + shortDay);
        QCOMPARE(m_office->open().constFirst().details.start.toLongLong(), first.details.start.toLongLong() + shortDay);
    }

    /// What is attached to an activity goes to the other seats with it, and is its own: the next one begins without.
    void filesTravelWithTheirActivity()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        const auto made = makeSeat(m_office->store(), m_office->path(u"f.kartoteka"_s), u"Files"_s);
        QVERIFY(made);
        auto seat = openCopy(*m_office, u"f.kartoteka"_s, u"computer f"_s);
        const auto attached = planAttach({m_office->typeId(u"activity"_s), *id, {}}, QStringLiteral(__FILE__));
        QVERIFY2(attached, attached ? "" : qUtf8Printable(attached.error().message));
        QVERIFY(m_office->store().commitAndWait(*attached));
        m_office->send(m_office->store(), *seat, made->code);
        const auto files = [this](Store &store, qint64 activity) {
            const auto found = readAttachments(store.reader(), {m_office->typeId(u"activity"_s), activity, {}});
            return found ? found->size() : -1;
        };
        QCOMPARE(files(*seat, *id), 1);
        m_office->complete(*id);
        QCOMPARE(files(m_office->store(), m_office->open().constFirst().id), 0);
        QVERIFY(m_office->problems().isEmpty());
    }

    /// Steps come again undone, the same on every seat.
    void stepsComeAgain()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        ChangeSet steps;
        steps.changes = planChecklist(*id, {}, {{0, {}, u"Ask"_s, true, 0}, {0, {}, u"Note"_s, false, 0}},
                                      m_office->clock().now());
        QVERIFY(m_office->store().commitAndWait(steps));
        m_office->complete(*id);
        const auto next = readChecklist(m_office->store().reader(), m_office->open().constFirst().id);
        QVERIFY(next);
        QCOMPARE(next->size(), 2);
        QCOMPARE(next->constFirst().text, u"Ask"_s);
        QVERIFY(!next->constFirst().done);
        QCOMPARE(m_office->open().constFirst().details.steps, 2);
    }
};

KARTOTEKA_TEST(tst_series, TestSeries)
#include "tst_series.moc"
