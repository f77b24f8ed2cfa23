// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board/card_mover.h"

#include "core/activities/activity.h"
#include "core/definitions/field_acts.h"
#include "core/items/item_acts.h"
#include "core/items/setting_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/query/asked_stages.h"
#include "tests/support/patience.h"
#include "tests/support/random_days.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestBoardModel : public QObject
{
    Q_OBJECT

    static ItemQuery leads(TestOffice &office)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.pipeline = office.schema().defaultPipeline(query.typeId)->id;
        return query;
    }

    static bool load(BoardModel &model, const ItemQuery &query)
    {
        QSignalSpy reset(&model, &BoardModel::reset);
        model.setQuery(query);
        return reset.wait(patienceMs);
    }

    /// What the board shows, as text: "stage: id id | count sum".
    static QStringList shown(const BoardModel &model)
    {
        QStringList out;
        for (int column = 0; column < model.columnCount(); ++column) {
            QString line = model.head(column).name + u':';
            for (int row = 0; row < model.cardCount(column); ++row) {
                const Card *card = model.card(column, row);
                line += card ? u" %1 %2"_s.arg(card->id).arg(card->title) : u" ?"_s;
            }
            out << line + u" | %1 %2"_s.arg(model.totals(column).count).arg(model.totals(column).sums.value(u"RUB"_s));
        }
        return out;
    }

    static QStringList freshlyShown(TestOffice &office, bool showFinal)
    {
        BoardModel model(office.store());
        model.setShowFinal(showFinal);
        return load(model, leads(office)) ? shown(model) : QStringList();
    }

private slots:
    /// A field more changes no card; a stage's name does.
    void standsWhileDefinitionsAreAdded()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        QSignalSpy resets(&model, &BoardModel::reset);
        const EntityType lead = *office.schema().type(u"lead"_s);
        NewField budget;
        budget.code = budget.name = u"budget"_s;
        QVERIFY(office.store().commitAndWait(*planAddField(office.schema(), lead, budget)));
        QTest::qWait(0);
        QVERIFY(resets.isEmpty());
        const Stage stage = *office.schema().firstStage(office.schema().defaultPipeline(lead.id)->id);
        QVERIFY(office.store().commitAndWait(planEditStage(office.schema(), stage, u"Fresh"_s, stage.colour)));
        QVERIFY(resets.size() == 1 || resets.wait(patienceMs));
        QCOMPARE(model.head(0).name, u"Fresh"_s);
    }

    /// A board by days after midnight: cards stand where they belong now, and nothing was shown anew.
    void theDayTurns()
    {
        TestOffice office;
        const QDateTime begun = office.clock().localNow();
        office.clock().advance(begun.msecsTo(QDateTime(begun.date().addDays(1), QTime(12, 0))));
        const QDate today = office.clock().localNow().date();
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"One"_s}, {u"close_date"_s, today}});
        BoardModel model(office.store());
        ItemQuery query = leads(office);
        query.typeId = office.typeId(u"deal"_s);
        query.pipeline = office.schema().defaultPipeline(query.typeId)->id;
        query.now = office.clock().now();
        model.setColumnField(u"close_date"_s);
        QVERIFY(load(model, query));
        QCOMPARE(model.head(model.find(deal).first).key, qint64(DayColumn::Today));
        QSignalSpy reset(&model, &BoardModel::reset);
        office.clock().advance(24 * 3'600'000);
        model.turnTo(office.clock().now());
        QTRY_COMPARE(model.head(model.find(deal).first).key, qint64(DayColumn::Overdue));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.totals(model.columnOf(qint64(DayColumn::Overdue))).count, 1);
        model.setShown(false); // nobody looks
        office.clock().advance(-24 * 3'600'000);
        model.turnTo(office.clock().now());
        model.setShown(true);
        QTRY_COMPARE(model.head(model.find(deal).first).key, qint64(DayColumn::Today));
    }

    void whatNobodySeesIsReadWhenItIsShown()
    {
        TestOffice office;
        BoardModel model(office.store());
        model.setShown(false);
        QSignalSpy failures(&model, &BoardModel::readFailed);
        QSignalSpy resets(&model, &BoardModel::reset);
        const Stage stage = office.schema().stages(leads(office).pipeline).constFirst();
        QVERIFY(office.store().commitAndWait(planEditStage(office.schema(), stage, u"Fresh"_s, stage.colour)));
        model.setQuery(leads(office));
        QTest::qWait(50);
        QVERIFY(failures.isEmpty()); // nor is it asked for a type that it has not been given
        QVERIFY(resets.isEmpty());
        model.setShown(true);
        QVERIFY(resets.wait(patienceMs));
        QCOMPARE(model.head(0).name, u"Fresh"_s);
    }

    void followsEveryCommitByRows()
    {
        TestOffice office;
        BoardModel model(office.store());
        model.setShowFinal(true);
        QVERIFY(load(model, leads(office)));
        QSignalSpy resets(&model, &BoardModel::reset);

        const QStringList stages{u"new"_s, u"in_progress"_s, u"processed"_s, u"junk"_s};
        const quint32 seed = 20260302;
        QRandomGenerator random(seed);
        QList<qint64> ids;
        for (int step = 0; step < 120; ++step) {
            office.clock().advance(1000);
            const qint64 id = ids.isEmpty() ? 0 : ids[random.bounded(int(ids.size()))];
            const bool deleted = id != 0 && office.item(u"lead"_s, id).deleted;
            switch (ids.size() < 5 ? 0 : deleted ? 5 : random.bounded(5)) {
            case 0:
                ids << office.create(
                    u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(step)}, {u"amount"_s, toValue(Money{step * 100, u"RUB"_s})}});
                break;
            case 1: office.move(u"lead"_s, id, stages[random.bounded(4)]); break;
            case 2:
                QVERIFY(
                    office.store().commitAndWait(planEdit(office.schema(), office.item(u"lead"_s, id),
                                                          {{u"title"_s, u"Renamed %1"_s.arg(step)},
                                                           {u"amount"_s, toValue(Money{random.bounded(9000), u"RUB"_s})}})));
                break;
            case 3:
                QVERIFY(office.store().commitAndWait(
                    planDelete(*office.schema().type(u"lead"_s), {id}, {}, office.clock().now())));
                break;
            case 4: QVERIFY(office.store().undo().result()); break;
            case 5: QVERIFY(office.store().commitAndWait(planRestore(*office.schema().type(u"lead"_s), {id}, {}))); break;
            }
            ids.removeIf([&](qint64 one) { return office.item(u"lead"_s, one).id == 0; }); // its creation was undone
        }
        const QStringList expected = freshlyShown(office, true);
        QVERIFY(!expected.isEmpty());
        if (!QTest::qWaitFor([&] { return shown(model) == expected; }, patienceMs))
            QCOMPARE(shown(model), expected); // says what differs
        QCOMPARE(resets.count(), 0);
    }

    /// Whatever is committed and however the board is made, following gives what reading anew would.
    void followingIsReadingAnew_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("filter");
        for (const char *plans : {"plans", "plans of one's own"})
            QTest::newRow(plans) << u"activity"_s << int(CardOrder::Newest) << conditionText(inProgress());
        QTest::newRow("stages") << QString() << int(CardOrder::Newest) << QString();
        QTest::newRow("stages, nearest deadline") << QString() << int(CardOrder::Deadline) << QString();
        QTest::newRow("stages, by what a company is called")
            << QString() << int(CardOrder::LastChange) << u"client_company.title ~ a"_s;
        QTest::newRow("people") << u"responsible"_s << int(CardOrder::Newest) << u"stage = new"_s;
        QTest::newRow("choices") << u"source"_s << int(CardOrder::Amount) << QString();
        QTest::newRow("days") << u"birth_date"_s << int(CardOrder::Newest) << u"activity.deadline is not empty"_s;
    }
    void followingIsReadingAnew()
    {
        QFETCH(QString, columns);
        QFETCH(int, order);
        QFETCH(QString, filter);
        TestOffice office;
        if (QTest::currentDataTag() == "plans of one's own"_ba)
            QVERIFY(office.store().commitAndWait(*planSettings({{u"counter_mode"_s, u"activity"_s}})));
        ItemQuery query = leads(office);
        query.user = office.store().user();
        query.order = CardOrder(order);
        query.now = office.clock().now();
        if (!filter.isEmpty())
            query.conditions = *parseConditions(filter);
        const auto open = [&](BoardModel &model) {
            model.setShowFinal(true);
            model.setColumnField(columns);
            return load(model, query);
        };
        BoardModel model(office.store());
        QVERIFY(open(model));
        QSignalSpy resets(&model, &BoardModel::reset);
        const quint32 seed = qEnvironmentVariableIsSet("KARTOTEKA_SEED") ? qEnvironmentVariable("KARTOTEKA_SEED").toUInt()
                                                                         : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        RandomDays days(office, seed);
        for (int round = 0; round < 12; ++round) {
            for (int i = 0; i < 8; ++i)
                days.act();
            BoardModel fresh(office.store());
            QVERIFY(open(fresh));
            if (!QTest::qWaitFor([&] { return shown(model) == shown(fresh); }, patienceMs))
                QCOMPARE(shown(model), shown(fresh)); // says what differs
        }
        QCOMPARE(resets.count(), 0);
    }

    void manyChangesAreNoReset()
    {
        TestOffice office;
        const qint64 first = office.create(u"lead"_s, {{u"title"_s, u"First"_s}});
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        model.needAll(0);
        QSignalSpy resets(&model, &BoardModel::reset);
        ChangeSet many;
        for (int i = 0; i < 500; ++i)
            many.changes +=
                planCreate(office.schema(), *office.schema().type(u"lead"_s), {{u"title"_s, u"Lead %1"_s.arg(i)}}).changes;
        QVERIFY(office.store().commitAndWait(many));
        QTRY_COMPARE(model.cardCount(0), 501);
        QTRY_COMPARE(model.find(first), qMakePair(0, 500)); // all of the column was known, and is
        QCOMPARE(resets.count(), 0);
    }

    void whatNobodySeesFollowsWhenItIsSeenAgain()
    {
        TestOffice office;
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        model.setShown(false);
        QSignalSpy changed(&model, &BoardModel::columnChanged);
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        QVERIFY(!changed.wait(50));
        model.setShown(true);
        QTRY_COMPARE(model.cardCount(0), 1);
    }

    void aCardShowsHowItsClientIsCalledNow()
    {
        TestOffice office;
        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"Old"_s}});
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}, {u"client_company"_s, company}});
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        QCOMPARE(model.card(0, 0)->client, u"Old"_s);
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"company"_s, company), {{u"title"_s, u"New"_s}})));
        QTRY_COMPARE(model.card(0, 0)->client, u"New"_s);
    }

    void aCardDroppedOnADayHasThatDay()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        BoardModel model(office.store());
        model.setColumnField(u"birth_date"_s);
        QVERIFY(load(model, leads(office)));
        QCOMPARE(model.find(id).first, model.columnOf(qint64(DayColumn::None)));
        QVERIFY(!model.stage(0));
        CardMover mover(office.store(), model);
        QSignalSpy moved(&mover, &CardMover::moved);
        QSignalSpy refused(&mover, &CardMover::refused);
        mover.move({id}, model.columnOf(qint64(DayColumn::Today)), 0);
        QCOMPARE(model.find(id).first, model.columnOf(qint64(DayColumn::Today))); // before the commit is done
        QVERIFY(moved.wait(patienceMs));
        QCOMPARE(moved.first().at(2).toString(), u"Today"_s);
        QCOMPARE(office.item(u"lead"_s, id).value(u"birth_date"_s).toDate(), office.clock().localNow().date());
        mover.move({id}, model.columnOf(qint64(DayColumn::Overdue)), 0);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(model.find(id).first, model.columnOf(qint64(DayColumn::Today)));
        QVERIFY(office.store().undo().result());
        QTRY_COMPARE(model.find(id).first, model.columnOf(qint64(DayColumn::None)));
    }

    void lanesFollowWhatIsChangedAndDropped()
    {
        TestOffice office;
        const Field source = *office.schema().field(office.typeId(u"lead"_s), u"source"_s);
        const QList<ListValue> values = office.schema().listValues(source.id);
        const qint64 a = office.create(u"lead"_s, {{u"title"_s, u"a"_s}, {u"source"_s, values[0].id}});
        const qint64 b = office.create(u"lead"_s, {{u"title"_s, u"b"_s}, {u"source"_s, values[0].id}});
        BoardModel model(office.store());
        model.setSwimlanes({u"source"_s, {values[0].id, values[1].id}});
        QVERIFY(load(model, leads(office)));
        const int wide = model.across();
        QCOMPARE(model.laneCount(), 3);
        QCOMPARE(model.columnCount(), 3 * wide);
        QCOMPARE(model.head(wide).key, model.head(0).key);
        QCOMPARE(model.find(a), qMakePair(0, 1));
        QCOMPARE(model.columnOf(model.head(1).key, values[1].id), wide + 1);
        // Another seat, a card, the command line.
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, a), {{u"source"_s, values[1].id}})));
        QTRY_COMPARE(model.find(a), qMakePair(wide, 0));
        QTRY_COMPARE(model.totals(wide).count, 1);
        // Into a lane and a stage by one drop, seen at once.
        CardMover mover(office.store(), model);
        QSignalSpy moved(&mover, &CardMover::moved);
        QSignalSpy refused(&mover, &CardMover::refused);
        mover.move({b}, wide + 1, 0);
        QCOMPARE(model.find(b).first, wide + 1);
        QVERIFY(moved.wait(patienceMs));
        QVERIFY2(moved.first().at(2).toString().contains(model.head(1).name), qPrintable(moved.first().at(2).toString()));
        QCOMPARE(office.item(u"lead"_s, b).reference(u"source"_s), values[1].id);
        // Several at once, into another lane of their stages.
        QSignalSpy movedMany(&mover, &CardMover::movedMany);
        mover.move({a, b}, 0, 0);
        QVERIFY(movedMany.wait(patienceMs));
        QTRY_COMPARE(model.cardCount(0), 2);
        QVERIFY(office.store().undo().result());
        QTRY_COMPARE(model.find(b).first, wide + 1);
        // What leaves the lanes that are shown is counted with the rest, into which nothing is put.
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, a), {{u"source"_s, values[2].id}})));
        QTRY_COMPARE(model.totals(2 * wide).count, 1);
        mover.move({b}, 2 * wide, 0);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(model.find(b).first, wide + 1);
        // A filter leaves the lanes.
        ItemQuery query = leads(office);
        query.conditions = {{u"title"_s, Comparison::Equal, {u"b"_s}}};
        QVERIFY(load(model, query));
        QCOMPARE(model.laneCount(), 3);
        QCOMPARE(model.totalsAcross({0, wide, wide + 1, 2 * wide}).count, 1);
        model.setSwimlanes({});
        QVERIFY(load(model, leads(office)));
        QCOMPARE(model.laneCount(), 0);
        QCOMPARE(model.columnCount(), wide);
    }

    void aMovedCardStandsInItsPlaceAtOnce()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        CardMover mover(office.store(), model);
        QSignalSpy moved(&mover, &CardMover::moved);
        mover.move({id}, 1, 0);
        QCOMPARE(model.find(id), qMakePair(1, 0)); // before the commit is done
        QCOMPARE(model.cardCount(0), 0);
        QVERIFY(moved.wait(patienceMs));
        QCOMPARE(moved.first().at(1).toString(), u"One"_s);
        QTRY_COMPARE(model.totals(1).count, 1);
        QCOMPARE(model.find(id), qMakePair(1, 0));
        QCOMPARE(office.item(u"lead"_s, id).reference(u"stage"_s), model.head(1).key);
    }

    void aRefusedMoveReturns()
    {
        TestOffice office;
        const qint64 stays = office.create(u"lead"_s, {{u"title"_s, u"Stays"_s}});
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"Gone"_s}});
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        CardMover mover(office.store(), model);
        QSignalSpy refused(&mover, &CardMover::refused);
        // Its creation is being undone while it is dragged: the move comes second.
        const auto undone = office.store().undo();
        mover.move({id}, 1, 0);
        QVERIFY(model.find(id).first == 1 || !refused.isEmpty()); // on a fast disk it is undone already
        QTRY_VERIFY(!refused.isEmpty());
        QVERIFY(!refused.first().at(1).value<Error>().message.isEmpty());
        QVERIFY(undone.result());
        QTRY_COMPARE(model.find(id), qMakePair(-1, -1));
        QCOMPARE(model.find(stays), qMakePair(0, 0));
        QTRY_COMPARE(model.cardCount(1), 0);
    }

    void cardsAreOrderedByHand()
    {
        TestOffice office;
        QList<qint64> ids;
        for (int i = 0; i < 3; ++i) {
            ids << office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
            office.clock().advance(1000);
        }
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        const auto order = [&] {
            QList<qint64> out;
            for (int row = 0; row < model.cardCount(0); ++row)
                out << (model.card(0, row) ? model.card(0, row)->id : 0);
            return out;
        };
        QCOMPARE(order(), QList<qint64>({ids[2], ids[1], ids[0]}));
        CardMover mover(office.store(), model);
        mover.move({ids[2]}, 0, 3); // below the last one
        const QList<qint64> expected{ids[1], ids[0], ids[2]};
        QCOMPARE(order(), expected);
        QTRY_VERIFY(office.item(u"lead"_s, ids[2]).rank < office.item(u"lead"_s, ids[0]).rank);
        QTRY_COMPARE(order(), expected);
    }

    void aSearchFiltersCardsAndTotals()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"Blue door"_s}, {u"amount"_s, toValue(Money{500, u"RUB"_s})}});
        office.create(u"lead"_s, {{u"title"_s, u"Red door"_s}, {u"amount"_s, toValue(Money{700, u"RUB"_s})}});
        BoardModel model(office.store());
        ItemQuery query = leads(office);
        query.search = u"blue"_s;
        QVERIFY(load(model, query));
        QCOMPARE(model.cardCount(0), 1);
        QCOMPARE(model.totals(0).sums.value(u"RUB"_s), 500);
        office.create(u"lead"_s, {{u"title"_s, u"Blue window"_s}, {u"amount"_s, toValue(Money{100, u"RUB"_s})}});
        office.create(u"lead"_s, {{u"title"_s, u"Green window"_s}});
        QTRY_COMPARE(model.totals(0).sums.value(u"RUB"_s), 600);
        QCOMPARE(model.cardCount(0), 2);
    }

    void aLongColumnIsLoadedInPieces()
    {
        TestOffice office;
        ChangeSet many;
        for (int i = 0; i < 700; ++i)
            many.changes +=
                planCreate(office.schema(), *office.schema().type(u"lead"_s), {{u"title"_s, u"Lead %1"_s.arg(i)}}).changes;
        QVERIFY(office.store().commitAndWait(many));
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        QCOMPARE(model.cardCount(0), 700);
        QVERIFY(!model.card(0, 600));
        model.need(0, 600, 620);
        QTRY_VERIFY((model.need(0, 600, 620), model.card(0, 610) != nullptr));
        model.need(0, 0, 20);
        QTRY_VERIFY(model.card(0, 0) != nullptr);
    }

    void lightsComeOnAsTimePasses()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        ActivityDraft draft;
        draft.items = {{office.typeId(u"lead"_s), id, {}}};
        draft.deadline = office.clock().now() + 3'600'000LL;
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        BoardModel model(office.store());
        QVERIFY(load(model, leads(office)));
        QCOMPARE(model.card(0, 0)->lights, (Lights{0, 0, 1}));
        office.clock().advance(3'600'001);
        QSignalSpy changed(&model, &BoardModel::columnChanged);
        model.refreshLights();
        QVERIFY(changed.wait(patienceMs));
        QCOMPARE(model.card(0, 0)->lights, (Lights{1, 0, 1}));
    }
};

KARTOTEKA_TEST(tst_board_model, TestBoardModel)
#include "tst_board_model.moc"
