// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/conversion.h"
#include "core/pipeline/card_queries.h"
#include "core/pipeline/stage_move.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestStageMove : public QObject
{
    Q_OBJECT
private slots:
    void closingKeepsTheMomentAndReopeningForgetsIt()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        office.clock().advance(5000);
        office.move(u"lead"_s, id, u"junk"_s);
        QCOMPARE(office.item(u"lead"_s, id).value(u"closed_at"_s).toLongLong(), office.clock().now());
        office.clock().advance(5000);
        office.move(u"lead"_s, id, u"new"_s);
        QVERIFY(!office.item(u"lead"_s, id).value(u"closed_at"_s).isValid());
        QCOMPARE(office.item(u"lead"_s, id).value(u"stage_changed_at"_s).toLongLong(), office.clock().now());
    }

    void whatConvertsIsWonByConversionOnly()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 won = office.stageId(u"lead"_s, u"converted"_s);
        const ItemRef ref{office.typeId(u"lead"_s), id, {}};
        const auto planned = planMove(office.store().reader(), ref, won);
        QVERIFY(!planned);
        QCOMPARE(planned.error().where, u"stage"_s);
        ChangeSet byHand;
        byHand.kind = u"edit"_s;
        byHand.update(u"lead"_s, id, {{u"stage"_s, won}});
        QVERIFY(!office.store().commitAndWait(byHand)); // not past the plan either
        const auto report = runBulk(office.store(), ref.type, {id}, bulkMove(office.store().schema(), won));
        QVERIFY(report);
        QCOMPARE(report->skippedInAll, 1);
        QCOMPARE(office.item(u"lead"_s, id).reference(u"stage"_s), office.stageId(u"lead"_s, u"new"_s));

        const auto conversion = planConversion(
            office.store().reader(),
            {.source = ref, .targets = {u"deal"_s}, .existing = {}, .edited = {}, .pipelines = {}, .user = 0});
        QVERIFY(conversion && office.store().commitAndWait(conversion->changes));
        QCOMPARE(office.item(u"lead"_s, id).reference(u"stage"_s), won);
        QVERIFY(office.store().undo().result());
        QVERIFY(office.store().redo().result());
        QCOMPARE(office.item(u"lead"_s, id).reference(u"stage"_s), won);
        // Deals have nothing to convert to.
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Two"_s}});
        office.move(u"deal"_s, deal, u"won"_s);
    }

    void theStoryTellsHowLongItHadBeenThere()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        office.clock().advance(90'000);
        office.move(u"lead"_s, id, u"processed"_s);
        auto page = readTimeline(office.store().reader(), {office.typeId(u"lead"_s), id, {}}, {}, 1);
        QVERIFY(page);
        QCOMPARE(page->entries.first().kind, EntryKind::StageChanged);
        QCOMPARE(page->entries.first().inStageMs.toLongLong(), 90'000);
    }

    void cardsStandWhereTheyWerePut()
    {
        TestOffice office;
        QList<qint64> ids;
        for (int i = 0; i < 4; ++i) {
            ids << office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
            office.clock().advance(1000);
        }
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.pipeline = office.schema().defaultPipeline(query.typeId)->id;
        const ColumnsPtr source = stageColumns(office.schema(), query.pipeline, false);
        QCOMPARE(source->heads()[0].key, office.stageId(u"lead"_s, u"new"_s));
        const auto column = [&] {
            const auto board = readBoard(office.store().reader(), query, *source, {}, 10, office.clock().now());
            QList<qint64> out;
            for (qsizetype i = 0; board && i < board->columns[0].cards.size(); ++i)
                out << board->columns[0].cards.at(i).id;
            return out;
        };
        QCOMPARE(column(), QList<qint64>({ids[3], ids[2], ids[1], ids[0]})); // newest on top
        const auto rank = rankBetween({office.item(u"lead"_s, ids[3]).rank, office.item(u"lead"_s, ids[2]).rank});
        QVERIFY(rank);
        QVERIFY(office.store().commitAndWait(planReorder(*office.schema().type(query.typeId), ids[0], *rank)));
        QCOMPARE(column(), QList<qint64>({ids[3], ids[0], ids[2], ids[1]}));
        office.move(u"lead"_s, ids[1], u"processed"_s);
        office.clock().advance(1000);
        office.move(u"lead"_s, ids[1], u"new"_s);
        QCOMPARE(column().first(), ids[1]); // what was moved comes on top
    }

    void cardsSayHowTheirClientIsReached()
    {
        TestOffice office;
        const qint64 anna = office.create(u"contact"_s,
                                          {{u"last_name"_s, u"Anna"_s}, {u"phone"_s, textMembers({u"+7 495 123-45-67"_s})}});
        const qint64 firm = office.create(u"company"_s,
                                          {{u"title"_s, u"Firm"_s}, {u"email"_s, textMembers({u"a@firm.example"_s})}});
        const QHash<qint64, std::pair<bool, bool>> reached{
            {office.create(u"deal"_s, {{u"title"_s, u"Hers"_s}, {u"client_contact"_s, anna}}), {true, false}},
            {office.create(u"deal"_s, {{u"title"_s, u"Theirs"_s}, {u"client_company"_s, firm}}), {false, true}},
            {office.create(u"deal"_s, {{u"title"_s, u"Nobody's"_s}}), {false, false}}};
        const auto cards = readCards(office.store().reader(), office.typeId(u"deal"_s), reached.keys(),
                                     office.clock().now());
        QVERIFY(cards);
        QCOMPARE(cards->size(), 3);
        for (const Card &card : *cards)
            QCOMPARE(std::pair(card.hasPhone, card.hasMail), reached.value(card.id));
        const qint64 own = office.create(u"lead"_s,
                                         {{u"title"_s, u"Own"_s}, {u"phone"_s, textMembers({u"+7 495 123-45-67"_s})}});
        const auto lead = readCards(office.store().reader(), office.typeId(u"lead"_s), {own}, office.clock().now());
        QVERIFY(lead && lead->constFirst().hasPhone && !lead->constFirst().hasMail);
    }

    void refusesAStageOfAnotherType()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        auto changes = planMove(office.store().reader(), {office.typeId(u"lead"_s), id, {}},
                                office.stageId(u"deal"_s, u"won"_s));
        QVERIFY(!changes);
        QVERIFY(
            !planMove(office.store().reader(), {office.typeId(u"lead"_s), 999, {}}, office.stageId(u"lead"_s, u"new"_s)));
    }
};

KARTOTEKA_TEST(tst_stage_move, TestStageMove)
#include "tst_stage_move.moc"
