// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/items/bulk.h"
#include "core/leads/conversion.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "core/query/item_query.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// One act on many items: each by the rules, all of it one undo.
class TestBulk : public QObject
{
    Q_OBJECT

    static QList<qint64> leads(TestOffice &office, int count)
    {
        QList<qint64> ids;
        for (int i = 0; i < count; ++i)
            ids << office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        return ids;
    }
    static BulkReport run(TestOffice &office, const QList<qint64> &ids, const BulkAct &act, const BulkOptions &options = {})
    {
        auto report = runBulk(office.store(), office.typeId(u"lead"_s), ids, act, options);
        QCoreApplication::sendPostedEvents(&office.store());
        if (!report)
            qFatal("%s", qPrintable(report.error().message + report.error().detail));
        return *report;
    }
    static void require(TestOffice &office, const QString &field, const QString &stage)
    {
        const qint64 id = office.schema().field(office.typeId(u"lead"_s), field)->id;
        QVERIFY(office.store().commitAndWait(
            planRequireField(office.schema(), id, office.stageId(u"lead"_s, stage), true, office.clock().now())));
    }

private slots:
    void severalBatchesAreOneUndo()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 600);
        const QStringList before = office.contents();
        const BulkReport report = run(office, ids,
                                      bulkMove(office.store().schema(), office.stageId(u"lead"_s, u"processed"_s)));
        QCOMPARE(report.done, 600);
        QCOMPARE(office.item(u"lead"_s, ids.last()).reference(u"stage"_s), office.stageId(u"lead"_s, u"processed"_s));
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
    }

    /// One that has the value already is none of those that undo names.
    void theActSaysHowManyChanged()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 600);
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, ids.last()), {{u"comment"_s, u"Same"_s}})));
        BulkAct act = bulkEdit(office.store().schema(), {{u"comment"_s, u"Same"_s}});
        act.subject = u"600"_s;
        act.counted = [](qsizetype count) { return QString::number(count); };
        QCOMPARE(run(office, ids, act).done, 599);
        QCOMPARE(office.store().undoStep()->subject, u"599"_s);
    }

    void whatLacksAFieldIsPassedOverAndNamed()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 5);
        require(office, u"amount"_s, u"processed"_s);
        QVERIFY(office.store().commitAndWait(planEditAmount(office, ids[2])));
        const BulkReport report = run(office, ids,
                                      bulkMove(office.store().schema(), office.stageId(u"lead"_s, u"processed"_s)));
        QCOMPARE(report.done, 1);
        QCOMPARE(report.skippedInAll, 4);
        QCOMPARE(report.skipped[0].why.where, u"amount"_s);
        QCOMPARE(report.skipped[0].title, u"Lead 0"_s);
    }

    void valuesFillOnlyWhatIsLacking()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 3);
        require(office, u"amount"_s, u"processed"_s);
        QVERIFY(office.store().commitAndWait(planEditAmount(office, ids[1])));
        const Value given = toValue(Money{100, u"RUB"_s});
        const BulkReport report = run(
            office, ids,
            bulkMove(office.store().schema(), office.stageId(u"lead"_s, u"processed"_s), {{u"amount"_s, given}}));
        QCOMPARE(report.done, 3);
        QCOMPARE(office.item(u"lead"_s, ids[0]).value(u"amount"_s), given);
        QCOMPARE(office.item(u"lead"_s, ids[1]).value(u"amount"_s), toValue(Money{777, u"RUB"_s}));
    }

    void tagsAreAddedOnceAndTakenOff()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 2);
        run(office, ids, bulkTags(office.store().schema(), {u"VIP"_s, u"spring"_s}, {}));
        run(office, ids, bulkTags(office.store().schema(), {u"vip"_s}, {u"Spring"_s}));
        const Members tags = office.item(u"lead"_s, ids[0]).members(u"tags"_s);
        QCOMPARE(tags.size(), 1);
        QCOMPARE(tags[0].text, u"VIP"_s);
    }

    void cancelledStopsBetweenBatchesAndIsStillOneUndo()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 600);
        const QStringList before = office.contents();
        BulkOptions options;
        options.progress = [cancel = options.cancel](qsizetype, qsizetype) { cancel.cancel(); };
        const BulkReport report = run(office, ids, bulkDelete(office.store().schema(), office.clock().now()), options);
        QVERIFY(report.cancelled);
        QVERIFY(report.done > 0 && report.done < 600);
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
    }

    void plansForEach()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 3);
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.deadline = office.clock().now() + 1000;
        QCOMPARE(run(office, ids, bulkPlan(office.store().schema(), draft)).done, 3);
        for (const qint64 id : ids)
            QCOMPARE(plannedActivities(office.store().reader(), {office.typeId(u"lead"_s), id, {}})->size(), 1);
    }

    void convertsThoseThatCanBe()
    {
        TestOffice office;
        QList<qint64> ids = leads(office, 2);
        QCOMPARE(run(office, {ids[0]}, bulkConvert({u"contact"_s}, office.store().user())).done, 1);
        const BulkReport report = run(office, ids, bulkConvert({u"deal"_s}, office.store().user()));
        QCOMPARE(report.done, 1);
        QCOMPARE(report.skippedInAll, 1);
    }

    void convertingManyNamesNoCompanyAfterALead()
    {
        TestOffice office;
        QList<qint64> ids = leads(office, 1);
        ids << office.create(u"lead"_s, {{u"title"_s, u"Order"_s}, {u"company_title"_s, u"Acme"_s}});
        QCOMPARE(run(office, ids, bulkConvert({u"contact"_s, u"company"_s}, office.store().user())).done, 2);
        ItemQuery companies;
        companies.typeId = office.typeId(u"company"_s);
        const auto made = queryIds(office.store().reader(), companies);
        QVERIFY(made);
        QCOMPARE(made->size(), 1);
        QCOMPARE(office.item(u"company"_s, made->first()).text(u"title"_s), u"Acme"_s);
    }

    void purgeErasesWhatIsInTheBinAndUndoBringsItBack()
    {
        TestOffice office;
        const QList<qint64> ids = leads(office, 3);
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Deal"_s}, {u"lead"_s, ids[0]}});
        run(office, {ids[0], ids[1]}, bulkDelete(office.store().schema(), office.clock().now()));
        const QStringList before = office.contents();
        const BulkReport report = run(office, ids, bulkPurge(office.store().schema()));
        QCOMPARE(report.done, 2);
        QCOMPARE(report.skippedInAll, 1); // not in the bin
        QVERIFY(!office.item(u"deal"_s, deal).value(u"lead"_s).isValid());
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
        QCOMPARE(office.item(u"deal"_s, deal).reference(u"lead"_s), ids[0]);
    }

private:
    static ChangeSet planEditAmount(TestOffice &office, qint64 id)
    {
        Q_UNUSED(office);
        ChangeSet changes;
        changes.kind = u"edit"_s;
        changes.update(u"lead"_s, id, {{u"amount"_s, toValue(Money{777, u"RUB"_s})}});
        return changes;
    }
};

KARTOTEKA_TEST(tst_bulk, TestBulk)
#include "tst_bulk.moc"
