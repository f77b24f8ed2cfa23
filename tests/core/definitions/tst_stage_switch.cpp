// SPDX-License-Identifier: GPL-3.0-or-later
// A type is given stages when it has items already, and they are taken from it again.
#include "core/activities/activity.h"
#include "core/definitions/stage_switch.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "core/schema/codes.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestStageSwitch final : public QObject
{
    Q_OBJECT

    static constexpr int count = 600; // more than one batch

    std::unique_ptr<TestOffice> m_office;
    qint64 m_binned = 0;

    const EntityType &type() { return *m_office->schema().type(u"contract"_s); }
    void settle() { QCoreApplication::sendPostedEvents(&m_office->store()); }
    void commit(const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        QVERIFY(m_office->store().commitAndWait(*changes));
        settle();
    }
    Result<BulkReport> bring()
    {
        TypeSettings settings = settingsOf(type());
        settings.hasStages = true;
        auto report = bringStages(m_office->store(), type(), settings);
        settle();
        return report;
    }
    void takeAway()
    {
        TypeSettings settings = settingsOf(type());
        settings.hasStages = false;
        commit(planEditType(m_office->schema(), type(), settings, m_office->clock().now()));
    }
    QStringList fields()
    {
        QStringList codes;
        for (const Field &field : m_office->schema().fields(type().id))
            codes << field.code;
        return codes;
    }
    QList<qint64> board()
    {
        ItemQuery query;
        query.typeId = type().id;
        query.stage = m_office->schema().firstStage(m_office->schema().defaultPipeline(type().id)->id)->id;
        query.sort = {{u"title"_s, false}};
        return *queryIds(m_office->store().reader(), query);
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Contract"_s;
        contract.hasStages = false;
        commit(planAddType(m_office->schema(), contract));
        ChangeSet many;
        many.kind = u"create"_s;
        for (int i = 0; i < count; ++i)
            many.create(u"contract"_s, {{u"title"_s, u"No. %1"_s.arg(i, 4, 10, QChar(u'0'))}});
        commit(many);
        m_binned = m_office->create(u"contract"_s, {{u"title"_s, u"In the bin"_s}});
        commit(planDelete(type(), {m_binned}, {}, m_office->clock().now()));
    }
    void cleanup() { m_office.reset(); }

    void itemsComeToTheFirstStageAndOneUndoTakesItBack()
    {
        const auto report = bring();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->done, count + 1);
        QVERIFY(type().hasStages);
        QCOMPARE(m_office->schema().stages(m_office->schema().defaultPipeline(type().id)->id).size(), 4);
        QVERIFY(fields().contains(Codes::amount));
        QCOMPARE(board().size(), count);
        QVERIFY(m_office->item(u"contract"_s, m_binned).reference(Codes::stage) != 0);
        QCOMPARE(m_office->problems().join(u"; "_s), QString());
        QVERIFY(m_office->store().undo().result());
        settle();
        QVERIFY(!type().hasStages);
        QCOMPARE(m_office->problems().join(u"; "_s), QString());
        QCOMPARE(m_office->item(u"contract"_s, m_binned).reference(Codes::stage), 0);
        ItemQuery all;
        all.typeId = type().id;
        QCOMPARE(*queryCount(m_office->store().reader(), all), count);
        QVERIFY(m_office->create(u"contract"_s, {{u"title"_s, u"Without a stage again"_s}}) != 0);
        QCOMPARE(*queryCount(m_office->store().reader(), all), count + 1);
    }

    void whatIsPlannedIsCountedInTheStageThatAnItemComesTo()
    {
        const qint64 planned = m_office->create(u"contract"_s, {{u"title"_s, u"With a call"_s}});
        ActivityDraft call;
        call.title = u"Call"_s;
        call.items = {{type().id, planned, {}}};
        call.deadline = m_office->clock().now();
        commit(planActivity(m_office->schema(), call));
        QVERIFY(bring());
        QCOMPARE(m_office->problems().join(u"; "_s), QString());
        QVERIFY(m_office->store().undo().result());
        settle();
        QCOMPARE(m_office->problems().join(u"; "_s), QString());
    }

    void whatATypeHasIsSwitchedTogetherAndAgain()
    {
        NewType paper;
        paper.code = u"paper"_s;
        paper.name = u"Paper"_s;
        paper.hasStages = false;
        commit(planAddType(m_office->schema(), paper));
        const auto type = [this] { return *m_office->schema().type(u"paper"_s); };
        for (const bool isOn : {true, false, true}) {
            TypeSettings settings = settingsOf(type());
            settings.hasStages = settings.hasProducts = settings.hasClient = isOn;
            commit(planEditType(m_office->schema(), type(), settings, m_office->clock().now()));
            QCOMPARE(type().hasClient, isOn);
            QCOMPARE(m_office->schema().field(type().id, u"contacts"_s) != nullptr, isOn);
            QVERIFY(m_office->schema().field(type().id, Codes::amount)); // of stages and of products; it stays
        }
        QCOMPARE(m_office->problems().join(u"; "_s), QString());
    }

    void takenAwayTheyAreHiddenAndComeBackWithTheirValues()
    {
        QVERIFY(bring());
        const qint64 first = board().constFirst();
        m_office->move(u"contract"_s, first, u"in_progress"_s);
        takeAway();
        QVERIFY(!type().hasStages);
        QVERIFY(!fields().contains(Codes::stage));
        QVERIFY(fields().contains(Codes::amount)); // which means something without stages
        const qint64 meanwhile = m_office->create(u"contract"_s, {{u"title"_s, u"Made meanwhile"_s}});
        const auto report = bring();
        QVERIFY(report);
        QCOMPARE(m_office->schema().pipelines(type().id).size(), 1);
        const auto stageOf = [this](qint64 id) {
            return m_office->schema().stage(m_office->item(u"contract"_s, id).reference(Codes::stage))->code;
        };
        QCOMPARE(stageOf(first), u"in_progress"_s);
        QCOMPARE(stageOf(meanwhile), u"new"_s);
        QCOMPARE(m_office->problems().join(u"; "_s), QString());
    }

    void cancelledNothingOfItStands()
    {
        TypeSettings settings = settingsOf(type());
        settings.hasStages = true;
        BulkOptions options;
        options.progress = [cancel = options.cancel](qsizetype, qsizetype) mutable { cancel.cancel(); };
        const auto report = bringStages(m_office->store(), type(), settings, options);
        settle();
        QVERIFY(report);
        QVERIFY(report->cancelled);
        QVERIFY(!type().hasStages);
        QCOMPARE(m_office->problems().join(u"; "_s), QString());
    }

    void whatCameWithTheProgramKeepsThem()
    {
        const EntityType lead = *m_office->schema().type(u"lead"_s);
        TypeSettings settings = settingsOf(lead);
        settings.hasStages = false;
        QVERIFY(!planEditType(m_office->schema(), lead, settings, 0));
        settings = settingsOf(type());
        settings.hasPipelines = true;
        QVERIFY(!planEditType(m_office->schema(), type(), settings, 0));
        settings = settingsOf(type());
        settings.convertsTo = {u"deal"_s};
        QCOMPARE(planEditType(m_office->schema(), type(), settings, 0).error().where, u"converts_to"_s);
    }

    void typesOfOlderVersionsGetReasonsOfLoss()
    {
        NewType lease;
        lease.name = u"Lease"_s;
        lease.code = u"lease"_s;
        auto made = planAddType(m_office->schema(), lease);
        made->changes.removeIf([](const Change &change) {
            const FieldValue reason{u"code"_s, Codes::outcomeReason};
            const FieldValue comment{u"code"_s, Codes::outcomeComment};
            return change.table == u"list_value" || change.values.contains(reason) || change.values.contains(comment);
        });
        commit(made);
        const auto leases = [this] { return *m_office->schema().type(u"lease"_s); };
        const auto add = [&] { return planAddReasons(m_office->schema(), leases(), m_office->clock().now()); };
        const auto reasons = [&] {
            const Field *field = m_office->schema().field(leases().id, Codes::outcomeReason);
            return field ? m_office->schema().listValues(field->id).size() : 0;
        };
        QCOMPARE(reasons(), 0);
        commit(add());
        QCOMPARE(reasons(), 6);
        QVERIFY(m_office->schema().field(leases().id, Codes::outcomeComment));
        QCOMPARE(add().error().message, u"“Lease” has reasons of loss."_s);
        QVERIFY(m_office->store().undo().result());
        settle();
        QCOMPARE(reasons(), 0);
        commit(add());
        QCOMPARE(reasons(), 6);
        const auto without = planAddReasons(m_office->schema(), type(), m_office->clock().now());
        QVERIFY(!without && without.error().where == u"stages");
    }
};

KARTOTEKA_TEST(tst_stage_switch, TestStageSwitch)
#include "tst_stage_switch.moc"
