// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/leads/client_matches.h"
#include "core/leads/conversion.h"
#include "core/pipeline/stage_acts.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestConversion : public QObject
{
    Q_OBJECT

    static qint64 lead(TestOffice &office)
    {
        return office.create(u"lead"_s,
                             {{u"title"_s, u"Order"_s},
                              {u"last_name"_s, u"Щукина"_s},
                              {u"first_name"_s, u"Анна"_s},
                              {u"company_title"_s, u"Acme"_s},
                              {u"amount"_s, toValue(Money{500'00, u"RUB"_s})},
                              {u"phone"_s, textMembers({u"+7 916 123-45-67"_s})},
                              {u"email"_s, textMembers({u"a@acme.ru"_s})}});
    }
    static ConversionRequest request(TestOffice &office, qint64 id, const QStringList &targets)
    {
        return {.source = {office.typeId(u"lead"_s), id, {}},
                .targets = targets,
                .existing = {},
                .edited = {},
                .pipelines = {},
                .user = 0};
    }

    /// An own list of several choices.
    static const Field *addColours(TestOffice &office, const QString &type, const QStringList &colours)
    {
        NewField field;
        field.code = u"colours"_s;
        field.name = u"Colours"_s;
        field.type = FieldType::List;
        field.multiple = true;
        field.listValues = colours;
        auto plan = planAddField(office.schema(), *office.schema().type(type), field);
        auto done = plan ? office.store().commitAndWait(*plan) : Result<Receipt>(plan.error());
        return done ? office.schema().field(office.typeId(type), u"colours"_s) : nullptr;
    }

private slots:
    /// Two lists of the same choices are two dictionaries: what is chosen goes over by its name, and what has none stays behind.
    void choicesGoOverByName()
    {
        TestOffice office;
        QVERIFY(addColours(office, u"deal"_s, {u"Blue"_s, u"Red"_s}));
        const Field *own = addColours(office, u"lead"_s, {u"Red"_s, u"Green"_s});
        QVERIFY(own);
        Members chosen;
        for (const ListValue &value : office.schema().listValues(own->id)) {
            Member member;
            member.ref.id = value.id;
            chosen << member;
        }
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"Order"_s}, {u"colours"_s, membersValue(chosen)}});
        auto plan = planConversion(office.store().reader(), request(office, id, {u"deal"_s}));
        QVERIFY(plan);
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const Item deal = office.item(u"deal"_s, receipt->created.value(plan->made.value(u"deal"_s)));
        QStringList names;
        for (const Member &member : deal.value(u"colours"_s).value<Members>())
            names << office.schema().listValue(member.ref.id)->name;
        QCOMPARE(names, QStringList{u"Red"_s});
        QCOMPARE(office.problems(), QStringList());
    }

    void everyCombination_data()
    {
        QTest::addColumn<QStringList>("targets");
        const QStringList all{u"deal"_s, u"contact"_s, u"company"_s};
        for (int bits = 1; bits < 8; ++bits) {
            QStringList targets;
            for (int i = 0; i < 3; ++i) {
                if (bits & (1 << i))
                    targets << all[i];
            }
            QTest::addRow("%s", qPrintable(targets.join(u'+'))) << targets;
        }
    }
    void everyCombination()
    {
        QFETCH(QStringList, targets);
        TestOffice office;
        const qint64 id = lead(office);
        const QStringList before = office.contents();
        const qint64 leads = office.typeId(u"lead"_s);
        auto plan = planConversion(office.store().reader(), request(office, id, targets));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));

        QCOMPARE(QStringList(plan->made.keys()).size(), targets.size());
        const auto made = [&](const QString &type) { return receipt->created.value(plan->made.value(type)); };
        const Stage *stage = office.schema().stage(office.item(u"lead"_s, id).reference(u"stage"_s));
        QCOMPARE(stage->group, StageGroup::Won);
        for (const QString &type : targets) {
            auto links = readLinks(office.store().reader(), {office.typeId(type), made(type), {}});
            QVERIFY(links);
            QCOMPARE(links->size(), 1);
            QVERIFY(links->first().source == ItemRef({leads, id, {}}));
        }
        if (targets.contains(u"deal"_s)) {
            const Item deal = office.item(u"deal"_s, made(u"deal"_s));
            QCOMPARE(deal.value(u"amount"_s).value<Money>(), (Money{500'00, u"RUB"_s}));
            QCOMPARE(deal.reference(u"client_contact"_s), targets.contains(u"contact"_s) ? made(u"contact"_s) : 0);
            QCOMPARE(deal.reference(u"client_company"_s), targets.contains(u"company"_s) ? made(u"company"_s) : 0);
        }
        if (targets.contains(u"contact"_s)) {
            const Item contact = office.item(u"contact"_s, made(u"contact"_s));
            QCOMPARE(contact.text(u"last_name"_s), u"Щукина"_s);
            QCOMPARE(contact.members(u"phone"_s).first().text, u"+7 916 123-45-67"_s);
        }
        if (targets.contains(u"company"_s))
            QCOMPARE(office.item(u"company"_s, made(u"company"_s)).text(u"title"_s), u"Acme"_s);
        auto story = readTimeline(office.store().reader(), {leads, id, {}}, {}, 50);
        QVERIFY(story);
        QVERIFY(std::any_of(story->entries.cbegin(), story->entries.cend(),
                            [](const TimelineEntry &e) { return e.kind == EntryKind::ConvertedTo; }));
        QCOMPARE(office.problems(), QStringList());

        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
    }

    void furtherPeopleOfALeadAreThoseOfItsDeal()
    {
        TestOffice office;
        const qint64 id = lead(office);
        const qint64 boris = office.create(u"contact"_s, {{u"last_name"_s, u"Boris"_s}});
        const Member other{.text = {}, .label = {}, .ref = {0, boris, {}}, .key = {}};
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, id), {{u"contacts"_s, toValue(Members{other})}})));
        auto plan = planConversion(office.store().reader(), request(office, id, {u"deal"_s, u"contact"_s}));
        QVERIFY(plan);
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const Item deal = office.item(u"deal"_s, receipt->created.value(plan->made.value(u"deal"_s)));
        QCOMPARE(deal.reference(u"client_contact"_s), receipt->created.value(plan->made.value(u"contact"_s)));
        QCOMPARE(deal.members(u"contacts"_s).size(), 1);
        QCOMPARE(deal.members(u"contacts"_s).first().ref.id, boris);
    }

    void aKnownClientServesInsteadOfANewOne()
    {
        TestOffice office;
        const qint64 known = office.create(
            u"contact"_s, {{u"last_name"_s, u"Щукина"_s}, {u"phone"_s, textMembers({u"8 (916) 123-45-67"_s})}});
        const qint64 id = lead(office);
        auto matches = clientMatches(office.store().reader(), office.item(u"lead"_s, id));
        QVERIFY(matches);
        QCOMPARE(matches->value(u"contact"_s), (QList<ClientMatch>{{known, MatchedBy::Client, u"Щукина"_s}}));
        ConversionRequest asked = request(office, id, {u"deal"_s, u"contact"_s});
        asked.existing.insert(u"contact"_s, known);
        auto plan = planConversion(office.store().reader(), asked);
        QVERIFY(plan);
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY(receipt);
        const Item deal = office.item(u"deal"_s, receipt->created.value(plan->made.value(u"deal"_s)));
        QCOMPARE(deal.reference(u"client_contact"_s), known);
        QCOMPARE(office.item(u"contact"_s, known).members(u"email"_s).first().text, u"a@acme.ru"_s); // completed
    }

    void whatALeadRefersToAndIsGoneIsLeftOut()
    {
        TestOffice office;
        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"Gone Ltd"_s}});
        const qint64 contact = office.create(u"contact"_s, {{u"last_name"_s, u"Stays"_s}});
        const qint64 id = office.create(
            u"lead"_s, {{u"title"_s, u"Order"_s}, {u"client_company"_s, company}, {u"client_contact"_s, contact}});
        // As no act of the program leaves it: the row alone is away.
        QVERIFY(office.store()
                    .maintain<bool>([company](Connection &connection) -> Result<bool> {
                        auto done = connection.run(u"DELETE FROM company WHERE id = ?"_s, {company});
                        return done ? Result<bool>(true) : Result<bool>(done.error());
                    })
                    .result());
        auto plan = planConversion(office.store().reader(), request(office, id, {u"deal"_s}));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QVERIFY(!plan->targets.constFirst().values.contains(u"client_company"_s));
        QCOMPARE(plan->targets.constFirst().values.value(u"client_contact"_s).toLongLong(), contact);
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const Item deal = office.item(u"deal"_s, receipt->created.value(plan->made.value(u"deal"_s)));
        QCOMPARE(deal.reference(u"client_contact"_s), contact);
        QCOMPARE(deal.reference(u"client_company"_s), 0);
    }

    void aRequiredFieldIsToldBeforeAnythingIsMade()
    {
        TestOffice office;
        const qint64 id = lead(office);
        ChangeSet require;
        require.kind = u"schema"_s;
        const Field *field = office.schema().field(office.typeId(u"deal"_s), u"close_date"_s);
        require.update(u"field"_s, field->id, {{u"required"_s, true}});
        QVERIFY(office.store().commitAndWait(require));
        QCoreApplication::sendPostedEvents(&office.store());
        ConversionRequest asked = request(office, id, {u"deal"_s, u"contact"_s});
        QVERIFY(!planConversion(office.store().reader(), asked));
        auto missing = missingInConversion(office.store().reader(), asked);
        QVERIFY(missing);
        QCOMPARE(missing->size(), 1);
        QCOMPARE(missing->first().type + u'.' + missing->first().field.code, u"deal.close_date"_s);
        asked.edited[u"deal"_s].insert(u"close_date"_s, QDate(2026, 5, 1));
        QVERIFY(missingInConversion(office.store().reader(), asked)->isEmpty());
        QVERIFY(planConversion(office.store().reader(), asked));
    }

    void refuses()
    {
        TestOffice office;
        const qint64 id = lead(office);
        QVERIFY(!planConversion(office.store().reader(), request(office, id, {})));
        QVERIFY(!planConversion(office.store().reader(), request(office, id, {u"lead"_s})));
        auto plan = planConversion(office.store().reader(), request(office, id, {u"deal"_s}));
        QVERIFY(plan);
        QVERIFY(office.store().commitAndWait(plan->changes));
        QVERIFY(!planConversion(office.store().reader(), request(office, id, {u"contact"_s})));
        const qint64 nameless = office.create(u"lead"_s, {{u"title"_s, u"No names"_s}});
        auto company = planConversion(office.store().reader(), request(office, nameless, {u"company"_s}));
        if (!company)
            QCOMPARE(company.error().where, u"company.title"_s);
        else
            QVERIFY(office.store().commitAndWait(company->changes));
    }

    void aCompanyThatIsNotNamedIsNotMadeUnasked()
    {
        TestOffice office;
        const QStringList all{u"deal"_s, u"contact"_s, u"company"_s};
        const auto usual = [&office](qint64 id, const QStringList &targets, const QStringList &known = {}) {
            return usualTargets(office.schema(), office.item(u"lead"_s, id), targets, known);
        };
        QCOMPARE(usual(lead(office), all), all);
        const qint64 nameless = office.create(u"lead"_s, {{u"title"_s, u"Order"_s}, {u"last_name"_s, u"Bell"_s}});
        QCOMPARE(usual(nameless, all), (QStringList{u"deal"_s, u"contact"_s}));
        QCOMPARE(usual(nameless, all, {u"company"_s}), all);
        QCOMPARE(usual(nameless, {u"company"_s}), QStringList{u"company"_s});
    }

    /// Of two that have pipelines each begins in one of its own.
    void eachBeginsInAPipelineOfItsOwn()
    {
        TestOffice office;
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Contract"_s;
        contract.hasPipelines = true;
        const auto added = planAddType(office.schema(), contract);
        QVERIFY(added);
        QVERIFY(office.store().commitAndWait(*added));
        ChangeSet changes;
        changes.kind = u"schema"_s;
        changes.update(u"entity_type"_s, office.typeId(u"lead"_s), {{u"converts_to"_s, u"deal,contract"_s}});
        QVERIFY(office.store().commitAndWait(changes));
        QVERIFY(office.store().commitAndWait(planAddPipeline(office.schema(), office.typeId(u"contract"_s), u"Second"_s)));
        const Pipeline second = office.schema().pipelines(office.typeId(u"contract"_s)).constLast();
        QCOMPARE(second.name, u"Second"_s);

        ConversionRequest both = request(office, lead(office), {u"deal"_s, u"contract"_s});
        both.pipelines = {{u"deal"_s, office.schema().defaultPipeline(office.typeId(u"deal"_s))->id},
                          {u"contract"_s, second.id}};
        const auto plan = planConversion(office.store().reader(), both);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        const auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const Item made = office.item(u"contract"_s, receipt->created.value(plan->made.value(u"contract"_s)));
        QCOMPARE(made.reference(u"pipeline"_s), second.id);
        QCOMPARE(made.reference(u"stage"_s), office.schema().firstStage(second.id)->id);
        const Item deal = office.item(u"deal"_s, receipt->created.value(plan->made.value(u"deal"_s)));
        QCOMPARE(deal.reference(u"pipeline"_s), both.pipelines.value(u"deal"_s));
    }

    /// A contract that is made with a deal, in whatever order they are asked for, belongs to it and takes over from it.
    void whatIsMadeTogetherIsLinked()
    {
        TestOffice office;
        const auto made = [&office](const Result<ChangeSet> &plan) { return plan && office.store().commitAndWait(*plan); };
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Contract"_s;
        contract.hasClient = true;
        contract.links = {{u"deal"_s}};
        QVERIFY(made(planAddType(office.schema(), contract)));
        NewField total;
        total.code = u"total"_s;
        total.name = u"Total"_s;
        total.type = FieldType::Money;
        total.defaultValue = u"from deal.amount"_s;
        QVERIFY(made(planAddField(office.schema(), *office.schema().type(u"contract"_s), total)));
        TypeSettings leads = settingsOf(*office.schema().type(u"lead"_s));
        leads.convertsTo = {u"deal"_s, u"contact"_s, u"company"_s, u"contract"_s};
        QVERIFY(made(planEditType(office.schema(), *office.schema().type(u"lead"_s), leads, 0)));

        const qint64 id = lead(office);
        auto plan = planConversion(office.store().reader(),
                                   request(office, id, {u"contract"_s, u"deal"_s, u"contact"_s, u"company"_s}));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const auto row = [&](const QString &type) { return receipt->created.value(plan->made.value(type)); };
        const Item item = office.item(u"contract"_s, row(u"contract"_s));
        QVERIFY(row(u"deal"_s) != 0);
        QCOMPARE(item.reference(u"deal"_s), row(u"deal"_s));
        QCOMPARE(item.reference(u"client_contact"_s), row(u"contact"_s));
        QCOMPARE(item.reference(u"client_company"_s), row(u"company"_s));
        QCOMPARE(item.value(u"total"_s).value<Money>(), (Money{500'00, u"RUB"_s}));
        QCOMPARE(office.problems(), QStringList());
    }

    void ownTypesConvertAndAreConvertedTo()
    {
        TestOffice office;
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Contract"_s;
        const auto added = planAddType(office.schema(), contract);
        QVERIFY(added);
        QVERIFY(office.store().commitAndWait(*added));
        const auto convertsTo = [&office](const QString &type, const QString &targets) {
            ChangeSet changes;
            changes.kind = u"schema"_s;
            changes.update(u"entity_type"_s, office.typeId(type), {{u"converts_to"_s, targets}});
            return bool(office.store().commitAndWait(changes));
        };
        QVERIFY(convertsTo(u"lead"_s, u"deal,contact,company,contract"_s));
        QVERIFY(convertsTo(u"contract"_s, u"deal"_s));

        // The order goes last, with the contact that was made of the same lead.
        const qint64 id = lead(office);
        auto plan = planConversion(office.store().reader(), request(office, id, {u"contract"_s, u"contact"_s}));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const qint64 contact = receipt->created.value(plan->made.value(u"contact"_s));
        const qint64 order = receipt->created.value(plan->made.value(u"contract"_s));
        QVERIFY(contact != 0 && order != 0);
        QCOMPARE(office.item(u"contract"_s, order).text(u"title"_s), u"Order"_s);
        QCOMPARE(office.item(u"contract"_s, order).reference(u"client_contact"_s), contact);
        QCOMPARE(office.item(u"lead"_s, id).reference(u"client_contact"_s), contact);

        // And the order converts in its turn, its client with it.
        ConversionRequest next{.source = {office.typeId(u"contract"_s), order, {}},
                               .targets = {u"deal"_s},
                               .existing = {},
                               .edited = {},
                               .pipelines = {},
                               .user = 0};
        plan = planConversion(office.store().reader(), next);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        receipt = office.store().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const qint64 deal = receipt->created.value(plan->made.value(u"deal"_s));
        QCOMPARE(office.item(u"deal"_s, deal).text(u"title"_s), u"Order"_s);
        QCOMPARE(office.item(u"deal"_s, deal).reference(u"client_contact"_s), contact);
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_conversion, TestConversion)
#include "tst_conversion.moc"
