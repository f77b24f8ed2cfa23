// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that an office makes, changes, deletes and converts.
#include "core/definitions/code_names.h"
#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/definitions/usage.h"
#include "core/items/item_acts.h"
#include "core/items/item_defaults.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/tunnels.h"
#include "core/query/item_query.h"
#include "core/query/presets.h"
#include "core/schema/builtin_names.h"
#include "core/transfer/importer.h"
#include "tests/support/deal_fields.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Kartoteka;

class TestFieldActs final : public QObject, DealFields
{
    Q_OBJECT

    Error add(const QString &code, FieldType type, const std::function<void(NewField &)> &with = {})
    {
        NewField wanted;
        wanted.code = code;
        wanted.name = u"My "_s + code;
        wanted.type = type;
        if (with)
            with(wanted);
        return commit(planAddField(m_office->schema(), deals(), wanted));
    }
    Error set(const QString &code, const std::function<void(FieldSettings &)> &change)
    {
        FieldSettings settings = settingsOf(field(code));
        change(settings);
        return commit(planEditField(m_office->schema(), field(code), settings));
    }
    Stage stageCalled(const QString &name)
    {
        for (const Stage &stage : m_office->schema().stages(m_office->schema().defaultPipeline(deals().id)->id)) {
            if (displayName(m_office->schema(), stage) == name)
                return stage;
        }
        return {};
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void aCodeIsMadeOfAName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::addRow("russian") << u"Срок договора"_s << u"srok_dogovora"_s;
        QTest::addRow("marks") << u"Größe (m²)"_s << u"grosse_m2"_s;
        QTest::addRow("ukrainian") << u"Їжак і єнот"_s << u"yizhak_i_yenot"_s;
        QTest::addRow("begins with a digit") << u"2-й этаж"_s << u"n_2_y_etazh"_s;
        QTest::addRow("reserved") << u"Stage"_s << u"stage_2"_s;
        QTest::addRow("of filters") << u"Or"_s << u"or_2"_s;
        QTest::addRow("sql") << u"Select"_s << u"select"_s;
        QTest::addRow("emoji") << u"🙂🚀"_s << u"field"_s;
        QTest::addRow("no letters of ours") << u"値段"_s << u"field"_s;
        QTest::addRow("long") << QString(300, u'ы') << QString(40, u'y');
    }
    void aCodeIsMadeOfAName()
    {
        QFETCH(QString, name);
        QTEST(freeFieldCode(m_office->schema(), deals().id, name), "code");
    }

    void whatCannotBeIsRefusedInWords()
    {
        QCOMPARE(add(u"stage"_s, FieldType::String).where, u"code"_s);
        QCOMPARE(add(u"number"_s, FieldType::String).where, u"code"_s);
        QCOMPARE(add(u"Цена"_s, FieldType::String).where, u"code"_s);
        QCOMPARE(add(QString(41, u'a'), FieldType::String).where, u"code"_s);
        QCOMPARE(add(u"x"_s, FieldType::String, [](NewField &f) { f.name = QString(300, u'n'); }).where, u"name"_s);
        QCOMPARE(add(u"x"_s, FieldType::String, [](NewField &f) { f.name = u"  "_s; }).where, u"name"_s);
        QCOMPARE(add(u"x"_s, FieldType::Stage).where, u"type"_s);
        QCOMPARE(add(u"x"_s, FieldType::List).where, u"values"_s);
        QCOMPARE(add(u"x"_s, FieldType::Date, [](NewField &f) { f.defaultValue = u"soon"_s; }).where, u"default_value"_s);
        QCOMPARE(add(u"x"_s, FieldType::Money, [](NewField &f) { f.uniqueness = u"refuse"_s; }).where, u"uniqueness"_s);
        QCOMPARE(add(u"x"_s, FieldType::Text, [](NewField &f) { f.multiple = true; }).where, u"multiple"_s);
        QCOMPARE(add(u"x"_s, FieldType::String, [](NewField &f) { f.name = u"🙂 Настроение"_s; }).message,
                 QString());
        QCOMPARE(field(u"x"_s).name, u"🙂 Настроение"_s);
    }

    void whatStandsBesideIsCalledOtherwise()
    {
        const Pipeline main = *m_office->schema().defaultPipeline(deals().id);
        NewStage stage;
        stage.name = u"Packed"_s;
        stage.group = StageGroup::InProgress;
        const QString colour = nextStageColour(m_office->schema(), main.id);
        QCOMPARE(commit(planAddStage(m_office->schema(), main.id, stage)).message, QString());
        QCOMPARE(stageCalled(u"Packed"_s).colour, colour);
        stage.name = u"packed"_s;
        QCOMPARE(commit(planAddStage(m_office->schema(), main.id, stage)).message,
                 u"The pipeline already has a stage “packed”."_s);
        QCOMPARE(commit(planAddPipeline(m_office->schema(), deals().id, u"Retail"_s, main.id)).message, QString());
        QCOMPARE(commit(planAddPipeline(m_office->schema(), deals().id, u"RETAIL"_s)).message,
                 u"There is already a pipeline “RETAIL”."_s);
    }

    void fieldsOfATypeAreCalledOtherwise()
    {
        const auto called = [](const QString &name) { return [name](NewField &f) { f.name = name; }; };
        QCOMPARE(add(u"size"_s, FieldType::String, called(u"Size"_s)).message, QString());
        QCOMPARE(add(u"size_2"_s, FieldType::String, called(u"SIZE"_s)).message, u"The type already has a field “SIZE”."_s);
        // As what the program itself brings is called.
        QCOMPARE(add(u"sum"_s, FieldType::Money, called(u"amount"_s)).message, u"The type already has a field “amount”."_s);
        QCOMPARE(add(u"colour"_s, FieldType::String, called(u"Colour"_s)).message, QString());
        QCOMPARE(set(u"colour"_s, [](FieldSettings &f) { f.name = u"size"_s; }).message,
                 u"The type already has a field “size”."_s);
        const Field size = field(u"size"_s);
        QCOMPARE(commit(planDeleteField(m_office->schema(), size, m_office->clock().now())).message, QString());
        QCOMPARE(set(u"colour"_s, [](FieldSettings &f) { f.name = u"size"_s; }).message, QString());
        QCOMPARE(commit(planRestoreField(m_office->schema(), size)).message, u"The type already has a field “Size”."_s);
        // Another type has its own.
        NewField other;
        other.code = u"size"_s;
        other.name = u"Size"_s;
        QCOMPARE(commit(planAddField(m_office->schema(), *m_office->schema().type(u"lead"_s), other)).message, QString());
    }

    /// What an act comes to is judged, not what it began with.
    void namesAreJudgedAsTheActLeavesThem()
    {
        const qint64 main = m_office->schema().defaultPipeline(deals().id)->id;
        const QString taken = u"The pipeline already has a stage “%1”."_s;
        const auto called = [](const QString &name) { return QList<FieldValue>{{u"name"_s, name}}; };
        const auto add = [&](const QString &name) { return planAddStage(m_office->schema(), main, {name, {}}); };
        auto twins = add(u"Twin"_s);
        twins->changes << add(u"TWIN"_s)->changes;
        QCOMPARE(commit(twins).message.toLower(), taken.arg(u"twin"_s).toLower());
        QCOMPARE(commit(add(u"Cut"_s)).message, QString());
        QCOMPARE(commit(add(u"Sewn"_s)).message, QString());
        const qint64 cut = stageCalled(u"Cut"_s).id;
        const qint64 sewn = stageCalled(u"Sewn"_s).id;
        ChangeSet swap;
        swap.update(u"stage"_s, cut, called(u"Sewn"_s));
        swap.update(u"stage"_s, sewn, called(u"Cut"_s));
        QCOMPARE(commit(swap).message, QString());
        QCOMPARE(stageCalled(u"Cut"_s).id, sewn);
        ChangeSet instead;
        instead.update(u"stage"_s, cut, called(u"Cut"_s));
        instead.update(u"stage"_s, sewn, {{u"deleted_at"_s, m_office->clock().now()}});
        QCOMPARE(commit(instead).message, QString());
        QCOMPARE(stageCalled(u"Cut"_s).id, cut);
        ChangeSet back;
        back.update(u"stage"_s, sewn, {{u"deleted_at"_s, {}}});
        QCOMPARE(commit(back).message, taken.arg(u"Cut"_s));
        QCOMPARE(stageCalled(u"Cut"_s).id, cut);
    }

    void aTypeComesBackUnderANameOfItsOwn()
    {
        const auto add = [this](const QString &code) {
            NewType type;
            type.name = u"Lease"_s;
            type.code = code;
            return commit(planAddType(m_office->schema(), type)).message;
        };
        QCOMPARE(add(u"lease"_s), QString());
        const EntityType lease = *m_office->schema().type(u"lease"_s);
        QCOMPARE(commit(planDeleteType(lease, m_office->clock().now())).message, QString());
        QCOMPARE(add(u"rent"_s), QString());
        QCOMPARE(commit(planRestoreType(m_office->schema(), lease)).message, u"There is already a type “Lease”."_s);
    }

    /// The columns of a table are numbered; most fields need two.
    void aTypeIsFullOneDay()
    {
        Schema::Content content;
        content.types << deals();
        Field field;
        field.typeId = deals().id;
        for (field.id = 1; field.id <= 895; ++field.id) {
            field.code = u"t_%1"_s.arg(field.id);
            content.fields << field;
        }
        NewField wanted;
        wanted.code = u"last"_s;
        wanted.name = u"Last"_s;
        const auto plan = planAddField(Schema(content), deals(), wanted);
        QVERIFY(!plan);
        QCOMPARE(plan.error().where, u"type"_s);
        QVERIFY2(plan.error().message.contains(u"895"_s), qPrintable(plan.error().message));
        wanted.type = FieldType::Tags; // in rows of their own
        QVERIFY(planAddField(Schema(content), deals(), wanted));
        content.fields.removeLast();
        wanted.type = FieldType::String;
        QVERIFY(planAddField(Schema(content), deals(), wanted));
    }

    void aRenamedCodeIsUnderstood()
    {
        QCOMPARE(add(u"budget"_s, FieldType::Integer).message, QString());
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"D"_s}, {u"budget"_s, 5}});
        QCOMPARE(set(u"budget"_s, [](FieldSettings &f) { f.code = u"limit"_s; }).message, QString());
        QCOMPARE(field(u"limit"_s).formerCodes, QStringList(u"budget"_s));
        QCOMPARE(ask(u"budget = 5"_s), QList<qint64>{deal});
        QCOMPARE(ask(u"limit = 5"_s), QList<qint64>{deal});
        QCOMPARE(findField(m_office->schema(), deals().id, u"budget"_s)->code, u"limit"_s);
        QCOMPARE(add(u"budget"_s, FieldType::Integer).where, u"code"_s); // texts go on meaning the other one
        QCOMPARE(set(u"limit"_s, [](FieldSettings &f) { f.code = u"budget"_s; }).message, QString());
        QCOMPARE(ask(u"limit = 5"_s), QList<qint64>{deal});
        QCOMPARE(set(u"title"_s, [](FieldSettings &f) { f.code = u"caption"_s; }).where, u"code"_s);
        undo();
        QCOMPARE(field(u"limit"_s).formerCodes, QStringList(u"budget"_s));
    }

    void aDeletedFieldSaysWhereItIsUsedAndComesBack()
    {
        QCOMPARE(add(u"budget"_s, FieldType::Integer).message, QString());
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"D"_s}, {u"budget"_s, 5}});
        const Stage stage = m_office->schema().stages(m_office->schema().defaultPipeline(deals().id)->id)[1];
        QCOMPARE(commit(planRequireField(m_office->schema(), field(u"budget"_s).id, stage.id, true, 0)).message, QString());
        Preset preset;
        preset.name = u"Dear ones"_s;
        preset.conditions = {*parseCondition(u"stage = new or not (budget < 3)"_s)};
        QCOMPARE(commit(planSavePreset(deals(), preset, 1)).message, QString());
        auto uses = usesOf(m_office->store().reader(), field(u"budget"_s));
        QVERIFY(uses);
        QCOMPARE(uses->size(), 2);
        QVERIFY(uses->join(u' ').contains(u"Dear ones"_s));
        QVERIFY(uses->join(u' ').contains(displayName(m_office->schema(), stage)));
        QCOMPARE(commit(planDeleteField(m_office->schema(), field(u"budget"_s), m_office->clock().now())).message,
                 QString());
        QVERIFY(!m_office->schema().field(deals().id, u"budget"_s));
        const Field hidden = m_office->schema().hiddenFields(deals().id).constFirst();
        QCOMPARE(commit(planRestoreField(m_office->schema(), hidden)).message, QString());
        QCOMPARE(m_office->item(u"deal"_s, deal).value(u"budget"_s).toInt(), 5);
        QVERIFY(!planDeleteField(m_office->schema(), field(u"title"_s), 0));
    }

    void conversionsAndStagesAreNamedToo()
    {
        const EntityType lead = *m_office->schema().type(u"lead"_s);
        NewField wanted;
        wanted.code = u"region"_s;
        wanted.name = u"Region"_s;
        QCOMPARE(commit(planAddField(m_office->schema(), lead, wanted)).message, QString());
        QCOMPARE(commit(planAddField(m_office->schema(), deals(), wanted)).message, QString());
        const auto uses = usesOf(m_office->store().reader(), field(u"region"_s));
        QVERIFY(uses);
        QCOMPARE(uses->size(), 1); // a lead's region becomes the deal's
        const QList<Stage> stages = m_office->schema().stages(m_office->schema().defaultPipeline(deals().id)->id);
        QCOMPARE(commit(planRequireField(m_office->schema(), field(u"region"_s).id, stages[1].id, true, 0)).message,
                 QString());
        Preset preset;
        preset.name = u"At the start"_s;
        preset.conditions = {*parseCondition(u"stage = "_s + stages[1].code)};
        QCOMPARE(commit(planSavePreset(deals(), preset, 1)).message, QString());
        const auto ofStage = usesOf(m_office->store().reader(), stages[1]);
        QVERIFY(ofStage);
        QCOMPARE(ofStage->size(), 2);
        QCOMPARE(usesOf(m_office->store().reader(), stages[0])->size(), 0);
    }

    /// A tunnel is used at both of its ends.
    void pipelinesTunnelsAndValuesAreNamedToo()
    {
        const auto uses = [this](const auto &of) {
            auto found = usesOf(m_office->store().reader(), of);
            return found ? found->join(u'|') : u"?"_s;
        };
        const Pipeline general = *m_office->schema().defaultPipeline(deals().id);
        QCOMPARE(commit(planAddPipeline(m_office->schema(), deals().id, u"Partners"_s)).message, QString());
        const Pipeline partners = m_office->schema().pipelines(deals().id).constLast();
        QVERIFY(partners.id != general.id);
        const Stage from = m_office->schema().stages(general.id)[1];
        const Stage to = m_office->schema().stages(partners.id)[1];
        QCOMPARE(uses(partners), QString());
        QCOMPARE(commit(planTunnel(m_office->store().reader(), from.id, partners.id, to.id)).message, QString());
        QVERIFY(uses(from).contains(displayName(partners)));
        QVERIFY(uses(to).contains(displayName(m_office->schema(), from)));
        QVERIFY(uses(general).contains(displayName(partners)));
        QVERIFY(uses(partners).contains(displayName(m_office->schema(), from)));

        QCOMPARE(add(u"size"_s, FieldType::List,
                     [](NewField &f) {
                         f.listValues = QStringList{u"Small"_s, u"Large"_s};
                     })
                     .message,
                 QString());
        const ListValue large = m_office->schema().listValues(field(u"size"_s).id)[1];
        QCOMPARE(uses(large), QString());
        QCOMPARE(set(u"size"_s, [](FieldSettings &f) { f.defaultValue = u"Large"_s; }).message, QString());
        Preset preset;
        preset.name = u"Heavy ones"_s;
        preset.conditions = {*parseCondition(u"not (size = large) or title = x"_s)};
        QCOMPARE(commit(planSavePreset(deals(), preset, 1)).message, QString());
        QVERIFY(uses(large).contains(u"Heavy ones"_s));
        QCOMPARE(uses(large).count(u'|'), 1);
        QCOMPARE(uses(m_office->schema().listValues(field(u"size"_s).id)[0]), QString());
    }

    /// Two that nobody can tell apart.
    void aNewListHasNoValueTwice()
    {
        const auto values = [](const QStringList &names) { return [names](NewField &f) { f.listValues = names; }; };
        QVERIFY(
            add(u"twice"_s, FieldType::List, values({u"Small"_s, u"Large"_s, u" small "_s})).message.contains(u"small"_s));
        QCOMPARE(add(u"twice"_s, FieldType::List, values({u"Small"_s, u"Smaller"_s})).message, QString());
    }

    void defaultsAreOfTheirMoment()
    {
        QCOMPARE(add(u"due"_s, FieldType::Date, [](NewField &f) { f.defaultValue = u"today+3"_s; }).message, QString());
        QCOMPARE(add(u"who"_s, FieldType::User, [](NewField &f) { f.defaultValue = u"me"_s; }).message, QString());
        QCOMPARE(add(u"kind"_s, FieldType::List,
                     [](NewField &f) {
                         f.listValues = {u"Small"_s, u"Large"_s};
                     })
                     .message,
                 QString());
        QCOMPARE(set(u"kind"_s, [](FieldSettings &f) { f.defaultValue = u"Large"_s; }).message, QString());
        const qint64 me = m_office->store().user();
        const DefaultMoment moment{me, QDateTime(QDate(2026, 2, 27), QTime(9, 0))};
        const auto values = withDefaults(m_office->schema(), deals().id, {{u"who"_s, Value()}}, moment);
        QCOMPARE(values.value(u"due"_s).toDate(), QDate(2026, 3, 2));
        QVERIFY(!values.value(u"who"_s).isValid()); // emptied by the person
        QCOMPARE(defaultOf(m_office->schema(), field(u"who"_s), moment).toLongLong(), me);
        QCOMPARE(values.value(u"kind"_s).toLongLong(), findListValue(m_office->schema(), field(u"kind"_s), u"Large"_s));
        QVERIFY(!values.contains(u"title"_s));
    }

    void whatMustBeUniqueIsHeldEverywhere()
    {
        QCOMPARE(add(u"contract"_s, FieldType::String, [](NewField &f) { f.uniqueness = u"refuse"_s; }).message, QString());
        const qint64 first = m_office->create(u"deal"_s, {{u"title"_s, u"First"_s}, {u"contract"_s, u"А-1"_s}});
        const auto make = [&](const QString &contract) {
            return commit(planCreate(m_office->schema(), deals(), {{u"title"_s, u"X"_s}, {u"contract"_s, contract}}));
        };
        const Error error = make(u" а-1"_s);
        QCOMPARE(error.where, u"contract"_s);
        QVERIFY2(error.message.contains(u"First"_s), qPrintable(error.message));
        const qint64 second = m_office->create(u"deal"_s, {{u"title"_s, u"Second"_s}, {u"contract"_s, u"А-2"_s}});
        const auto edit = [&](qint64 id, const QString &value) {
            return commit(planEdit(m_office->schema(), m_office->item(u"deal"_s, id), {{u"contract"_s, value}}));
        };
        QCOMPARE(edit(second, u"А-1"_s).where, u"contract"_s);
        QCOMPARE(edit(second, u"А-2 "_s).message, QString()); // its own
        QCOMPARE(commit(planDelete(deals(), {first}, {}, m_office->clock().now())).message, QString());
        QCOMPARE(edit(second, u"А-1"_s).message, QString());
        QCOMPARE(commit(planRestore(deals(), {first}, {})).where, u"contract"_s); // comes back to what is taken

        QTemporaryDir folder;
        QFile file(folder.filePath(u"deals.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("title,contract\nOne,b-7\nTwo,B-7\nThree,\xD0\x90-1\nFour,b-8\n");
        file.close();
        ImportOptions options;
        options.typeId = deals().id;
        auto preview = previewImport(m_office->schema(), options.typeId, file.fileName());
        QVERIFY(preview);
        options.preview = *preview;
        auto report = importFile(m_office->store(), options);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->rejected.size(), 2);
        QCOMPARE(report->rejected[0].row, 3);
        QCOMPARE(report->rejected[1].row, 4);
        QCOMPARE(set(u"contract"_s, [](FieldSettings &f) { f.uniqueness = u"warn"_s; }).message, QString());
        QCOMPARE(make(u"А-1"_s).message, QString());
    }

    void importTakesDefaultsOfColumnsThatAreNotThere()
    {
        QCOMPARE(add(u"due"_s, FieldType::Date,
                     [](NewField &f) {
                         f.defaultValue = u"today"_s;
                         f.required = true;
                     })
                     .message,
                 QString());
        QCOMPARE(add(u"size"_s, FieldType::Integer, [](NewField &f) { f.defaultValue = u"7"_s; }).message, QString());
        QTemporaryDir folder;
        QFile file(folder.filePath(u"deals.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("title,size\nOne,\nTwo,3\n");
        file.close();
        ImportOptions options;
        options.typeId = deals().id;
        auto preview = previewImport(m_office->schema(), options.typeId, file.fileName());
        QVERIFY(preview);
        options.preview = *preview;
        auto report = importFile(m_office->store(), options);
        QVERIFY(report);
        QCOMPARE(report->rejected.size(), 0);
        QCOMPARE(ask(u"size = 7"_s), QList<qint64>());
        QCOMPARE(ask(u"due = today"_s).size(), 2);
    }

    void fieldsAreOrderedInSections()
    {
        QCOMPARE(commit(planAddSection(m_office->schema(), deals(), u"Delivery"_s)).message, QString());
        const Section delivery = m_office->schema().sections(deals().id).constLast();
        const Section first = m_office->schema().sections(deals().id).constFirst();
        QCOMPARE(commit(planOrderFields(m_office->schema(), deals(),
                                        {{first.id, {field(u"amount"_s).id, field(u"title"_s).id}},
                                         {delivery.id, {field(u"comment"_s).id}}}))
                     .message,
                 QString());
        QCOMPARE(field(u"amount"_s).position, 1);
        QCOMPARE(field(u"comment"_s).section, delivery.id);
        QCOMPARE(commit(planDeleteSection(m_office->schema(), delivery, m_office->clock().now())).message, QString());
        QVERIFY(field(u"comment"_s).section != delivery.id);
        undo();
        QCOMPARE(field(u"comment"_s).section, delivery.id);
    }
};

KARTOTEKA_TEST(tst_field_acts, TestFieldActs)
#include "tst_field_acts.moc"
