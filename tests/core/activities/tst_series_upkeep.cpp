// SPDX-License-Identifier: GPL-3.0-or-later
// What comes again by its dates comes on them, whatever became of the one before.
#include "core/activities/recurrence.h"
#include "core/activities/series_ahead.h"
#include "core/activities/series_upkeep.h"
#include "core/exchange/seats.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/store/commit/take_back.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/series_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestSeriesUpkeep final : public QObject
{
    Q_OBJECT

    static constexpr qint64 hour = 3'600'000;
    static constexpr qint64 day = SeriesOffice::day;
    std::unique_ptr<SeriesOffice> m_office;

    void keepUp() { QVERIFY(keepUpSeries(m_office->store())); }
    QStringList openDays()
    {
        QStringList days;
        for (const Activity &activity : m_office->open())
            days << m_office->dayOf(activity).left(10);
        return days;
    }
    std::optional<qint64> nextAt()
    {
        const auto upkeep = planSeriesUpkeep(m_office->store().reader(), m_office->clock().now());
        return upkeep && upkeep->changes.isEmpty() ? upkeep->nextAt : std::optional<qint64>(-1);
    }
    void commit(const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qUtf8Printable(changes.error().message));
        QVERIFY(m_office->store().commitAndWait(*changes));
    }

private slots:
    void init() { m_office = std::make_unique<SeriesOffice>(); }
    void cleanup() { m_office.reset(); }

    /// Also while the one before is open; once, with its day.
    void theNextOneComesOnItsDate()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        QCOMPARE(*nextAt(), m_office->clock().now() + 7 * day - 12 * hour);
        keepUp();
        QCOMPARE(openDays(), QStringList{u"2026-03-02"_s});
        m_office->clock().advance(6 * day + 13 * hour); // Monday, one o'clock at night
        keepUp();
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-02"_s, u"2026-03-09"_s}));
        const Activity next = m_office->open().constLast();
        QCOMPARE(next.title, u"Call"_s);
        QCOMPARE(next.recurrence, u"FREQ=WEEKLY"_s);
        QCOMPARE(next.responsible, m_office->read(*id).responsible);
        QCOMPARE(*nextAt(), next.deadline.toLongLong() + 7 * day - 12 * hour);
        m_office->complete(*id); // it stands already
        QCOMPARE(openDays(), QStringList{u"2026-03-09"_s});
        m_office->complete(*id, false); // and stands for itself
        QCOMPARE(m_office->open().size(), 2);
        m_office->complete(next.id);
        QCOMPARE(openDays(), (QStringList{u"2026-03-02"_s, u"2026-03-16"_s}));
        m_office->complete(*id);
        QCOMPARE(openDays(), QStringList{u"2026-03-16"_s});
        QVERIFY(m_office->problems().isEmpty());
    }

    /// With the act that began it: what it has made by itself goes too, and nothing comes any more.
    void aSeriesIsTakenBackWhole()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        const auto both = QStringList{u"2026-03-02"_s, u"2026-03-09"_s};
        m_office->clock().advance(7 * day);
        keepUp();
        QCOMPARE(openDays(), both);
        for (int turn = 0; turn < 2; ++turn) {
            QVERIFY(m_office->store().undo().result());
            keepUp();
            QVERIFY(m_office->open().isEmpty());
            QCOMPARE(nextAt(), std::optional<qint64>());
            QVERIFY(m_office->store().redo().result());
            QCOMPARE(openDays(), both);
        }
        m_office->clock().advance(7 * day);
        keepUp();
        QCOMPARE(openDays(), both + QStringList{u"2026-03-16"_s});
        QVERIFY(m_office->problems().isEmpty());
        // Out of turn as well, and what somebody has changed since stays, the last of its series.
        const Activity second = m_office->open().at(1);
        commit(planChangeActivity(m_office->schema(), second, {{u"title"_s, u"Visit"_s}}));
        const auto acts = m_office->store().reader().connection.scalar(u"SELECT min(id) FROM act WHERE kind = 'plan'"_s);
        const auto back = planTakeBack(m_office->store().reader(), {acts->toLongLong()});
        commit(back);
        keepUp();
        QCOMPARE(openDays(), QStringList{u"2026-03-09"_s});
        QVERIFY(m_office->problems().isEmpty());
    }

    /// An activity that was there before, and got a rule: it is as it was.
    void aRuleIsTakenBackWithWhatItMade()
    {
        const auto id = m_office->plan({});
        commit(planChangeActivity(m_office->schema(), m_office->read(*id), {{Codes::recurrence, u"FREQ=WEEKLY"_s}}));
        m_office->clock().advance(7 * day);
        keepUp();
        QCOMPARE(m_office->open().size(), 2);
        QVERIFY(m_office->store().undo().result());
        keepUp();
        QCOMPARE(openDays(), QStringList{u"2026-03-02"_s});
        QVERIFY(m_office->open().constFirst().recurrence.isEmpty());
        // This and following on Tuesday, taken back: Monday again.
        commit(planChangeActivity(m_office->schema(), m_office->read(*id), {{Codes::recurrence, u"FREQ=WEEKLY"_s}}));
        const Activity first = m_office->read(*id);
        commit(planSeriesChange(m_office->store().reader(), first, {{Codes::deadline, first.deadline.toLongLong() + day}},
                                SeriesScope::Following));
        keepUp();
        QCOMPARE(openDays(), QStringList{u"2026-03-03"_s});
        m_office->clock().advance(2 * day);
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-03"_s, u"2026-03-10"_s}));
        QVERIFY(m_office->store().undo().result());
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-02"_s, u"2026-03-09"_s}));
        QVERIFY(m_office->problems().isEmpty());
    }

    /// One of which people are reminded a day ahead is there by then.
    void itIsThereToRemindOf()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        commit(planChangeActivity(m_office->schema(), m_office->read(*id), {{u"reminders"_s, u"0,2880"_s}}));
        QCOMPARE(*nextAt(), m_office->clock().now() + 5 * day);
    }

    void whatIsCountedFromItsCompletionWaits()
    {
        QVERIFY(m_office->plan(u"FREQ=DAILY"_s, true));
        m_office->clock().advance(20 * day);
        QVERIFY(!nextAt());
        keepUp();
        QCOMPARE(m_office->open().size(), 1);
    }

    void theCountIsKept()
    {
        QVERIFY(m_office->plan(u"FREQ=DAILY;COUNT=4"_s));
        m_office->clock().advance(20 * day);
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-02"_s, u"2026-03-03"_s, u"2026-03-04"_s, u"2026-03-05"_s}));
        QCOMPARE(m_office->open().constLast().recurrence, u"FREQ=DAILY;COUNT=1"_s);
    }

    /// What nobody did for a year is a month of it.
    void theOldestOfTooManyAreSkipped()
    {
        QVERIFY(m_office->plan(u"FREQ=DAILY"_s));
        m_office->clock().advance(365 * day);
        keepUp();
        const QStringList days = openDays();
        QCOMPARE(days.size(), mostOpenOfSeries);
        QCOMPARE(days.constFirst(), u"2027-02-01"_s);
        QCOMPARE(days.constLast(), u"2027-03-02"_s);
        m_office->clock().advance(day);
        keepUp();
        QCOMPARE(openDays().size(), mostOpenOfSeries);
        QCOMPARE(openDays().constLast(), u"2027-03-03"_s);
        QCOMPARE(m_office->read(m_office->open().constFirst().id).recurrence, u"FREQ=DAILY"_s); // it goes on
        QVERIFY(m_office->problems().isEmpty());
    }

    /// One act for what was clicked through one by one.
    void aSkipToTodayLeavesOne()
    {
        const auto id = m_office->plan(u"FREQ=DAILY"_s);
        m_office->clock().advance(5 * day);
        keepUp();
        QCOMPARE(m_office->open().size(), 6);
        commit(m_office->skipped(*id, SkipTo::Today));
        QCOMPARE(openDays(), QStringList{u"2026-03-07"_s});
        m_office->clock().advance(day);
        keepUp(); // what was skipped is no end, and does not come back
        QCOMPARE(openDays(), (QStringList{u"2026-03-07"_s, u"2026-03-08"_s}));
        commit(m_office->skipped(m_office->open().constFirst().id)); // a later one stands for it
        QCOMPARE(openDays(), QStringList{u"2026-03-08"_s});
        m_office->clock().advance(2 * day);
        commit(m_office->skipped(m_office->open().constFirst().id, SkipTo::Today));
        QCOMPARE(openDays(), QStringList{u"2026-03-10"_s});
        QVERIFY(m_office->problems().isEmpty());
    }

    void deletingOneOfSeveralIsNoEnd()
    {
        const auto id = m_office->plan(u"FREQ=DAILY"_s);
        m_office->clock().advance(day);
        keepUp();
        commit(planDeleteActivity(m_office->read(*id), m_office->clock().now()));
        m_office->clock().advance(day);
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-03"_s, u"2026-03-04"_s}));
        const Activity first = m_office->open().constFirst();
        commit(planSeriesDelete(m_office->store().reader(), first, SeriesScope::Following));
        m_office->clock().advance(day);
        keepUp();
        QVERIFY(m_office->open().isEmpty());
    }

    /// Those that came meanwhile are of the new rule.
    void aChangeOfTheFollowingIsForThoseThatCameToo()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY;BYDAY=MO"_s);
        m_office->clock().advance(8 * day); // Tuesday
        keepUp();
        QCOMPARE(m_office->open().size(), 2);
        const Activity first = m_office->read(*id);
        commit(planSeriesChange(m_office->store().reader(), first, {{Codes::deadline, first.deadline.toLongLong() + day}},
                                SeriesScope::Following));
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-03"_s, u"2026-03-10"_s}));
        QVERIFY(m_office->problems().isEmpty());
    }

    /// What will follow is changed before it is made: the series passes over its moment, whoever moves it and wherever.
    void oneAheadIsMovedByItself()
    {
        const auto id = m_office->plan(u"FREQ=DAILY"_s);
        const qint64 third = m_office->read(*id).deadline.toLongLong() + 2 * day;
        const auto moved = [&](qint64 by) {
            return planChangeAhead(m_office->store().reader(), *id, occurrenceCode(wallOf(third)),
                                   {{Codes::deadline, third + by}}, SeriesScope::This);
        };
        commit(moved(hour));
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(openDays(), QStringList{u"2026-03-02"_s});
        commit(moved(2 * hour));
        m_office->clock().advance(3 * day);
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-02"_s, u"2026-03-03"_s, u"2026-03-04"_s, u"2026-03-05"_s}));
        const Activity alone = m_office->open().at(2);
        QCOMPARE(alone.deadline, Value(third + 2 * hour));
        QVERIFY(alone.series.isEmpty() && alone.recurrence.isEmpty());
        QVERIFY(!moved(hour)); // it is there now
        m_office->complete(m_office->open().at(1).id);
        commit(planDeleteActivity(alone, m_office->clock().now()));
        keepUp();
        QCOMPARE(openDays(), (QStringList{u"2026-03-02"_s, u"2026-03-05"_s}));
        QVERIFY(m_office->problems().isEmpty());
    }

    void aChangeAheadMayBeForTheFollowingOrAll()
    {
        const auto id = m_office->plan(u"FREQ=DAILY;COUNT=5"_s);
        const qint64 first = m_office->read(*id).deadline.toLongLong();
        const auto change = [&](int days, const QHash<QString, Value> &values, SeriesScope scope) {
            commit(
                planChangeAhead(m_office->store().reader(), *id, occurrenceCode(wallOf(first + days * day)), values, scope));
        };
        change(2, {{Codes::deadline, first + 2 * day + hour}, {Codes::title, u"Later"_s}}, SeriesScope::Following);
        m_office->clock().advance(10 * day);
        keepUp();
        QList<Activity> open = m_office->open();
        QCOMPARE(open.size(), 5);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(open[i].deadline, Value(first + i * day + (i < 2 ? 0 : hour)));
            QCOMPARE(open[i].title, i < 2 ? u"Call"_s : u"Later"_s);
        }
        QVERIFY(m_office->problems().isEmpty());

        m_office = std::make_unique<SeriesOffice>();
        QCOMPARE(*m_office->plan(u"FREQ=DAILY;COUNT=5"_s), *id);
        change(2, {{Codes::deadline, first + 2 * day + hour}}, SeriesScope::All);
        QCOMPARE(m_office->open().constFirst().deadline, Value(first + hour));
        m_office->clock().advance(10 * day);
        keepUp();
        open = m_office->open();
        QCOMPARE(open.size(), 5);
        QCOMPARE(open.constLast().deadline, Value(first + 4 * day + hour));
    }

    void oneAheadIsDeletedAloneWithTheFollowingOrWithAll()
    {
        for (const auto &[scope, left] :
             {std::pair{SeriesScope::This, QStringList{u"2026-03-02"_s, u"2026-03-04"_s}},
              std::pair{SeriesScope::Following, QStringList{u"2026-03-02"_s}}, std::pair{SeriesScope::All, QStringList()}}) {
            m_office = std::make_unique<SeriesOffice>();
            const auto id = m_office->plan(u"FREQ=DAILY"_s);
            const QString second = occurrenceCode(wallOf(m_office->read(*id).deadline.toLongLong() + day));
            commit(planDeleteAhead(m_office->store().reader(), *id, second, scope));
            QVERIFY(!planDeleteAhead(m_office->store().reader(), *id,
                                     occurrenceCode(QDateTime(QDate(2026, 3, 3), QTime(3, 33), Qt::UTC)), scope));
            m_office->clock().advance(2 * day);
            keepUp();
            QCOMPARE(openDays(), left);
            QVERIFY(m_office->problems().isEmpty());
        }
    }

    /// What another seat completes before it hears of the new rule is done, and the new rule goes on; the old one does not.
    void oneDoneElsewhereIsFollowedByTheNewRule_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("made");
        for (const QString &column : {Codes::deadline, Codes::recurrence}) {
            for (const int made : {0, 2})
                QTest::addRow("%s %d", qPrintable(column), made) << column << made;
        }
    }
    void oneDoneElsewhereIsFollowedByTheNewRule()
    {
        QFETCH(QString, column);
        QFETCH(int, made);
        const auto id = m_office->plan(u"FREQ=DAILY"_s);
        m_office->clock().advance(made * day);
        keepUp();
        const QList<Activity> open = m_office->open();
        const Activity changed = open[made / 2];
        const auto seat = makeSeat(m_office->store(), m_office->path(u"a.kartoteka"_s), u"Anna"_s);
        QVERIFY(seat);
        auto other = openCopy(*m_office, u"a.kartoteka"_s, u"computer a"_s);
        m_office->complete(changed.id);
        m_office->clock().advance(1000);
        const Value value = column == Codes::deadline ? Value(changed.deadline.toLongLong() + 3 * hour)
                                                      : Value(u"FREQ=WEEKLY"_s);
        const auto following = planSeriesChange(other->reader(), m_office->read(*other, changed.id), {{column, value}},
                                                SeriesScope::Following);
        QVERIFY2(following, following ? "" : qUtf8Printable(following.error().message));
        QVERIFY(other->commitAndWait(*following));
        m_office->send(*other, m_office->store(), u"office"_s);
        m_office->send(m_office->store(), *other, seat->code);
        const QDateTime due = wallOf(changed.deadline.toLongLong());
        const QDateTime next = column == Codes::deadline ? due.addDays(1).addSecs(3 * 3600) : due.addDays(7);
        for (Store *store : {&m_office->store(), other.get()}) {
            QVERIFY(keepUpSeries(*store));
            QVERIFY(m_office->read(*store, changed.id).done);
            const QList<Activity> left = m_office->open(*store);
            QStringList days;
            for (const Activity &activity : left) {
                if (activity.occurrence > changed.occurrence)
                    days << m_office->dayOf(activity);
            }
            QVERIFY(days.contains(occurrenceCode(next)));
            for (const QString &one : std::as_const(days))
                QVERIFY2(column == Codes::deadline ? one.endsWith(u"15:00:00") : one >= occurrenceCode(next),
                         qPrintable(one));
        }
        m_office->send(*other, m_office->store(), u"office"_s);
        m_office->send(m_office->store(), *other, seat->code);
        QCOMPARE(m_office->open(*other).size(), m_office->open().size());
        QVERIFY(planSeriesUpkeep(other->reader(), m_office->clock().now())->changes.isEmpty());
        QVERIFY(m_office->problems().isEmpty());
    }

    /// Two programs that make it at different times make one, and what was done to it meanwhile stays.
    void twoSeatsMakeOne()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        const auto made = makeSeat(m_office->store(), m_office->path(u"a.kartoteka"_s), u"Anna"_s);
        QVERIFY(made);
        auto seat = openCopy(*m_office, u"a.kartoteka"_s, u"computer a"_s);
        m_office->clock().advance(7 * day);
        keepUp();
        const Activity next = m_office->open().constLast();
        commit(planChangeActivity(m_office->schema(), next, {{u"title"_s, u"Visit"_s}}));
        m_office->clock().advance(hour);
        QVERIFY(keepUpSeries(*seat));
        m_office->send(*seat, m_office->store(), u"office"_s);
        m_office->send(m_office->store(), *seat, made->code);
        for (Store *store : {&m_office->store(), seat.get()}) {
            QCOMPARE(m_office->open(*store).size(), 2);
            QCOMPARE(m_office->open(*store).constLast().title, u"Visit"_s);
            const Result<QStringList> problems = store->maintain<QStringList>(checkDatabase).result();
            QVERIFY2(problems && problems->isEmpty(), qPrintable(problems ? problems->join(u'\n') : QString()));
        }
        m_office->complete(*id);
    }

    /// What was done here and put off there stays on its day when it is reopened by one who knows of both.
    void reopenedItStaysOnItsDay()
    {
        const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
        const auto made = makeSeat(m_office->store(), m_office->path(u"r.kartoteka"_s), u"Anna"_s);
        QVERIFY(made);
        auto seat = openCopy(*m_office, u"r.kartoteka"_s, u"computer r"_s);
        const auto exchange = [&] {
            m_office->clock().advance(1000);
            m_office->send(*seat, m_office->store(), u"office"_s);
            m_office->send(m_office->store(), *seat, made->code);
        };
        const QString onItsDay = m_office->dayOf(m_office->read(*id));
        m_office->complete(*seat, *id);
        m_office->clock().advance(1000);
        commit(planReschedule(m_office->read(*id), m_office->clock().now() + 3 * hour));
        exchange();
        m_office->complete(*seat, *id, false);
        commit(planChangeActivity(m_office->schema(), m_office->read(*id), {{u"title"_s, u"Visit"_s}}));
        exchange();
        for (Store *store : {&m_office->store(), seat.get()}) {
            const Activity reopened = SeriesOffice::read(*store, *id);
            QVERIFY(!reopened.done);
            QCOMPARE(reopened.title, u"Visit"_s);
            QCOMPARE(m_office->dayOf(reopened), onItsDay);
        }
    }

    /// The office ends a series that a seat, not knowing, goes on with: what the seat made of it goes, what a person did stays.
    void anEndedSeriesComesBackNoMore()
    {
        for (const bool isTouched : {false, true}) {
            const auto id = m_office->plan(u"FREQ=WEEKLY"_s);
            const QString file = isTouched ? u"c.kartoteka"_s : u"d.kartoteka"_s;
            const auto made = makeSeat(m_office->store(), m_office->path(file), file);
            QVERIFY(made);
            auto seat = openCopy(*m_office, file, u"computer "_s + file);
            commit(planDeleteActivity(m_office->read(*id), m_office->clock().now()));
            m_office->complete(*seat, *id);
            m_office->clock().advance(1000);
            if (isTouched) {
                const auto changes = planChangeActivity(*seat->schema(), m_office->open(*seat).constFirst(),
                                                        {{u"title"_s, u"Visit"_s}});
                QVERIFY(seat->commitAndWait(*changes));
            }
            m_office->send(*seat, m_office->store(), u"office"_s);
            m_office->send(m_office->store(), *seat, made->code);
            for (Store *store : {&m_office->store(), seat.get()}) {
                QVERIFY(keepUpSeries(*store));
                const QList<Activity> left = m_office->open(*store);
                QCOMPARE(left.size(), isTouched ? 1 : 0);
                if (isTouched) {
                    m_office->complete(*store, left.constFirst().id);
                    QVERIFY(m_office->open(*store).isEmpty()); // and no further
                }
            }
            m_office->send(*seat, m_office->store(), u"office"_s);
            QVERIFY(m_office->open().isEmpty());
            QVERIFY(m_office->problems().isEmpty());
        }
    }
};

KARTOTEKA_TEST(tst_series_upkeep, TestSeriesUpkeep)
#include "tst_series_upkeep.moc"
