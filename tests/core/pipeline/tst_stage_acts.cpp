// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/items/item_rules.h"
#include "core/leads/conversion.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "core/pipeline/stage_removal.h"
#include "core/schema/builtin_names.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestStageActs : public QObject
{
    Q_OBJECT

    static qint64 pipeline(TestOffice &office) { return office.schema().defaultPipeline(office.typeId(u"lead"_s))->id; }
    static QStringList names(TestOffice &office)
    {
        QStringList list;
        for (const Stage &stage : office.schema().stages(pipeline(office)))
            list << stage.code.section(u'_', 0, 0) + (stage.name.isEmpty() ? QString() : u':' + stage.name);
        return list;
    }
    static void commit(TestOffice &office, const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        auto receipt = office.store().commitAndWait(*changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message + receipt.error().detail));
    }
    static void require(TestOffice &office, const QString &stage)
    {
        const qint64 field = office.schema().field(office.typeId(u"lead"_s), u"amount"_s)->id;
        commit(office,
               planRequireField(office.schema(), field, office.stageId(u"lead"_s, stage), true, office.clock().now()));
    }
    static bool requires_(TestOffice &office, qint64 stage)
    {
        return missingRequired(office.schema(), office.typeId(u"lead"_s), {{u"responsible"_s, 1}}, stage)
            .contains(u"amount"_s);
    }

private slots:
    void aStageIsAddedInItsPlaceAndUndone()
    {
        TestOffice office;
        const QStringList before = names(office);
        commit(office,
               planAddStage(office.schema(), pipeline(office),
                            {u"Offer sent"_s, u"#112233"_s, StageGroup::InProgress, office.stageId(u"lead"_s, u"new"_s)}));
        QCOMPARE(names(office)[1], u"stage:Offer sent"_s);
        QCOMPARE(names(office).size(), before.size() + 1);
        QVERIFY(office.store().undo().result());
        QCoreApplication::sendPostedEvents(&office.store());
        QCOMPARE(names(office), before);
    }

    void aPipelineHasOneSuccessStage()
    {
        TestOffice office;
        QVERIFY(!planAddStage(office.schema(), pipeline(office), {u"Won too"_s, u"#112233"_s, StageGroup::Won, 0}));
        QVERIFY(!planAddStage(office.schema(), pipeline(office), {u"  "_s, u"#112233"_s, StageGroup::Lost, 0}));
    }

    void orderIsKeptInsideTheGroup()
    {
        TestOffice office;
        QList<qint64> ids;
        for (const Stage &stage : office.schema().stages(pipeline(office)))
            ids << stage.id;
        ids.swapItemsAt(0, 1);
        commit(office, planOrderStages(office.schema(), pipeline(office), ids));
        QCOMPARE(names(office)[0], u"in"_s); // in_progress
        QCOMPARE(names(office)[1], u"new"_s);
    }

    void anOccupiedStageIsNotDeleted()
    {
        TestOffice office;
        const qint64 stage = office.stageId(u"lead"_s, u"processed"_s);
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}, {u"stage"_s, stage}});
        const auto refused = planDeleteStage(office.store().reader(), stage, office.clock().now());
        QVERIFY(!refused);
        QCOMPARE(refused.error().needs, Needs::OtherPlace);
        office.move(u"lead"_s, lead, u"new"_s);
        commit(office, planDeleteStage(office.store().reader(), stage, office.clock().now()));
        QCOMPARE(office.schema().stage(stage), nullptr);
        QVERIFY(!planDeleteStage(office.store().reader(), office.stageId(u"lead"_s, u"converted"_s), 1));
    }

    void aRuleHoldsFromItsStageOn()
    {
        TestOffice office;
        require(office, u"in_progress"_s);
        QVERIFY(!requires_(office, office.stageId(u"lead"_s, u"new"_s)));
        QVERIFY(requires_(office, office.stageId(u"lead"_s, u"in_progress"_s)));
        QVERIFY(requires_(office, office.stageId(u"lead"_s, u"processed"_s)));
        QVERIFY(!requires_(office, office.stageId(u"lead"_s, u"junk"_s))); // a lost one asks for nothing
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
        const ItemRef ref{office.typeId(u"lead"_s), lead, {}};
        const auto refused = planMove(office.store().reader(), ref, office.stageId(u"lead"_s, u"processed"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().where, u"amount"_s);
        // The door itself refuses too: no other way in.
        ChangeSet straight;
        straight.update(u"lead"_s, lead, {{u"stage"_s, office.stageId(u"lead"_s, u"processed"_s)}});
        QVERIFY(!office.store().commitAndWait(straight));
        const auto answer = answerMove(office.store().reader(), ref.type, {lead}, office.stageId(u"lead"_s, u"processed"_s));
        QVERIFY(answer);
        QCOMPARE(answer->needs, MoveAnswer::Needs::Values);
        QCOMPARE(answer->required, QStringList{u"amount"_s});
        QCOMPARE(answer->lacking, QList<qint64>{lead});
        QVERIFY(answer->reasons.isEmpty());
        commit(office,
               planMove(office.store().reader(), ref, office.stageId(u"lead"_s, u"processed"_s), {},
                        {{u"amount"_s, toValue(Money{5, u"RUB"_s})}}));
    }

    void aNewStageBehindARulesLastIsTakenIn()
    {
        TestOffice office;
        require(office, u"in_progress"_s);
        commit(office,
               planAddStage(office.schema(), pipeline(office),
                            {u"Last"_s, u"#112233"_s, StageGroup::InProgress, office.stageId(u"lead"_s, u"processed"_s)}));
        for (const Stage &stage : office.schema().stages(pipeline(office))) {
            if (stage.name == u"Last")
                QVERIFY(requires_(office, stage.id));
        }
    }

    void aRuleSurvivesTheDeletionOfItsFirstStage()
    {
        TestOffice office;
        require(office, u"in_progress"_s);
        commit(office, planDeleteStage(office.store().reader(), office.stageId(u"lead"_s, u"in_progress"_s), 1));
        QVERIFY(requires_(office, office.stageId(u"lead"_s, u"processed"_s)));
        QVERIFY(!requires_(office, office.stageId(u"lead"_s, u"new"_s)));
    }

    void reopeningForgetsTheReason()
    {
        TestOffice office;
        const Field *reason = office.schema().field(office.typeId(u"lead"_s), u"outcome_reason"_s);
        QVERIFY(reason);
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
        const ItemRef ref{office.typeId(u"lead"_s), lead, {}};
        commit(office,
               planMove(office.store().reader(), ref, office.stageId(u"lead"_s, u"junk"_s), {},
                        {{reason->column, office.schema().listValues(reason->id).constFirst().id}}));
        QVERIFY(office.item(u"lead"_s, lead).value(u"outcome_reason"_s).isValid());
        QVERIFY(office.item(u"lead"_s, lead).value(u"closed_at"_s).isValid());
        office.move(u"lead"_s, lead, u"new"_s);
        QVERIFY(!office.item(u"lead"_s, lead).value(u"outcome_reason"_s).isValid());
        QVERIFY(!office.item(u"lead"_s, lead).value(u"closed_at"_s).isValid());
    }

    void aPipelineIsCopiedUsedAndNotDeletedWhileItHoldsItems()
    {
        TestOffice office;
        const qint64 deals = office.typeId(u"deal"_s);
        const Pipeline main = *office.schema().defaultPipeline(deals);
        commit(office, planAddPipeline(office.schema(), deals, u"Retail"_s, main.id));
        const Pipeline copy = office.schema().pipelines(deals).constLast();
        QCOMPARE(copy.name, u"Retail"_s);
        QCOMPARE(office.schema().stages(copy.id).size(), office.schema().stages(main.id).size());
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        office.move(u"deal"_s, deal, u"proposal"_s);
        auto moved = runBulk(office.store(), deals, {deal}, bulkChangePipeline(office.store().schema(), copy.id));
        QVERIFY(moved);
        QCOMPARE(moved->done, 1);
        const Stage *stage = office.schema().stage(office.item(u"deal"_s, deal).reference(u"stage"_s));
        QCOMPARE(stage->pipeline, copy.id);
        QCOMPARE(displayName(office.schema(), *stage),
                 displayName(office.schema(), *office.schema().stage(office.stageId(u"deal"_s, u"proposal"_s))));
        QVERIFY(!planDeletePipeline(office.store().reader(), copy.id, 1));
        QVERIFY(!planDeletePipeline(office.store().reader(), main.id, 1));
        QVERIFY(runBulk(office.store(), deals, {deal}, bulkChangePipeline(office.store().schema(), main.id)));
        commit(office, planDeletePipeline(office.store().reader(), copy.id, 1));
        QCOMPARE(office.schema().pipelines(deals).size(), 1);
        QCOMPARE(office.problems(), QStringList());
    }

    void anItemTakesTheProbabilityOfItsStage()
    {
        TestOffice office;
        const auto probability = [&office](qint64 deal) { return office.item(u"deal"_s, deal).value(u"probability"_s); };
        const Stage proposal = *office.schema().stage(office.stageId(u"deal"_s, u"proposal"_s));
        commit(office, planProbability(office.schema(), proposal, 60));
        QVERIFY(!planProbability(office.schema(), proposal, 101));
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}, {u"probability"_s, 10}});
        office.move(u"deal"_s, deal, u"proposal"_s);
        QCOMPARE(probability(deal).toInt(), 60);
        QVERIFY(office.store().undo().result()); // with the move
        QCOMPARE(probability(deal).toInt(), 10);
        // Who says another one with the move means it, and may say so later.
        commit(office,
               planMove(office.store().reader(), {office.typeId(u"deal"_s), deal, {}}, proposal.id, {},
                        {{u"probability"_s, 90}}));
        QCOMPARE(probability(deal).toInt(), 90);
        // A stage that says nothing leaves it; what is made there, and moved by the hundred, gets it too.
        office.move(u"deal"_s, deal, u"new"_s);
        QCOMPARE(probability(deal).toInt(), 90);
        QVERIFY(runBulk(office.store(), office.typeId(u"deal"_s), {deal}, bulkMove(office.store().schema(), proposal.id)));
        QCOMPARE(probability(deal).toInt(), 60);
        QCOMPARE(probability(office.create(u"deal"_s, {{u"title"_s, u"Old"_s}, {u"stage"_s, proposal.id}})).toInt(), 60);
        // Leads have none.
        const Stage processed = *office.schema().stage(office.stageId(u"lead"_s, u"processed"_s));
        QVERIFY(!hasProbability(office.schema(), office.typeId(u"lead"_s)));
        commit(office, planProbability(office.schema(), processed, 50));
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
        office.move(u"lead"_s, lead, u"processed"_s);
        QCOMPARE(office.problems(), QStringList());
    }

    void aFieldIsRequiredFromOneStageOn()
    {
        TestOffice office;
        const qint64 field = office.schema().field(office.typeId(u"lead"_s), u"amount"_s)->id;
        const auto from = [&](const QString &stage) {
            const qint64 first = stage.isEmpty() ? 0 : office.stageId(u"lead"_s, stage);
            commit(office, planRequiredFrom(office.schema(), field, pipeline(office), first, office.clock().now()));
            QCOMPARE(requiredFrom(office.schema(), field, pipeline(office)), first);
        };
        from(u"processed"_s);
        QVERIFY(!requires_(office, office.stageId(u"lead"_s, u"in_progress"_s)));
        from(u"in_progress"_s); // the same rule, earlier
        QCOMPARE(office.schema().stageRules().size(), 1);
        QVERIFY(requires_(office, office.stageId(u"lead"_s, u"in_progress"_s)));
        QVERIFY(requires_(office, office.stageId(u"lead"_s, u"processed"_s)));
        require(office, u"junk"_s); // what a final stage asks for is its own affair
        from({});
        QCOMPARE(office.schema().stageRules().size(), 1);
        QVERIFY(requires_(office, office.stageId(u"lead"_s, u"junk"_s)));
    }

    void itemsGoElsewhereBeforeAPipelineIsDeleted()
    {
        TestOffice office;
        const qint64 deals = office.typeId(u"deal"_s);
        const Pipeline main = *office.schema().defaultPipeline(deals);
        commit(office, planAddPipeline(office.schema(), deals, u"Retail"_s, main.id));
        const Pipeline retail = office.schema().pipelines(deals).constLast();
        QList<qint64> made;
        for (const Stage &stage : office.schema().stages(retail.id))
            made << office.create(u"deal"_s, {{u"title"_s, stage.code}, {u"stage"_s, stage.id}});
        commit(office, planDelete(*office.schema().type(deals), {made.constFirst()}, {}, office.clock().now()));
        const QStringList filled = office.contents();
        auto report = removePipeline(office.store(), office.store().schema(), retail.id, main.id);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->done, made.size()); // that of the bin too
        QCoreApplication::sendPostedEvents(&office.store());
        QCOMPARE(office.schema().pipelines(deals).size(), 1);
        QCOMPARE(office.schema().stage(office.item(u"deal"_s, made.constLast()).reference(u"stage"_s))->pipeline, main.id);
        QVERIFY(office.store().undo().result());
        QCoreApplication::sendPostedEvents(&office.store());
        QCOMPARE(office.contents(), filled);
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_stage_acts, TestStageActs)
#include "tst_stage_acts.moc"
