// SPDX-License-Identifier: GPL-3.0-or-later
// The activities board: where items stand, what a drop does, and that SQL and the rule say the same.
#include "core/activities/activity.h"
#include "core/activities/kinds.h"
#include "core/activities/usual_reminders.h"
#include "core/items/setting_acts.h"
#include "core/pipeline/card_queries.h"
#include "core/pipeline/column_drop.h"
#include "core/query/plan_columns.h"
#include "tests/support/random_days.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

#include <ctime>

using namespace Kartoteka;

namespace {

QDateTime at(const QDate &day, int hours, int minutes = 0)
{
    return {day, QTime(hours, minutes)};
}

PlannedActs dated(const QDateTime &deadline, bool waits = false)
{
    PlannedActs acts;
    acts.earliest.emplace();
    acts.earliest->deadline = deadline.isValid() ? Value(deadline.toMSecsSinceEpoch()) : Value();
    acts.waits = waits;
    return acts;
}

WorkCalendar calendarWith(const QList<CalendarDay> &days)
{
    Schema::Content content;
    content.calendarDays = days;
    return WorkCalendar(Schema(content));
}

} // namespace

class TestBoardColumns : public QObject
{
    Q_OBJECT

    static constexpr qint64 hour = 3'600'000;

    static ItemQuery asked(TestOffice &office, const QString &type)
    {
        ItemQuery query;
        query.typeId = office.typeId(type);
        query.now = office.clock().now();
        query.user = office.store().user();
        return plannedQuery(office.schema(), query);
    }
    static ColumnsPtr columns(TestOffice &office, const ItemQuery &query)
    {
        return planColumns(office.schema(), query.typeId, 0, {query.now, firstDayOfWeek(office.schema()), query.user});
    }
    static BoardDays today(TestOffice &office)
    {
        return {office.clock().localNow(), firstDayOfWeek(office.schema()), WorkCalendar(office.schema())};
    }
    static qint64 plan(TestOffice &office, const QString &type, qint64 item, const Value &deadline, bool incoming = false,
                       qint64 responsible = 0)
    {
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {{office.typeId(type), item, {}}};
        draft.deadline = deadline;
        draft.incoming = incoming;
        draft.responsible = responsible;
        const ChangeSet changes = planActivity(office.schema(), draft);
        const auto receipt = office.store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    static Value deadlineOf(TestOffice &office, qint64 activity)
    {
        const auto found = readActivity(office.store().reader(), activity);
        return found ? found->deadline : Value(-1);
    }
    static ActivityColumn standing(TestOffice &office, const QString &type, qint64 id)
    {
        const ItemQuery query = asked(office, type);
        const auto cards = readCards(office.store().reader(), query, *columns(office, query), {id}, {}, query.now);
        return cards && cards->size() == 1 ? ActivityColumn(cards->first().column) : ActivityColumn(0);
    }
    static Result<ColumnDrop> drop(TestOffice &office, const QString &type, qint64 id, ActivityColumn column)
    {
        const ColumnsPtr source = columns(office, asked(office, type));
        auto found = planDrop(office.store().reader(), *source, office.item(type, id), qint64(column), {}, {},
                              office.clock().now());
        if (!found || found->changes.isEmpty())
            return found;
        auto receipt = office.store().commitAndWait(found->changes);
        return receipt ? found : Result<ColumnDrop>(receipt.error());
    }

private slots:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin"); // summer time begins on 29 March 2026, a Sunday, and ends on 25 October
        tzset();
    }

    /// The rules of the board as they are written down, for weeks that begin on a Monday and on a Sunday.
    void itemsStandByTheirEarliestActivity_data()
    {
        QTest::addColumn<QDate>("now");
        QTest::addColumn<int>("firstDay");
        QTest::addColumn<QString>("letters"); // of the days from yesterday on: Overdue, Today, This week, Next, Later
        const QDate monday(2026, 3, 2);
        const auto add = [&](const char *name, int day, Qt::DayOfWeek first, const QString &letters) {
            QTest::newRow(name) << monday.addDays(day) << int(first) << letters;
        };
        //                                                         yesterday, today, …
        add("monday", 0, Qt::Monday, u"OTWWWWNNNNNNNLLL"_s);
        add("tuesday", 1, Qt::Monday, u"OTWWWNNNNNNNLLLL"_s);
        add("wednesday", 2, Qt::Monday, u"OTWWNNNNNNNLLLLL"_s);
        add("thursday", 3, Qt::Monday, u"OTWNNNNNNNLLLLLL"_s);
        add("friday, the last working day", 4, Qt::Monday, u"OTNNNNNNNLLLLLLL"_s);
        add("saturday", 5, Qt::Monday, u"OTNNNNNNLLLLLLLL"_s);
        add("sunday", 6, Qt::Monday, u"OTNNNNNLLLLLLLLL"_s);
        add("monday, weeks from sunday", 0, Qt::Sunday, u"OTWWWWNNNNNNNLLL"_s);
        add("friday, weeks from sunday", 4, Qt::Sunday, u"OTNNNNNNNLLLLLLL"_s);
        add("saturday, weeks from sunday", 5, Qt::Sunday, u"OTNNNNNNLLLLLLLL"_s);
        add("sunday, weeks from sunday", 6, Qt::Sunday, u"OTWWWWWNNNNNNNLL"_s);
    }
    void itemsStandByTheirEarliestActivity()
    {
        QFETCH(QDate, now);
        QFETCH(int, firstDay);
        QFETCH(QString, letters);
        const BoardDays days(at(now, 12), Qt::DayOfWeek(firstDay), WorkCalendar());
        QString found;
        for (int day = -1; day < letters.size() - 1; ++day) {
            const QDate due = now.addDays(day);
            const auto first = columnOf(dated(at(due, 0)), days);
            QCOMPARE(columnOf(dated(at(due, 23, 59)), days), first);
            found += u" OTWNL"_s[int(first)];
            // Something that waits puts it in Today, and what is overdue goes before that.
            QCOMPARE(columnOf(dated(at(due, 9), true), days), day < 0 ? ActivityColumn::Overdue : ActivityColumn::Today);
        }
        QCOMPARE(found, letters);
        PlannedActs acts;
        QCOMPARE(columnOf(acts, days), ActivityColumn::None);
        acts.waits = true;
        QCOMPARE(columnOf(acts, days), ActivityColumn::Today);
        QCOMPARE(columnOf(dated({}), days), ActivityColumn::Later);
    }

    void weeksEndAsTheOfficeWorks()
    {
        const QDate thursday(2026, 4, 30);
        const QList<CalendarDay> odd{{1, {}, thursday.addDays(1), CalendarDay::Kind::Off, {}},   // a holiday
                                     {2, {}, thursday.addDays(9), CalendarDay::Kind::Work, {}}}; // a Saturday made up for
        const BoardDays days(at(thursday, 12), Qt::Monday, calendarWith(odd));
        QVERIFY(days.isOver(DayColumn::ThisWeek));
        QCOMPARE(days.span(DayColumn::NextWeek), (DateSpan{thursday.addDays(1), thursday.addDays(9)}));
        QList<CalendarDay> off; // two weeks in which nobody works
        for (int day = 0; day < 14; ++day)
            off.append({day, {}, QDate(2026, 12, 28).addDays(day), CalendarDay::Kind::Off, {}});
        const BoardDays feast(at(QDate(2026, 12, 29), 12), Qt::Monday, calendarWith(off));
        QCOMPARE(feast.span(DayColumn::ThisWeek).last, QDate(2027, 1, 3));
        QCOMPARE(feast.span(DayColumn::NextWeek).last, QDate(2027, 1, 10));
    }

    void aDropKeepsTheTimeOfDay_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<int>("column");
        QTest::addColumn<QTime>("before");
        QTest::addColumn<QDateTime>("after");
        const QDate monday(2026, 3, 2);
        const QTime half(10, 30);
        const auto add = [](const char *name, const QDateTime &now, DayColumn column, const QTime &before,
                            const QDateTime &after) { QTest::newRow(name) << now << int(column) << before << after; };
        add("today", at(monday, 9), DayColumn::Today, half, at(monday, 10, 30));
        add("never in the past", at(monday, 15).addMSecs(37'123), DayColumn::Today, half, at(monday, 16));
        add("not due at once", at(monday, 10, 30), DayColumn::Today, half, at(monday, 11));
        add("passed, before work", at(monday, 6), DayColumn::Today, QTime(5, 0), at(monday, 9));
        add("passed, as work ends, when the week is over", at(monday.addDays(4), 17, 43), DayColumn::ThisWeek, half,
            at(monday.addDays(4), 18));
        add("in the last minute", at(monday, 23, 59).addMSecs(30'000), DayColumn::Today, half, monday.endOfDay());
        add("tomorrow", at(monday, 15), DayColumn::ThisWeek, half, at(monday.addDays(1), 10, 30));
        add("today when the week is over", at(monday.addDays(4), 9), DayColumn::ThisWeek, half,
            at(monday.addDays(4), 10, 30));
        add("in a week", at(monday, 15), DayColumn::NextWeek, half, at(monday.addDays(7), 10, 30));
        add("within next week", at(monday.addDays(5), 9), DayColumn::NextWeek, half, at(monday.addDays(11), 10, 30));
        add("in two weeks", at(monday, 15), DayColumn::Later, half, at(monday.addDays(14), 10, 30));
        add("over the change of the clock", at(QDate(2026, 3, 26), 15), DayColumn::NextWeek, half,
            at(QDate(2026, 4, 2), 10, 30));
        add("a time that the clock skips", at(QDate(2026, 3, 15), 1), DayColumn::Later, QTime(2, 30),
            at(QDate(2026, 3, 29), 3, 30));
        add("what has none, at work", at(monday, 10, 20), DayColumn::Today, QTime(), at(monday, 11));
        add("what has none, after work", at(monday, 19, 20), DayColumn::Today, QTime(), at(monday, 20));
        add("what has none, after work, for tomorrow", at(monday, 19, 20), DayColumn::ThisWeek, QTime(),
            at(monday.addDays(1), 9));
        add("what has none, before midnight", at(monday, 23, 20), DayColumn::Today, QTime(), at(monday, 23, 59));
    }
    void aDropKeepsTheTimeOfDay()
    {
        QFETCH(QDateTime, now);
        QFETCH(int, column);
        QFETCH(QTime, before);
        QFETCH(QDateTime, after);
        const BoardDays days(now, Qt::Monday, WorkCalendar());
        const QDateTime old = before.isValid() ? QDateTime(now.date().addDays(-20), before) : QDateTime();
        QCOMPARE(days.momentFor(DayColumn(column), old), after);
    }

    void aDropShiftsTheEarliestAndUndoTakesItBack()
    {
        TestOffice office; // a Monday, noon
        const qint64 now = office.clock().now();
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 late = plan(office, u"lead"_s, lead, now - 26 * hour); // yesterday, 10:00
        const qint64 other = plan(office, u"lead"_s, lead, now + 24 * hour);
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn::Overdue);
        const auto moved = drop(office, u"lead"_s, lead, ActivityColumn::NextWeek);
        QVERIFY(moved);
        QCOMPARE(moved->changes.kind, u"reschedule"_s);
        QCOMPARE(deadlineOf(office, late).toLongLong(), now + (7 * 24 - 2) * hour);
        QCOMPARE(deadlineOf(office, other).toLongLong(), now + 24 * hour);
        // What else is planned comes first now, and the drop says so.
        QCOMPARE(ActivityColumn(moved->lands), ActivityColumn::ThisWeek);
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn::ThisWeek);
        QVERIFY(office.store().undo().result());
        QCOMPARE(deadlineOf(office, late).toLongLong(), now - 26 * hour);
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn::Overdue);
    }

    void whereNothingCanBeShiftedSomethingNewIsPlanned()
    {
        TestOffice office;
        const qint64 now = office.clock().now();
        const qint64 contact = office.create(u"contact"_s, {{u"last_name"_s, u"One"_s}});
        QCOMPARE(standing(office, u"contact"_s, contact), ActivityColumn::None);
        const auto first = drop(office, u"contact"_s, contact, ActivityColumn::ThisWeek);
        QVERIFY(first);
        QCOMPARE(first->changes.kind, u"plan"_s);
        QCOMPARE(first->changes.subject, u"One"_s); // what undo says
        QCOMPARE(standing(office, u"contact"_s, contact), ActivityColumn::ThisWeek);
        const auto planned = plannedActivities(office.store().reader(), {office.typeId(u"contact"_s), contact, {}});
        QCOMPARE(planned->size(), 1);
        QCOMPARE(planned->first().deadline.toLongLong(), now + 25 * hour); // tomorrow, at the next full hour
        // A client waits: that has no deadline to be shifted, and it stays in Today.
        const qint64 waiting = office.create(u"contact"_s, {{u"last_name"_s, u"Two"_s}});
        plan(office, u"contact"_s, waiting, {}, true);
        const auto second = drop(office, u"contact"_s, waiting, ActivityColumn::NextWeek);
        QVERIFY(second);
        QCOMPARE(ActivityColumn(second->lands), ActivityColumn::Today);
        QCOMPARE(*countPlanned(office.store().reader(), {office.typeId(u"contact"_s), waiting, {}}), 2);
        QCOMPARE(standing(office, u"contact"_s, waiting), ActivityColumn::Today);
    }

    void whatHasNoDeadlineStandsLastInLaterAndGetsOne()
    {
        TestOffice office;
        const qint64 now = office.clock().now();
        const auto lead = [&](const QString &title) { return office.create(u"lead"_s, {{u"title"_s, title}}); };
        const qint64 undated = lead(u"undated"_s);
        plan(office, u"lead"_s, undated, {});
        const qint64 far = lead(u"far"_s);
        plan(office, u"lead"_s, far, now + 1000 * hour);
        const ItemQuery query = asked(office, u"lead"_s);
        const auto later = queryColumn(office.store().reader(), query, *columns(office, query),
                                       qint64(ActivityColumn::Later));
        QVERIFY(later && later->size() == 2);
        QCOMPARE(later->first().id, far);
        QVERIFY(drop(office, u"lead"_s, undated, ActivityColumn::Today));
        QCOMPARE(standing(office, u"lead"_s, undated), ActivityColumn::Today);
        QCOMPARE(*countPlanned(office.store().reader(), {query.typeId, undated, {}}), 1);
    }

    void whereNothingCanBePutTheReasonIsSaid()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 activity = plan(office, u"lead"_s, lead, office.clock().now() + hour);
        for (const ActivityColumn column : {ActivityColumn::Overdue, ActivityColumn::None}) {
            const auto refused = drop(office, u"lead"_s, lead, column);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Refused);
            QVERIFY(!refused.error().message.isEmpty());
        }
        QCOMPARE(deadlineOf(office, activity).toLongLong(), office.clock().now() + hour);
        // On the last working day of a week nothing of today can be taken to a later one.
        office.clock().advance(4 * 24 * hour);
        QVERIFY(office.store().commitAndWait(
            *planReschedule(*readActivity(office.store().reader(), activity), office.clock().now() + hour)));
        const auto over = drop(office, u"lead"_s, lead, ActivityColumn::ThisWeek);
        QVERIFY(!over && over.error().code == ErrorCode::Refused);
        // It stands there already: nothing is written.
        QVERIFY(drop(office, u"lead"_s, lead, ActivityColumn::Today)->changes.isEmpty());
    }

    void aNewActivityHasTheUsualReminders()
    {
        TestOffice office;
        const ColumnsPtr source = columns(office, asked(office, u"lead"_s));
        const qint64 type = office.typeId(u"lead"_s);
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Lead"_s}});
        const QList<ListValue> kinds = activityKinds(office.schema());
        const auto kind = std::ranges::find(kinds, ActivityDraft().kind, &ListValue::code);
        const auto remember = planUsualReminders(office.store().reader(), office.store().user(), {type, lead, {}}, kind->id,
                                                 u"60"_s);
        QVERIFY(remember && office.store().commitAndWait(*remember));
        const auto reminders = [](const ChangeSet &changes) {
            const QList<FieldValue> &values = changes.changes.constFirst().values;
            const auto it = std::ranges::find(values, u"reminders"_s, &FieldValue::field);
            return it == values.end() ? u"?"_s : it->value.toString();
        };
        const qint64 now = office.clock().now();
        const qint64 next = qint64(ActivityColumn::NextWeek);
        const auto drop = planDrop(office.store().reader(), *source, office.item(u"lead"_s, lead), next, {}, {}, now,
                                   office.store().user());
        QCOMPARE(reminders(drop->changes), u"60"_s);
        const auto start = startIn(office.store().reader(), *source, type, next, makeUid(), now, office.store().user());
        QCOMPARE(reminders(start->along), u"60"_s);
        QCOMPARE(reminders(startIn(office.store().reader(), *source, type, next, makeUid(), now)->along), u"0,15"_s);
    }

    void anItemIsMadeWithItsActivityInOneAct()
    {
        TestOffice office;
        const ColumnsPtr source = columns(office, asked(office, u"lead"_s));
        const qint64 type = office.typeId(u"lead"_s);
        const auto make = [&](ActivityColumn column) -> qint64 {
            const QUuid uid = makeUid();
            const auto start = startIn(office.store().reader(), *source, type, qint64(column), uid, office.clock().now());
            if (!start)
                return -1;
            ChangeSet changes;
            changes.kind = u"create"_s;
            changes.create(u"lead"_s, {{u"title"_s, u"New"_s}}, uid);
            changes.changes += start->along.changes;
            const auto receipt = office.store().commitAndWait(changes);
            return receipt ? receipt->created.value(uid) : 0;
        };
        const QStringList before = office.contents();
        for (const ActivityColumn column : {ActivityColumn::Today, ActivityColumn::ThisWeek, ActivityColumn::NextWeek,
                                            ActivityColumn::Later, ActivityColumn::None}) {
            const qint64 lead = make(column);
            QVERIFY(lead > 0);
            QCOMPARE(standing(office, u"lead"_s, lead), column);
            QVERIFY(office.store().undo().result());
            QCOMPARE(office.contents(), before);
        }
        QCOMPARE(make(ActivityColumn::Overdue), -1);
    }

    void finalStagesAreLeftOut()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        plan(office, u"lead"_s, lead, office.clock().now() + hour);
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn::Today);
        office.move(u"lead"_s, lead, u"junk"_s);
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn(0));
    }

    void ofOnePersonOnlyHisActivitiesCount()
    {
        TestOffice office;
        const qint64 now = office.clock().now();
        ChangeSet second;
        second.kind = u"edit"_s;
        const QUuid uid = second.create(u"user"_s, {{u"name"_s, u"Anna"_s}});
        const auto receipt = office.store().commitAndWait(second);
        QVERIFY(receipt);
        const qint64 anna = receipt->created.value(uid);
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        plan(office, u"lead"_s, lead, now - 48 * hour, false, anna);
        plan(office, u"lead"_s, lead, now + 24 * hour);
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn::Overdue);
        QVERIFY(office.store().commitAndWait(*planSettings({{u"counter_mode"_s, u"activity"_s}})));
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn::ThisWeek);
        QVERIFY(drop(office, u"lead"_s, lead, ActivityColumn::NextWeek)); // hers is left alone
        QCOMPARE(standing(office, u"lead"_s, lead), ActivityColumn::NextWeek);
    }

    /// The first cards are walked for in the order of an index, and nothing is sorted or looked through for them.
    void columnsAreWalked_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addRow("with stages") << u"lead"_s;
        QTest::addRow("without") << u"contact"_s;
    }
    void columnsAreWalked()
    {
        QFETCH(QString, type);
        TestOffice office;
        const ReadContext reader = office.store().reader();
        const ItemQuery query = asked(office, type);
        const ColumnsPtr source = columns(office, query);
        const auto planOf = [&](const QString &sql) {
            QStringList lines;
            auto cursor = reader.connection.query(u"EXPLAIN QUERY PLAN "_s + sql);
            while (cursor && cursor->next())
                lines << cursor->text(3);
            return lines;
        };
        const QString table = u"\"%1\" t"_s.arg(reader.table(query.typeId)->name);
        for (const ColumnHead &head : source->heads()) {
            const QStringList plan = planOf(
                u"SELECT t.id, %1, %2 FROM (%3) o CROSS JOIN %4 ON t.id = o.id WHERE t.deleted_at IS NULL AND %5 LIMIT 30"_s
                    .arg(source->place(), source->order(), source->walk(head.key), table,
                         head.key == source->rest() ? source->holds(head.key) : u"1"_s));
            QVERIFY(!plan.isEmpty());
            for (const QString &line : plan) {
                const bool isWalkOfClients = head.key == source->rest() && line == u"SCAN t";
                const bool isSlow = (line.startsWith(u"SCAN ") && !line.startsWith(u"SCAN (") && line != u"SCAN o")
                    || line.endsWith(u"FOR ORDER BY");
                QVERIFY2(!isSlow || isWalkOfClients, qPrintable(head.name + u": "_s + plan.join(u'\n')));
            }
        }
        QVERIFY(planOf(source->placed()).constFirst().startsWith(u"SEARCH p"));
    }

    /// After random days every way to ask says what the rule says: item by item, column by column, the first cards, counts.
    void sqlAndRuleAgree_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("type");
        for (const QString &mode : {u"item"_s, u"activity"_s}) {
            for (const QString &type : {u"lead"_s, u"contact"_s})
                QTest::addRow("%s, %s", qPrintable(mode), qPrintable(type)) << mode << type;
        }
    }
    void sqlAndRuleAgree()
    {
        QFETCH(QString, mode);
        QFETCH(QString, type);
        TestOffice office;
        QVERIFY(office.store().commitAndWait(*planSettings({{u"counter_mode"_s, mode}})));
        ChangeSet second;
        second.kind = u"edit"_s;
        const QUuid uid = second.create(u"user"_s, {{u"name"_s, u"Anna"_s}});
        const qint64 anna = office.store().commitAndWait(second)->created.value(uid);
        QRandomGenerator random(7);
        QList<qint64> items;
        for (int i = 0; i < 60; ++i)
            items << office.create(type, {{u"title"_s, QString::number(i)}, {u"last_name"_s, QString::number(i)}});
        const QDate day = office.clock().localNow().date();
        for (int i = 0; i < 110; ++i) {
            const qint64 item = items[random.bounded(int(items.size()))];
            const bool incoming = random.bounded(6) == 0;
            const QDateTime due(day.addDays(random.bounded(-3, 18)), QTime(random.bounded(24), 0));
            const qint64 activity = plan(office, type, item,
                                         incoming || random.bounded(8) == 0 ? Value() : Value(due.toMSecsSinceEpoch()),
                                         incoming, random.bounded(3) == 0 ? anna : 0);
            if (random.bounded(4) == 0)
                QVERIFY(office.store().commitAndWait(planComplete(*readActivity(office.store().reader(), activity))));
            if (type == u"lead" && random.bounded(12) == 0)
                office.move(type, item, u"junk"_s);
        }
        const ReadContext reader = office.store().reader();
        const ItemQuery query = asked(office, type);
        const ColumnsPtr source = columns(office, query);
        const auto all = queryBoardRows(reader, query, *source, 1000);
        QVERIFY(all && *all);
        const auto totals = queryColumnTotals(reader, query, *source);
        QVERIFY(totals);
        int seen = 0;
        for (const ColumnHead &head : source->heads()) {
            const auto rows = queryColumn(reader, query, *source, head.key);
            QVERIFY(rows);
            QCOMPARE(*rows, (*all)->value(head.key));
            QCOMPARE(totals->value(head.key).count, rows->size());
            for (const BoardRow &row : *rows) {
                const auto acts = readPlannedActs(reader, {query.typeId, row.id, {}}, source->person());
                QVERIFY(acts);
                QCOMPARE(qint64(columnOf(*acts, today(office))), head.key);
            }
            seen += int(rows->size());
            // … and by walking, as boards of many items are read.
            const QString others = head.key == source->rest() ? u" AND "_s + source->holds(head.key) : QString();
            auto compiled = compileQuery(reader, query, true);
            QVERIFY(compiled);
            auto walked = reader.connection.query(
                u"SELECT t.id, %1 FROM (%2) o CROSS JOIN \"%3\" t ON t.id = o.id WHERE %4%5"_s.arg(
                    source->order(), source->walk(head.key), reader.table(query.typeId)->name, compiled->where, others),
                compiled->bound);
            QVERIFY(walked);
            QList<BoardRow> found;
            while (walked->next())
                found.append({walked->integer(0), walked->value(1).toDouble()});
            QCOMPARE(found, *rows);
        }
        QCOMPARE(qint64(seen), *queryCount(reader, query));
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_board_columns, TestBoardColumns)
#include "tst_board_columns.moc"
