// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/board_query.h"

#include "core/items/item_acts.h"
#include "core/people/user_acts.h"
#include "core/pipeline/card_queries.h"
#include "core/pipeline/column_drop.h"
#include "core/query/swimlanes.h"
#include "core/schema/builtin_names.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Boards by a person, a choice or a day.
class TestColumnSource : public QObject
{
    Q_OBJECT

    static ItemQuery leads(TestOffice &office)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.now = office.clock().now();
        return query;
    }
    static ColumnsPtr by(TestOffice &office, const QString &type, const QString &field)
    {
        return columnsBy(office.schema(), office.typeId(type), field, {office.clock().now(), Qt::Monday, 0});
    }
    /// "key: titles" of the columns that hold something.
    static QStringList shown(TestOffice &office, const ItemQuery &query, const ColumnSource &source)
    {
        QStringList out;
        const ReadContext reader = office.store().reader();
        auto all = queryBoardRows(reader, query, source, 1000);
        auto totals = queryColumnTotals(reader, query, source);
        if (!all || !*all || !totals)
            return {u"unread"_s};
        for (const ColumnHead &head : source.heads()) {
            auto column = queryColumn(reader, query, source, head.key);
            if (!column || *column != (*all)->value(head.key) || totals->value(head.key).count != column->size())
                return {u"%1 is another by itself"_s.arg(head.name)};
            QStringList titles;
            for (const BoardRow &row : std::as_const(*column))
                titles << office.item(context(office, query), row.id).text(u"title"_s);
            if (!titles.isEmpty())
                out << head.name + u": "_s + titles.join(u' ');
        }
        return out;
    }
    static QString context(TestOffice &office, const ItemQuery &query) { return office.schema().type(query.typeId)->code; }

    static Result<Receipt> drop(TestOffice &office, const ColumnSource &source, const QString &type, qint64 id, qint64 key)
    {
        auto changes = planDrop(office.store().reader(), source, office.item(type, id), key, {}, {}, office.clock().now());
        return changes ? office.store().commitAndWait(changes->changes) : Result<Receipt>(changes.error());
    }

    static QList<ListValue> sources(TestOffice &office)
    {
        return office.schema().listValues(office.schema().field(office.typeId(u"lead"_s), u"source"_s)->id);
    }
    /// The stages of leads with lanes across them.
    static ColumnsPtr lanesBy(TestOffice &office, const QString &field, const QList<qint64> &shown)
    {
        const qint64 lead = office.typeId(u"lead"_s);
        return withSwimlanes(office.schema(), lead,
                             stageColumns(office.schema(), office.schema().defaultPipeline(lead)->id, false),
                             {field, shown});
    }

private slots:
    void daysStandAroundToday_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("firstDay");
        QTest::addColumn<QDate>("weekEnd");
        QTest::addColumn<QDate>("nextEnd");
        const QDate monday(2026, 3, 2);
        QTest::newRow("a monday") << monday << int(Qt::Monday) << monday.addDays(4) << monday.addDays(11);
        QTest::newRow("a friday") << monday.addDays(4) << int(Qt::Monday) << monday.addDays(4) << monday.addDays(11);
        QTest::newRow("a saturday") << monday.addDays(5) << int(Qt::Monday) << monday.addDays(5) << monday.addDays(11);
        QTest::newRow("a sunday") << monday.addDays(6) << int(Qt::Monday) << monday.addDays(6) << monday.addDays(11);
        QTest::newRow("weeks from sunday, a sunday")
            << monday.addDays(6) << int(Qt::Sunday) << monday.addDays(11) << monday.addDays(18);
        QTest::newRow("weeks from saturday, a wednesday")
            << monday.addDays(2) << int(Qt::Saturday) << monday.addDays(4) << monday.addDays(11);
    }
    void daysStandAroundToday()
    {
        QFETCH(QDate, today);
        QFETCH(int, firstDay);
        QFETCH(QDate, weekEnd);
        QFETCH(QDate, nextEnd);
        const BoardDays board(QDateTime(today, QTime(12, 0)), Qt::DayOfWeek(firstDay), WorkCalendar());
        const auto days = [&](DayColumn column) { return board.span(column); };
        QCOMPARE(days(DayColumn::Overdue), (DateSpan{{}, today.addDays(-1)}));
        QCOMPARE(days(DayColumn::Today), (DateSpan{today, today}));
        QCOMPARE(days(DayColumn::ThisWeek), (DateSpan{today.addDays(1), weekEnd}));
        QCOMPARE(days(DayColumn::NextWeek), (DateSpan{weekEnd.addDays(1), nextEnd}));
        QCOMPARE(days(DayColumn::Later), (DateSpan{nextEnd.addDays(1), {}}));
    }

    void columnsOfALinkedRecord()
    {
        TestOffice office;
        const qint64 company = office.typeId(u"company"_s);
        const QList<ListValue> industries = office.schema().listValues(office.schema().field(company, u"industry"_s)->id);
        const qint64 trade = office.create(u"company"_s, {{u"title"_s, u"T"_s}, {u"industry"_s, industries[0].id}});
        const qint64 unsaid = office.create(u"company"_s, {{u"title"_s, u"U"_s}});
        for (const auto &[title, id] : {std::pair(u"a"_s, trade), {u"b"_s, unsaid}, {u"c"_s, trade}})
            office.create(u"deal"_s, {{u"title"_s, title}, {u"client_company"_s, id}});
        const qint64 alone = office.create(u"deal"_s, {{u"title"_s, u"d"_s}});
        const ColumnsPtr source = by(office, u"deal"_s, u"client_company.industry"_s);
        QVERIFY(source);
        ItemQuery query = leads(office);
        query.typeId = office.typeId(u"deal"_s);
        const QString first = displayName(office.schema(), industries[0]);
        QCOMPARE(shown(office, query, *source),
                 (QStringList{first + u": c a"_s, source->heads().constLast().name + u": d b"_s}));
        const auto refused = drop(office, *source, u"deal"_s, alone, industries[0].id);
        QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
        // A company that changes its industry takes its deals along.
        const Item before = office.item(u"company"_s, trade);
        QVERIFY(office.store().commitAndWait(planEdit(office.schema(), before, {{u"industry"_s, industries[1].id}})));
        QCOMPARE(shown(office, query, *source).constFirst(), displayName(office.schema(), industries[1]) + u": c a"_s);
        QVERIFY(by(office, u"deal"_s, u"client_company.created_at"_s) == nullptr);
    }

    void everyDayStandsInOneColumn()
    {
        TestOffice office; // it is a Monday
        const QDate today = office.clock().localNow().date();
        for (const auto &[title, days] : {std::pair(u"a"_s, -400),
                                          {u"b"_s, -1},
                                          {u"c"_s, 0},
                                          {u"d"_s, 1},
                                          {u"e"_s, 4},
                                          {u"f"_s, 5},
                                          {u"g"_s, 11},
                                          {u"h"_s, 12}})
            office.create(u"deal"_s, {{u"title"_s, title}, {u"close_date"_s, today.addDays(days)}});
        const qint64 none = office.create(u"deal"_s, {{u"title"_s, u"i"_s}});
        QVERIFY(drop(office, *by(office, u"deal"_s, u"close_date"_s), u"deal"_s, none, qint64(DayColumn::None)));
        ItemQuery query = leads(office);
        query.typeId = office.typeId(u"deal"_s);
        const ColumnsPtr source = by(office, u"deal"_s, u"close_date"_s);
        QVERIFY(source);
        QStringList found = shown(office, query, *source);
        QCOMPARE(found,
                 QStringList({u"Overdue: b a"_s, u"Today: c"_s, u"This week: e d"_s, u"Next week: g f"_s, u"Later: h"_s,
                              u"No date: i"_s}));
    }

    void aCardTakesTheDayOfItsColumn()
    {
        TestOffice office;
        const QDate today = office.clock().localNow().date();
        const qint64 id = office.create(u"deal"_s, {{u"title"_s, u"One"_s}, {u"close_date"_s, today.addDays(-3)}});
        const ColumnsPtr source = by(office, u"deal"_s, u"close_date"_s);
        const auto day = [&] { return office.item(u"deal"_s, id).value(u"close_date"_s).toDate(); };
        for (const auto &[column, days] :
             {std::pair(DayColumn::Today, 0), {DayColumn::ThisWeek, 1}, {DayColumn::NextWeek, 7}, {DayColumn::Later, 14}}) {
            QVERIFY(drop(office, *source, u"deal"_s, id, qint64(column)));
            QCOMPARE(day(), today.addDays(days));
        }
        const auto refused = drop(office, *source, u"deal"_s, id, qint64(DayColumn::Overdue));
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.isEmpty());
        QCOMPARE(day(), today.addDays(14));
        QVERIFY(drop(office, *source, u"deal"_s, id, qint64(DayColumn::None)));
        QVERIFY(!day().isValid());
        QVERIFY(office.store().undo().result());
        QCOMPARE(day(), today.addDays(14));
    }

    void todayIsThatOfTheDropNotOfTheHeads()
    {
        TestOffice office;
        const qint64 id = office.create(u"deal"_s, {{u"title"_s, u"One"_s}});
        const ColumnsPtr source = by(office, u"deal"_s, u"close_date"_s);
        office.clock().advance(86'400'000LL); // the computer slept over midnight
        QVERIFY(drop(office, *source, u"deal"_s, id, qint64(DayColumn::Today)));
        QCOMPARE(office.item(u"deal"_s, id).value(u"close_date"_s).toDate(), office.clock().localNow().date());
    }

    void onASaturdayTheWeekIsOver()
    {
        TestOffice office;
        office.clock().advance(5 * 86'400'000LL);
        const QDate saturday = office.clock().localNow().date();
        const qint64 id = office.create(u"deal"_s, {{u"title"_s, u"One"_s}, {u"close_date"_s, saturday.addDays(30)}});
        const ColumnsPtr source = by(office, u"deal"_s, u"close_date"_s);
        const auto day = [&] { return office.item(u"deal"_s, id).value(u"close_date"_s).toDate(); };
        QVERIFY(drop(office, *source, u"deal"_s, id, qint64(DayColumn::ThisWeek)));
        QCOMPARE(day(), saturday);
        QVERIFY(drop(office, *source, u"deal"_s, id, qint64(DayColumn::NextWeek)));
        QCOMPARE(day(), saturday.addDays(6)); // Friday, not the Saturday a week on
    }

    void peopleAndChoicesHaveTheirColumns()
    {
        TestOffice office;
        const Field *source = office.schema().field(office.typeId(u"lead"_s), u"source"_s);
        const QList<ListValue> values = office.schema().listValues(source->id);
        QVERIFY(values.size() > 1);
        const qint64 a = office.create(u"lead"_s, {{u"title"_s, u"a"_s}, {u"source"_s, values[1].id}});
        office.create(u"lead"_s, {{u"title"_s, u"b"_s}});
        const ColumnsPtr choices = by(office, u"lead"_s, u"source"_s);
        QCOMPARE(choices->heads().size(), values.size() + 1);
        QCOMPARE(choices->indexOf(values[1].id), 1);
        QCOMPARE(choices->indexOf(-7), -1);
        QStringList found = shown(office, leads(office), *choices);
        QCOMPARE(found.size(), 2);
        QVERIFY2(found[0].endsWith(u": a") && found[1].endsWith(u": b"), qPrintable(found.join(u" | "_s)));
        QVERIFY(drop(office, *choices, u"lead"_s, a, 0));
        QVERIFY(!office.item(u"lead"_s, a).value(u"source"_s).isValid());
        QVERIFY(drop(office, *choices, u"lead"_s, a, values[0].id));
        QCOMPARE(office.item(u"lead"_s, a).reference(u"source"_s), values[0].id);
        // Nobody is responsible: a rule of the office says no, and nothing changes.
        const ColumnsPtr people = by(office, u"lead"_s, u"responsible"_s);
        QVERIFY(!drop(office, *people, u"lead"_s, a, 0));
        QCOMPARE(shown(office, leads(office), *people), QStringList{u"Test Person: b a"_s});
    }

    void onlyFieldsWithOneValueMakeColumns()
    {
        TestOffice office;
        const auto can = [&](const QString &code) { return bool(by(office, u"lead"_s, code)); };
        QVERIFY(can(u"responsible"_s) && can(u"source"_s) && can(u"birth_date"_s));
        QVERIFY(!can(u"observers"_s));  // several
        QVERIFY(!can(u"created_at"_s)); // nobody can change it
        QVERIFY(!can(u"title"_s) && !can(u"stage"_s) && !can(u"no_such_field"_s));
    }

    /// Stages with lanes by source: each card stands in one cell, however it is asked for.
    void everyCardStandsInOneCell()
    {
        TestOffice office;
        const QList<ListValue> values = sources(office);
        for (int i = 0; i < 12; ++i) {
            const qint64 id = office.create(u"lead"_s,
                                            {{u"title"_s, QString::number(i)},
                                             {u"amount"_s, toValue(Money{100, u"RUB"_s})},
                                             {u"source"_s, i % 3 == 0 ? Value() : Value(values[i % 2].id)}});
            if (i % 4 == 0)
                office.move(u"lead"_s, id, u"in_progress"_s);
        }
        const ItemQuery query = leads(office);
        const ReadContext reader = office.store().reader();
        for (const QList<qint64> &chosen : {QList<qint64>(), {values[0].id}, {values[1].id, 0}, {-5}}) {
            const ColumnsPtr cells = lanesBy(office, u"source"_s, chosen);
            QVERIFY(cells->swimlanes());
            const auto start = readBoard(reader, query, *cells, {}, 3, office.clock().now());
            const auto totals = queryColumnTotals(reader, query, *cells);
            QVERIFY(start && totals);
            qsizetype all = 0;
            for (const BoardColumn &column : start->columns) {
                const auto rows = queryColumn(reader, query, *cells, column.key);
                QVERIFY(rows);
                QCOMPARE(*rows, column.rows);
                QCOMPARE(totals->value(column.key).count, rows->size());
                QCOMPARE(totals->value(column.key).sums.value(u"RUB"_s), 100 * rows->size());
                QCOMPARE(column.cards.size(), qMin<qsizetype>(3, rows->size()));
                all += rows->size();
            }
            QCOMPARE(all, 12);
        }
        const Swimlanes *few = lanesBy(office, u"source"_s, {values[0].id})->swimlanes();
        QCOMPARE(few->lanes().size(), 2);
        QCOMPARE(few->lanes()[1].key, qint64(Swimlanes::others));
    }

    /// As it is read where few stand on top of the stages: the same as by single cells.
    void lanesOfManyItemsAreReadFromTheTop()
    {
        TestOffice office;
        const QList<ListValue> values = sources(office);
        const EntityType lead = *office.schema().type(u"lead"_s);
        ChangeSet many;
        for (int i = 0; i < 3200; ++i) // more than are read at once
            many.changes += planCreate(office.schema(), lead,
                                       {{u"title"_s, QString::number(i)}, {u"source"_s, values[i % 800 == 0 ? 1 : 0].id}})
                                .changes;
        QVERIFY(office.store().commitAndWait(many));
        const ColumnsPtr cells = lanesBy(office, u"source"_s, {values[0].id, values[1].id});
        const auto start = readBoard(office.store().reader(), leads(office), *cells, {}, 5, office.clock().now());
        QVERIFY(start);
        const qint64 wide = cells->swimlanes()->columns()->heads().size();
        QCOMPARE(start->columns[0].cards.size(), 5);
        QVERIFY(!start->columns[0].complete);
        QCOMPARE(start->columns[wide].rows, *queryColumn(office.store().reader(), leads(office), *cells, wide));
        QCOMPARE(start->columns[wide].rows.size(), 4);
        QVERIFY(start->columns[wide].complete); // the rare ones were listed
        QCOMPARE(start->columns[wide].cards.size(), 4);
    }

    void aCardIsPutIntoALaneAndAColumnByOneAct()
    {
        TestOffice office;
        const QList<ListValue> values = sources(office);
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}, {u"source"_s, values[0].id}});
        const ColumnsPtr cells = lanesBy(office, u"source"_s, {values[0].id, values[1].id, 0});
        const Swimlanes &lanes = *cells->swimlanes();
        const auto lead = [&] { return office.item(u"lead"_s, id); };
        QVERIFY(drop(office, *cells, u"lead"_s, id, lanes.cell(1, 2)));
        QCOMPARE(lead().reference(u"source"_s), values[1].id);
        QCOMPARE(lead().reference(u"stage"_s), lanes.columns()->heads()[2].key);
        QVERIFY(office.store().undo().result());
        QCOMPARE(lead().reference(u"source"_s), values[0].id);
        QCOMPARE(lead().reference(u"stage"_s), lanes.columns()->heads()[0].key);
        // Into another lane of its stage: no move.
        const auto only = planDrop(office.store().reader(), *cells, lead(), lanes.cell(2, 0), {}, {}, office.clock().now());
        QVERIFY(only);
        QCOMPARE(only->changes.kind, u"edit"_s);
        QCOMPARE(only->lands, lanes.cell(2, 0));
        QVERIFY(office.store().commitAndWait(only->changes));
        QVERIFY(!lead().value(u"source"_s).isValid());
        // Behind "the rest" stand several.
        const auto rest = drop(office, *cells, u"lead"_s, id, lanes.cell(3, 0));
        QVERIFY(!rest);
        QVERIFY2(rest.error().message.contains(u"lane"_s), qPrintable(rest.error().message));
        // What is made in a cell stands there.
        const auto start = startIn(office.store().reader(), *cells, office.typeId(u"lead"_s), lanes.cell(1, 1), {},
                                   office.clock().now());
        QVERIFY(start);
        QCOMPARE(start->values.value(u"source"_s).toLongLong(), values[1].id);
        QCOMPARE(start->values.value(u"stage"_s).toLongLong(), lanes.columns()->heads()[1].key);
        // Many at once, by one undo.
        const qint64 other = office.create(u"lead"_s, {{u"title"_s, u"Two"_s}});
        const auto report = runBulk(office.store(), office.typeId(u"lead"_s), {id, other},
                                    bulkDrop(office.store().schema(), cells, lanes.cell(0, 1), {}, office.clock().now()));
        QVERIFY(report);
        QCOMPARE(report->done, 2);
        QCOMPARE(lead().reference(u"source"_s), values[0].id);
        QCOMPARE(office.item(u"lead"_s, other).reference(u"stage"_s), lanes.columns()->heads()[1].key);
        QVERIFY(office.store().undo().result());
        QVERIFY(!lead().value(u"source"_s).isValid());
    }

    void aCardThatARuleHoldsBackStays()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const ColumnsPtr cells = lanesBy(office, u"responsible"_s, {});
        const Swimlanes &lanes = *cells->swimlanes();
        const int nobody = int(lanes.lanes().size()) - 1;
        QCOMPARE(lanes.lanes()[nobody].key, qint64(0));
        QVERIFY(!drop(office, *cells, u"lead"_s, id, lanes.cell(nobody, 1)));
        QCOMPARE(office.item(u"lead"_s, id).reference(u"stage"_s), lanes.columns()->heads()[0].key);
    }

    /// Hundreds of people: the first few, and the rest in one lane.
    void fewOfManyLanesAreShown()
    {
        TestOffice office;
        for (int i = 0; i < 30; ++i)
            QVERIFY(office.store().commitAndWait(*planUser(office.schema(), 0, {{u"name"_s, u"Person %1"_s.arg(i)}}, 0)));
        const ColumnsPtr cells = lanesBy(office, u"responsible"_s, {});
        QCOMPARE(cells->swimlanes()->lanes().size(), lanesAtFirst + 1);
        QCOMPARE(swimlaneHeads(office.schema(), office.typeId(u"lead"_s), u"responsible"_s).size(), 32);
        // No lanes by what columns stand for already, by days, by several, or by nothing.
        const ColumnsPtr people = by(office, u"lead"_s, u"responsible"_s);
        const auto without = [&](const QString &code) {
            return withSwimlanes(office.schema(), office.typeId(u"lead"_s), people, {code, {}}) == people;
        };
        QVERIFY(without(u"responsible"_s) && without(u"birth_date"_s) && without(u"observers"_s) && without({}));
        QVERIFY(!without(u"source"_s));
    }

    void manyAreDroppedAtOnce()
    {
        TestOffice office;
        QList<qint64> ids;
        for (int i = 0; i < 5; ++i)
            ids << office.create(u"lead"_s, {{u"title"_s, QString::number(i)}});
        const ColumnsPtr days = by(office, u"lead"_s, u"birth_date"_s);
        const auto report = runBulk(
            office.store(), office.typeId(u"lead"_s), ids,
            bulkDrop(office.store().schema(), days, qint64(DayColumn::Today), {}, office.clock().now()));
        QVERIFY(report);
        QCOMPARE(report->done, 5);
        QCOMPARE(shown(office, leads(office), *days), QStringList{u"Today: 4 3 2 1 0"_s});
        QVERIFY(office.store().undo().result());
        QCOMPARE(shown(office, leads(office), *days), QStringList{u"No date: 4 3 2 1 0"_s});
    }
};

KARTOTEKA_TEST(tst_column_source, TestColumnSource)
#include "tst_column_source.moc"
