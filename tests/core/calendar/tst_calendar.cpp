// SPDX-License-Identifier: GPL-3.0-or-later
// What a calendar shows, and what is done in it, in several time zones: held against all activities one by one.
#include "core/activities/activity.h"
#include "core/activities/kinds.h"
#include "core/activities/recurrence.h"
#include "core/calendar/activity_span.h"
#include "core/calendar/calendar_plan.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "tests/support/test_program.h"
#include "tests/support/zoned_office.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestCalendar final : public QObject, ZonedOffice
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }

    void remindersAreThoseOfTheKind()
    {
        openIn(m_zone);
        const Schema &schema = m_office->schema();
        const qint64 kind = activityKinds(schema).constLast().id;
        QVERIFY(commit(planKind(schema, kind, {{u"reminders"_s, u"30"_s}}, m_office->clock().localNow())));
        const auto reminders = [this](const QHash<QString, Value> &values) {
            return readActivity(m_office->store().reader(),
                                meeting({march(10), QTime(10, 0)}, {march(10), QTime(11, 0)}, values))
                ->reminders;
        };
        QCOMPARE(reminders({}), KindProperties().reminders);
        QCOMPARE(reminders({{Codes::kind, kind}}), u"30"_s);
        QCOMPARE(reminders({{Codes::kind, kind}, {u"reminders"_s, u"5"_s}}), u"5"_s);
    }

    void dateOnlyStaysOnItsDay_data() { zones(); }
    void dateOnlyStaysOnItsDay()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Pipes"_s}, {u"close_date"_s, toValue(march(31))}});
        CalendarQuery query;
        query.mode = CalendarMode::Moment;
        query.items.typeId = m_office->typeId(u"deal"_s);
        query.field = u"close_date"_s;
        query.from = march(1);
        query.to = march(31);
        CalendarEntries found = read(query);
        QCOMPARE(found.entries.size(), 1);
        QCOMPARE(found.entries.first().first, march(31));
        QVERIFY(found.entries.first().allDay);
        QCOMPARE(found.count(march(31)), 1);
        QCOMPARE(found.count(march(30)), 0);

        QVERIFY(commit(planMoveEntry(m_office->schema(), found.entries.first(), {march(3), QTime(15, 0)})));
        QCOMPARE(m_office->item(u"deal"_s, deal).value(u"close_date"_s).toDate(), march(3));
        QCOMPARE(calendarFields(m_office->schema(), query.items.typeId).first().code, u"close_date"_s);
    }

    void wholeDaysPlannedElsewhereAreTheSameDays_data() { zones(); }
    void wholeDaysPlannedElsewhereAreTheSameDays()
    {
        QFETCH(QByteArray, zone);
        openIn("Europe/Berlin");
        const qint64 id = meeting({march(10)}, {march(12)});
        QCOMPARE(entryOf(id, march(10), march(10)).last, march(12));
        qputenv("TZ", zone);
        const CalendarEntries month = read(everybody(march(1), march(31)));
        QCOMPARE(month.entries.size(), 1);
        QCOMPARE(month.entries.first().first, march(10));
        QCOMPARE(month.entries.first().last, march(12));
        QCOMPARE(month.counts.mid(8, 5), (QList<int>{0, 1, 1, 1, 0}));
        // Dragged there, they are whole days still.
        QVERIFY(commit(planMoveEntry(m_office->schema(), month.entries.first(), {march(20)})));
        const CalendarEntry moved = entryOf(id, march(19), march(21));
        QCOMPARE(moved.first, march(20));
        QCOMPARE(moved.last, march(22));
    }

    void whatIsMovedKeepsItsTimeOfDay_data() { zones(); }
    void whatIsMovedKeepsItsTimeOfDay()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        // Over the night of 8 March in New York and of 5 April in Samoa.
        const qint64 id = meeting({march(6), QTime(10, 0)}, {march(6), QTime(11, 30)});
        for (const QDate &day : {march(9), QDate(2026, 4, 6), QDate(2026, 11, 2), march(6)}) {
            QVERIFY(commit(planMoveEntry(m_office->schema(), entryOf(id, march(1), QDate(2026, 11, 30)), {day})));
            const CalendarEntry moved = entryOf(id, day, day);
            QCOMPARE(moved.starts, QDateTime(day, QTime(10, 0)));
            QCOMPARE(moved.ends, QDateTime(day, QTime(11, 30)));
            // It is due when it begins.
            QCOMPARE(moved.times.value(Codes::deadline).toLongLong(), moved.starts.toMSecsSinceEpoch());
        }
    }

    void twoHoursStayTwoHoursInTheNightOfTheClockChange()
    {
        openIn("America/New_York");
        const qint64 id = meeting({march(1), QTime(1, 0)}, {march(1), QTime(3, 0)});
        for (const QDate &night : {march(8), QDate(2026, 11, 1)}) {
            QVERIFY(commit(planMoveEntry(m_office->schema(), entryOf(id, march(1), QDate(2026, 11, 30)), {night})));
            const CalendarEntry moved = entryOf(id, night, night);
            QCOMPARE(moved.starts.secsTo(moved.ends), 2 * 3600);
        }
    }

    void intoTheGapIsAfterIt()
    {
        openIn("America/New_York");
        const qint64 id = meeting({march(1), QTime(2, 30)}, {march(1), QTime(3, 0)});
        const CalendarEntry entry = entryOf(id, march(1), march(1));
        QCOMPARE(movedEntry(entry, {march(8)}).starts, QDateTime(march(8), QTime(3, 30)));
        QVERIFY(commit(planMoveEntry(m_office->schema(), entry, {march(8)})));
        QCOMPARE(entryOf(id, march(8), march(8)).starts, QDateTime(march(8), QTime(3, 30)));
    }

    void whatComesEveryWeekStaysOnItsWeekday_data() { zones(); }
    void whatComesEveryWeekStaysOnItsWeekday()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        const qint64 id = meeting({march(2), QTime(23, 30)}, {march(3), QTime(0, 30)},
                                  {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=MO"_s}});
        QVERIFY(id != 0);
        QList<CalendarEntry> entries = read(everybody(march(1), QDate(2026, 4, 30))).entries;
        QCOMPARE(entries.size(), 9);
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QCOMPARE(entries[i].first, march(2).addDays(7 * i));
            QCOMPARE(entries[i].first.dayOfWeek(), int(Qt::Monday));
            QCOMPARE(entries[i].starts.time(), QTime(23, 30));
            QCOMPARE(entries[i].last, entries[i].first.addDays(1));
            QCOMPARE(entries[i].isGhost, i > 0);
            QVERIFY(entries[i].isMovable && entries[i].isStretchable);
        }
        const auto later = planMoveEntry(m_office->schema(), entries[1], {march(11)});
        QVERIFY(later && !later->isEmpty());

        // Completed, the next one is real: it is there once.
        auto activity = readActivity(m_office->store().reader(), id);
        QVERIFY(m_office->store().commitAndWait(planComplete(*activity)));
        entries = read(everybody(march(1), QDate(2026, 4, 30))).entries;
        QCOMPARE(entries.size(), 9);
        QVERIFY(entries[0].isDone && !entries[1].isGhost && !entries[1].isDone && entries[2].isGhost);
    }

    /// Nobody knows when what is counted from its completion will be.
    void whatIsCountedFromItsCompletionStaysWhereItIsEstimated()
    {
        openIn("Europe/Moscow");
        meeting({march(2), QTime(10, 0)}, {march(2), QTime(11, 0)},
                {{Codes::recurrence, u"FREQ=WEEKLY"_s}, {Codes::repeatWhenDone, true}});
        const QList<CalendarEntry> entries = read(everybody(march(1), march(14))).entries;
        QCOMPARE(entries.size(), 2);
        QVERIFY(entries[1].isGhost && !entries[1].isMovable && !entries[1].isStretchable);
        QVERIFY(!planMoveEntry(m_office->schema(), entries[1], {march(11)}));
    }

    void stretchingGivesAnotherEndAndWholeDaysBecomeHours()
    {
        openIn("Europe/Moscow");
        const Schema &schema = m_office->schema();
        const qint64 id = meeting({march(4), QTime(10, 0)}, {march(4), QTime(11, 0)});
        CalendarEntry entry = entryOf(id, march(4), march(4));
        QVERIFY(commit(planStretchEntry(schema, entry, {march(4), QTime(10, 0)}, {march(4), QTime(12, 30)})));
        entry = entryOf(id, march(4), march(4));
        QCOMPARE(entry.ends.time(), QTime(12, 30));
        QVERIFY(commit(planStretchEntry(schema, entry, {march(4)}, {march(6)})));
        entry = entryOf(id, march(4), march(6));
        QVERIFY(entry.allDay);
        QCOMPARE(entry.last, march(6));
        QVERIFY(commit(planStretchEntry(schema, entry, {march(5), QTime(9, 0)}, {march(5), QTime(10, 0)})));
        entry = entryOf(id, march(5), march(5));
        QCOMPARE(entry.starts.time(), QTime(9, 0));
        QVERIFY(!entry.allDay);
        QVERIFY(!planStretchEntry(schema, entry, {march(5), QTime(9, 0)}, {march(5), QTime(8, 0)}));
        QVERIFY(!planMoveEntry(schema, entry, {QDate(10'000, 1, 1)}));
        // Undo puts each back.
        QVERIFY(m_office->store().undo().result());
        QVERIFY(entryOf(id, march(4), march(6)).allDay);
    }

    void aSpanOfDatesMovesAndStretches()
    {
        openIn("Europe/Moscow");
        const auto deal = [&](const QString &title, const Value &from, const Value &to) {
            return m_office->create(u"deal"_s, {{u"title"_s, title}, {u"begin_date"_s, from}, {u"close_date"_s, to}});
        };
        const qint64 over = deal(u"Over"_s, toValue(march(1).addDays(-20)), toValue(march(31).addDays(20)));
        deal(u"Within"_s, toValue(march(10)), toValue(march(12)));
        deal(u"Open"_s, toValue(march(11)), {});
        deal(u"Ends"_s, {}, toValue(march(11)));
        deal(u"Before"_s, toValue(march(1)), toValue(march(5)));
        deal(u"Backwards"_s, toValue(march(11)), toValue(march(1)));
        CalendarQuery query;
        query.mode = CalendarMode::Span;
        query.items.typeId = m_office->typeId(u"deal"_s);
        query.field = u"begin_date"_s;
        query.endField = u"close_date"_s;
        query.from = march(9);
        query.to = march(15);
        const CalendarEntries week = read(query);
        QStringList titles;
        for (const CalendarEntry &entry : week.entries)
            titles << entry.title;
        QCOMPARE(titles, (QStringList{u"Over"_s, u"Within"_s, u"Open"_s, u"Ends"_s, u"Backwards"_s}));
        QCOMPARE(week.counts, (QList<int>{1, 2, 5, 2, 1, 1, 1}));

        CalendarEntry entry = week.entries[1];
        QVERIFY(commit(planMoveEntry(m_office->schema(), entry, {march(13)})));
        const Item moved = m_office->item(u"deal"_s, entry.ref.id);
        QCOMPARE(moved.value(u"begin_date"_s).toDate(), march(13));
        QCOMPARE(moved.value(u"close_date"_s).toDate(), march(15));
        QVERIFY(commit(planStretchEntry(m_office->schema(), week.entries[0], {march(2)}, {march(20)})));
        QCOMPARE(m_office->item(u"deal"_s, over).value(u"close_date"_s).toDate(), march(20));
    }

    void countsAndEntriesAreThoseOfAllActivities_data() { zones(); }
    void countsAndEntriesAreThoseOfAllActivities()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        QRandomGenerator random(7);
        ChangeSet many;
        for (int i = 0; i < 300; ++i) {
            QHash<QString, Value> values{{Codes::title, QString::number(i)}};
            const qint64 moment = at(march(1).addDays(random.bounded(-40, 40)),
                                     QTime(random.bounded(24), random.bounded(60)));
            if (random.bounded(4) != 0)
                values.insert(Codes::start, moment);
            if (random.bounded(3) != 0 || !values.contains(Codes::start))
                values.insert(Codes::deadline, moment);
            if (random.bounded(3) != 0)
                values.insert(Codes::duration,
                              qint64(random.bounded(5) == 0 ? random.bounded(40'000) : random.bounded(600)));
            if (random.bounded(4) == 0) {
                values.insert(Codes::allDay, true);
                values.insert(Codes::timeZone, random.bounded(2) == 0 ? u"Pacific/Kiritimati"_s : u"Pacific/Midway"_s);
            }
            many.changes += planCreate(m_office->schema(), *m_office->schema().type(u"activity"_s), values).changes;
        }
        QVERIFY(m_office->store().commitAndWait(many));
        ItemQuery everything;
        everything.typeId = typeId();
        auto all = queryIds(m_office->store().reader(), everything);
        QVERIFY(all);
        auto items = readItems(m_office->store().reader(), typeId(), *all);
        QVERIFY(items);
        for (const int days : {1, 7, 35}) {
            for (int round = 0; round < 5; ++round) {
                const QDate from = march(1).addDays(random.bounded(-45, 20));
                const QDate to = from.addDays(days - 1);
                const CalendarEntries found = read(everybody(from, to));
                QList<int> counts(days);
                QSet<qint64> ids;
                for (const Item &item : *items) {
                    const auto span = activitySpan(item.values);
                    QVERIFY(span);
                    for (QDate day = qMax(from, span->first); day <= qMin(to, span->last); day = day.addDays(1)) {
                        ++counts[from.daysTo(day)];
                        ids.insert(item.id);
                    }
                }
                QCOMPARE(found.counts, counts);
                QSet<qint64> listed;
                for (const CalendarEntry &entry : found.entries) {
                    QVERIFY(!listed.contains(entry.ref.id));
                    listed.insert(entry.ref.id);
                }
                QCOMPARE(listed, ids);
                // The first of each day are some of these, and the counts are the same.
                CalendarQuery few = everybody(from, to);
                few.limitPerDay = 2;
                const CalendarEntries first = read(few);
                QCOMPARE(first.counts, counts);
                for (const CalendarEntry &entry : first.entries)
                    QVERIFY(ids.contains(entry.ref.id));
            }
        }
        QCOMPARE(m_office->problems(), QStringList());
    }

    void theFilterOfTheSectionHolds()
    {
        openIn("Europe/Moscow");
        const qint64 mine = m_office->create(u"lead"_s, {{u"title"_s, u"Vector"_s}});
        const qint64 other = m_office->create(u"lead"_s, {{u"title"_s, u"Gamma"_s}});
        const auto of = [&](qint64 lead) {
            return membersValue({{.text = {}, .label = {}, .ref = {m_office->typeId(u"lead"_s), lead, {}}, .key = {}}});
        };
        const qint64 first = meeting({march(4), QTime(10, 0)}, {march(4), QTime(11, 0)}, {{u"items"_s, of(mine)}});
        meeting({march(4), QTime(12, 0)}, {march(4), QTime(13, 0)}, {{u"items"_s, of(other)}});
        CalendarQuery query;
        query.items.typeId = m_office->typeId(u"lead"_s);
        query.from = march(1);
        query.to = march(31);
        QCOMPARE(read(query).entries.size(), 2);
        query.items.conditions = *parseConditions(u"title = Vector"_s);
        CalendarEntries found = read(query);
        QCOMPARE(found.entries.size(), 1);
        QCOMPARE(found.entries.first().ref.id, first);
        QCOMPARE(found.entries.first().detail, u"Vector"_s);
        query.items.conditions.clear();
        query.items.search = u"gamma"_s;
        QCOMPARE(read(query).entries.size(), 1);
        // What is in the bin takes its activities along.
        const EntityType &lead = *m_office->schema().type(u"lead"_s);
        QVERIFY(m_office->store().commitAndWait(planDelete(lead, {mine}, {}, m_office->clock().now())));
        QCOMPARE(read(everybody(march(1), march(31))).entries.size(), 1);
    }

    void daysThatMakeNoSenseAreRefused()
    {
        openIn("Europe/Moscow");
        for (const CalendarQuery &query : {everybody(march(2), march(1)), everybody({}, march(1)),
                                           everybody(march(1), march(1).addDays(longestCalendarDays))})
            QVERIFY(!readCalendar(m_office->store().reader(), query));
        CalendarQuery noField;
        noField.mode = CalendarMode::Moment;
        noField.items.typeId = m_office->typeId(u"deal"_s);
        noField.field = u"title"_s;
        noField.from = noField.to = march(1);
        QVERIFY(!readCalendar(m_office->store().reader(), noField));
    }
};

KARTOTEKA_TEST(tst_calendar, TestCalendar)
#include "tst_calendar.moc"
