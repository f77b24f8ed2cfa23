// SPDX-License-Identifier: GPL-3.0-or-later
// How an office has made the program its own, carried to another one.
#include "core/definitions/field_acts.h"
#include "core/definitions/settings_file.h"
#include "core/definitions/type_acts.h"
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/setting_acts.h"
#include "core/money/rate_acts.h"
#include "core/worktime/day_acts.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Kartoteka;

class TestSettingsFile : public QObject
{
    Q_OBJECT

    static void commit(TestOffice &office, Result<ChangeSet> changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        auto receipt = office.store().commitAndWait(std::move(*changes));
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message + receipt.error().detail));
    }
    /// Contracts with stages, a list of their own that leads share, a currency, a holiday, a setting.
    static void makeOwn(TestOffice &office)
    {
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Contract"_s;
        contract.hasStages = true;
        commit(office, planAddType(office.schema(), contract));
        NewField kind;
        kind.code = u"kind"_s;
        kind.name = u"Kind"_s;
        kind.type = FieldType::List;
        kind.listValues = {u"Rent"_s, u"Sale"_s};
        commit(office, planAddField(office.schema(), *office.schema().type(u"contract"_s), kind));
        NewField shared = kind;
        shared.listValues.clear();
        shared.valuesFrom = office.schema().field(office.typeId(u"contract"_s), u"kind"_s)->id;
        commit(office, planAddField(office.schema(), *office.schema().type(u"lead"_s), shared));
        commit(office, planSettings({{u"week_start"_s, u"7"_s}, {u"work_hours_6"_s, u"10-14"_s}}));
        commit(office, planAddCurrency(office.schema(), u"KZT"_s));
        commit(office, planDays({{QDate(2026, 6, 12), CalendarDay::Kind::Off, u"Holiday"_s}}));
    }
    static QByteArray written(TestOffice &office)
    {
        auto bytes = writeSettings(office.store().reader());
        return bytes ? *bytes : QByteArray();
    }
    static QByteArray document(const QJsonArray &records, int version = 1)
    {
        return QJsonDocument(QJsonObject{{u"kartoteka_settings"_s, version}, {u"records"_s, records}}).toJson();
    }
    static QJsonObject record(const QString &table, const QUuid &uid, const QJsonObject &values)
    {
        return {{u"table"_s, table}, {u"uid"_s, uidText(uid)}, {u"values"_s, values}};
    }

    /// Waits until it is taken back, and the schema of the window's thread has followed.
    static bool taken(TestOffice &office, const Answer<Receipt> &answer)
    {
        const bool isDone = bool(answer.result());
        QCoreApplication::sendPostedEvents(&office.store());
        return isDone;
    }

private slots:
    /// It is not deleted itself, but nothing in another office could hold it.
    void whatBelongsToSomethingDeletedIsLeftOut()
    {
        TestOffice own;
        makeOwn(own);
        NewType act;
        act.code = u"gone"_s;
        act.name = u"Gone"_s;
        act.hasStages = true;
        commit(own, planAddType(own.schema(), act));
        NewField colour;
        colour.code = u"colour"_s;
        colour.name = u"Colour"_s;
        colour.type = FieldType::List;
        colour.listValues = {u"Red"_s, u"Blue"_s};
        commit(own, planAddField(own.schema(), *own.schema().type(u"lead"_s), colour));
        colour.code = u"shade"_s;
        colour.name = u"Shade"_s;
        commit(own, planAddField(own.schema(), *own.schema().type(u"gone"_s), colour));
        NewField shared = colour;
        shared.listValues.clear();
        shared.valuesFrom = own.schema().field(own.typeId(u"gone"_s), u"shade"_s)->id;
        commit(own, planAddField(own.schema(), *own.schema().type(u"lead"_s), shared));
        NewField link;
        link.code = u"box"_s;
        link.name = u"Box"_s;
        link.type = FieldType::Link;
        link.target = u"gone"_s;
        commit(own, planAddField(own.schema(), *own.schema().type(u"lead"_s), link));
        const Field *field = own.schema().field(own.typeId(u"lead"_s), u"colour"_s);
        commit(own, planDeleteField(own.schema(), *field, own.store().clock().now()));
        commit(own, planDeleteType(*own.schema().type(u"gone"_s), own.store().clock().now()));
        const QByteArray bytes = written(own);
        QVERIFY(bytes.contains("Rent") && !bytes.contains("Blue") && !bytes.contains("Gone"));
        TestOffice empty;
        auto diff = readSettings(empty.store().reader(), bytes);
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        commit(empty, diff->changes);
        QCOMPARE(empty.problems(), QStringList());
        QCOMPARE(written(empty), bytes);
        QVERIFY(empty.schema().field(empty.typeId(u"lead"_s), u"shade"_s)); // a list that has no values yet
        QVERIFY(!empty.schema().field(empty.typeId(u"lead"_s), u"box"_s));
    }

    void anEmptyOfficeBecomesEqual()
    {
        TestOffice own;
        makeOwn(own);
        const QByteArray bytes = written(own);
        QVERIFY(!bytes.isEmpty());
        TestOffice empty;
        const QStringList before = empty.contents();
        auto diff = readSettings(empty.store().reader(), bytes);
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        QVERIFY(diff->lines.size() > 20);
        const auto isNamed = [&](const QString &table, const QString &name) {
            return std::ranges::any_of(diff->lines, [&](const auto &l) { return l.table == table && l.name == name; });
        };
        QVERIFY(isNamed(u"list_value"_s, u"Too expensive (Reason of the outcome, Contract)"_s)); // the program's own words
        QVERIFY(isNamed(u"setting"_s, u"First day of the week"_s));
        QVERIFY(isNamed(u"calendar_day"_s, QLocale().toString(QDate(2026, 6, 12), QLocale::ShortFormat) + u" Holiday"_s));
        QVERIFY(diff->words().contains(u"new: setting “First day of the week”: — → Sunday"_s));
        QCOMPARE(diff->aside, QStringList());
        commit(empty, diff->changes);
        QCOMPARE(written(empty), bytes);
        QCOMPARE(empty.schema().listValues(empty.schema().field(empty.typeId(u"lead"_s), u"kind"_s)->id).size(), 2);
        const qint64 made = empty.create(u"contract"_s, {{u"title"_s, u"First"_s}}); // a table to work with
        QVERIFY(made > 0);
        QCOMPARE(empty.problems(), QStringList());
        diff = readSettings(empty.store().reader(), bytes);
        QVERIFY(diff && diff->changes.isEmpty());
        QCOMPARE(diff->words().size(), 1);
        QVERIFY(taken(empty, empty.store().undo()));
        QVERIFY(taken(empty, empty.store().undo())); // one act
        QVERIFY(!empty.schema().type(u"contract"_s));
        QVERIFY(empty.schema().calendarDays().isEmpty());
        diff = readSettings(empty.store().reader(), bytes); // and it can come again
        QVERIFY(diff);
        commit(empty, diff->changes);
        QCOMPARE(written(empty), bytes);
        QCOMPARE(empty.problems(), QStringList());
    }
    void whatIsHereIsUpdatedAndNothingDeleted()
    {
        TestOffice own;
        makeOwn(own);
        const QByteArray bytes = written(own);
        TestOffice other;
        auto diff = readSettings(other.store().reader(), bytes);
        QVERIFY(diff);
        commit(other, diff->changes);
        commit(other, planSettings({{u"week_start"_s, u"1"_s}}));
        commit(other,
               planDays(
                   {{QDate(2026, 6, 12), CalendarDay::Kind::Short, {}}, {QDate(2026, 11, 4), CalendarDay::Kind::Off, {}}}));
        diff = readSettings(other.store().reader(), bytes);
        QVERIFY(diff);
        QCOMPARE(diff->lines.size(), 2);
        QCOMPARE(diff->words().constLast(), u"changed: setting “First day of the week”: Monday → Sunday"_s);
        QVERIFY2(diff->words().constFirst().contains(u"kind: Short day → Day off"), qPrintable(diff->words().constFirst()));
        // A value that is not there is said as it is of any other record.
        const auto empty = readSettings(other.store().reader(),
                                        document({record(u"setting"_s, derivedUid(u"setting", u"week_start"_s),
                                                         {{u"code"_s, u"week_start"_s}, {u"value"_s, QJsonValue()}})}));
        QVERIFY2(empty, empty ? "" : qPrintable(empty.error().message));
        QCOMPARE(empty->words().constLast(), u"changed: setting “First day of the week”: Monday → —"_s);
        commit(other, diff->changes);
        QCOMPARE(other.schema().setting(u"week_start"_s), u"7"_s);
        QCOMPARE(other.schema().calendarDays().size(), 2);
        QCOMPARE(other.schema().calendarDays().constFirst().kind, CalendarDay::Kind::Off);
    }
    /// The record holds codes; a person knows types by their names.
    void whatATypeIsConvertedToIsNamed()
    {
        TestOffice own;
        makeOwn(own);
        TestOffice other;
        auto diff = readSettings(other.store().reader(), written(own));
        QVERIFY(diff);
        commit(other, diff->changes);
        const EntityType &contract = *own.schema().type(u"contract"_s);
        TypeSettings settings = settingsOf(contract);
        settings.convertsTo = QStringList{u"deal"_s, u"company"_s};
        commit(own, planEditType(own.schema(), contract, settings, own.clock().now()));
        diff = readSettings(other.store().reader(), written(own));
        QVERIFY(diff);
        QVERIFY2(diff->words().join(u'\n').contains(u"is converted to: — → Deal, Company"_s),
                 qPrintable(diff->words().join(u'\n')));
    }
    /// The common view and those with names, with all that stands in them; nobody's own, and not for whom they are.
    void viewsOfCardsGoAlong()
    {
        TestOffice own;
        const qint64 lead = own.typeId(u"lead"_s);
        const auto layout = [lead](TestOffice &office) {
            return *cardLayout(office.store().reader(), lead, 0, office.store().user());
        };
        const auto change = [&](const Result<CardLayout> &after) {
            QVERIFY(after);
            commit(own, planLayout(own.schema(), layout(own), *after, own.clock().now()));
        };
        const Field *source = own.schema().field(lead, u"source"_s);
        QUuid section;
        change(withNewSection(layout(own), u"Delivery"_s, {}, &section));
        change(withFieldsAt(layout(own), {source->id}, section, 0));
        change(withTabs(layout(own), {u"history"_s, u"links"_s}, {u"history"_s}));
        const QByteArray bytes = written(own);
        QVERIFY(bytes.contains("Delivery"));
        TestOffice other;
        auto diff = readSettings(other.store().reader(), bytes);
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        const QString words = diff->words().join(u'\n');
        QVERIFY2(words.contains(u"Delivery") && words.contains(u"Source (Lead)"), qPrintable(words));
        commit(other, diff->changes);
        const PlacedSection *taken = layout(other).section(section);
        QVERIFY(taken);
        QCOMPARE(layout(other).sectionOf(other.schema().field(lead, u"source"_s)->id)->name, u"Delivery"_s);
        QCOMPARE(written(other), bytes);
        auto again = readSettings(other.store().reader(), bytes);
        QVERIFY(again && again->changes.isEmpty());
        // A person's own view stays with the person.
        CardView mine;
        for (const CardView &view : layout(own).views) {
            if (view.kind == CardView::Kind::Mine)
                mine = view;
        }
        const CardLayout before = *cardLayout(own.store().reader(), mine, lead, 0, own.store().user());
        commit(own,
               planLayout(own.schema(), before, *withNewSection(before, u"Only mine"_s, {}, nullptr), own.clock().now()));
        QVERIFY(!written(own).contains("Only mine"));
        QCOMPARE(own.problems() + other.problems(), QStringList());
    }

    /// Two offices made a type and a field of one code each, before they heard of each other: both stay, and what comes is
    /// called otherwise wherever the file names it.
    void whatIsCalledSoHereGetsAnotherCode()
    {
        const auto add = [](TestOffice &office, const QString &type, const QString &code, FieldType kind,
                            const QString &target = {}, const QString &begun = {}) {
            NewField field;
            field.code = code;
            field.name = code;
            field.type = kind;
            field.target = target;
            field.defaultValue = begun;
            commit(office, planAddField(office.schema(), *office.schema().type(type), field));
        };
        TestOffice own;
        makeOwn(own);
        add(own, u"lead"_s, u"note"_s, FieldType::String);
        add(own, u"contract"_s, u"enquiry"_s, FieldType::Link, u"lead"_s);
        add(own, u"contract"_s, u"about"_s, FieldType::String, {}, u"from enquiry.note"_s);
        NewType act;
        act.code = u"act_of_work"_s;
        act.name = u"Act"_s;
        act.hasStages = true;
        act.convertsTo = {u"contract"_s};
        act.links = {{u"contract"_s, true}};
        commit(own, planAddType(own.schema(), act));
        const QByteArray bytes = written(own);

        TestOffice other;
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Treaty"_s;
        commit(other, planAddType(other.schema(), contract));
        add(other, u"lead"_s, u"note"_s, FieldType::Number);
        const QUuid stands = other.schema().type(u"contract"_s)->uid;
        auto diff = readSettings(other.store().reader(), bytes);
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        QCOMPARE(diff->renamed, 2);
        const QStringList words = diff->words();
        QVERIFY2(words.contains(u"new: type “Contract”: its code here is “contract_2”, because “contract” is taken"_s),
                 qPrintable(words.join(u'\n')));
        commit(other, diff->changes);
        const Schema &schema = other.schema();
        QCOMPARE(schema.type(u"contract"_s)->uid, stands);
        QCOMPARE(schema.type(u"contract_2"_s)->uid, own.schema().type(u"contract"_s)->uid);
        QCOMPARE(schema.field(other.typeId(u"act_of_work"_s), u"contract"_s)->target, u"contract_2"_s);
        QCOMPARE(schema.type(u"act_of_work"_s)->convertsTo, QStringList{u"contract_2"_s});
        QCOMPARE(schema.field(other.typeId(u"lead"_s), u"note"_s)->type, FieldType::Number);
        QCOMPARE(schema.field(other.typeId(u"contract_2"_s), u"about"_s)->defaultValue, u"from enquiry.note_2"_s);
        QVERIFY(other.create(u"contract_2"_s, {{u"title"_s, u"First"_s}}) > 0);
        QCOMPARE(other.problems(), QStringList());
        // It is known from then on.
        diff = readSettings(other.store().reader(), bytes);
        QVERIFY2(diff && diff->changes.isEmpty(), diff ? qPrintable(diff->words().join(u'\n')) : "");
        QCOMPARE(diff->renamed, 0);
    }
    /// What is here under another code gets that of the file, and goes on being found by the one that was given here.
    void whatWasRenamedIsStillFound()
    {
        TestOffice own;
        makeOwn(own);
        const QByteArray bytes = written(own);
        const Field field = *own.schema().field(own.typeId(u"contract"_s), u"kind"_s);
        FieldSettings renamed = settingsOf(field);
        renamed.code = u"sort"_s;
        commit(own, planEditField(own.schema(), field, renamed));
        auto diff = readSettings(own.store().reader(), bytes);
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        commit(own, diff->changes);
        QCOMPARE(own.schema().field(field.id)->code, u"kind"_s);
        QCOMPARE(own.schema().field(field.typeId, u"sort"_s)->id, field.id);
        diff = readSettings(own.store().reader(), bytes);
        QVERIFY2(diff && diff->changes.isEmpty(), diff ? qPrintable(diff->words().join(u'\n')) : "");
    }

    void whatIsNotKnownIsLeftOutAndSaid()
    {
        TestOffice office;
        auto diff = readSettings(
            office.store().reader(),
            document({record(u"robot"_s, makeUid(1), {{u"name"_s, u"x"_s}}),
                      record(u"setting"_s, makeUid(2), {{u"code"_s, u"colour_of_dreams"_s}, {u"value"_s, u"1"_s}}),
                      record(u"currency"_s, derivedUid(u"currency", u"EUR"), {{u"code"_s, u"EUR"_s}, {u"weight"_s, 5}})}));
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        QCOMPARE(diff->aside.size(), 3);
        QCOMPARE(diff->lines.size(), 1);
        commit(office, diff->changes);
        QCOMPARE(office.schema().currencies().size(), 1);
    }

    /// Rather than a file that nobody could load.
    void moreThanCanBeReadIsNotWritten()
    {
        TestOffice office;
        QList<OddDay> days;
        for (int i = 0; i < 20'001; ++i)
            days << OddDay{QDate(2000, 1, 1).addDays(i), CalendarDay::Kind::Off, {}};
        commit(office, planDays(days));
        const auto bytes = writeSettings(office.store().reader());
        QVERIFY(!bytes);
        QVERIFY2(bytes.error().message.contains(u"20000"_s), qPrintable(bytes.error().message));
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("no json") << QByteArray("{\n\n x");
        QTest::addRow("another json") << QByteArray("[]");
        QTest::addRow("newer") << document({}, 2);
        QTest::addRow("large") << QByteArray(largestSettingsFile + 1, ' ');
        QTest::addRow("no record") << document({5});
        QTest::addRow("no uid") << document(
            {QJsonObject{{u"table"_s, u"currency"_s}, {u"uid"_s, u"x"_s}, {u"values"_s, QJsonObject()}}});
        const QUuid uid = makeUid(5);
        QTest::addRow("twice") << document({record(u"section"_s, uid, {}), record(u"section"_s, uid, {})});
        QTest::addRow("type called as a table")
            << document({record(u"entity_type"_s, uid, {{u"code"_s, u"journal"_s}, {u"is_item"_s, true}})});
        QTest::addRow("code with a quote")
            << document({record(u"entity_type"_s, uid, {{u"code"_s, u"x\" --"_s}, {u"is_item"_s, true}})});
        QTest::addRow("types of codes that cannot be")
            << document({record(u"entity_type"_s, uid, {{u"code"_s, u"_"_s}, {u"is_item"_s, true}}),
                         record(u"entity_type"_s, makeUid(6), {{u"code"_s, u"_"_s}, {u"is_item"_s, true}})});
        QTest::addRow("field of no type") << document(
            {record(u"field"_s, uid, {{u"code"_s, u"x"_s}, {u"type"_s, u"string"_s}})});
        QTest::addRow("field of nobody's type") << document({record(
            u"field"_s, uid, {{u"entity_type"_s, QString(32, u'f')}, {u"code"_s, u"x"_s}, {u"type"_s, u"string"_s}})});
        QTest::addRow("currency of another identity") << document({record(u"currency"_s, uid, {{u"code"_s, u"EUR"_s}})});
        QTest::addRow("language is a path")
            << document({record(u"setting"_s, uid, {{u"code"_s, u"language"_s}, {u"value"_s, u"../x"_s}})});
        QTest::addRow("value of another kind") << document({record(u"section"_s, uid, {{u"code"_s, QJsonArray{1}}})});
        QTest::addRow("pipeline of itself")
            << document({record(u"pipeline"_s, uid, {{u"entity_type"_s, uidText(uid)}, {u"pipeline"_s, uidText(uid)}})});
        QTest::addRow("stage without a colour") << document(
            {record(u"stage"_s, uid, {{u"pipeline"_s, u"7379732d70706c696e65303030303031"_s}, {u"code"_s, u"x"_s}})});
        QJsonArray fields;
        for (int i = 0; i < 1'000; ++i) {
            fields.append(record(u"field"_s, makeUid(10 + i),
                                 {{u"entity_type"_s, u"7379732d65747970652d303030303031"_s},
                                  {u"code"_s, u"f%1"_s.arg(i)},
                                  {u"type"_s, u"string"_s}}));
        }
        QTest::addRow("more fields than a type can have") << document(fields);
        const QString lead = u"7379732d65747970652d303030303031"_s;
        QTest::addRow("pipeline without stages")
            << document({record(u"pipeline"_s, uid, {{u"entity_type"_s, lead}, {u"code"_s, u"second"_s}})});
        QTest::addRow("type with stages and no pipeline") << document({record(
            u"entity_type"_s, uid,
            {{u"code"_s, u"contract"_s}, {u"name"_s, u"Contract"_s}, {u"is_item"_s, true}, {u"has_stages"_s, true}})});
        QTest::addRow("values from itself") << document({record(u"field"_s, uid, {{u"values_from"_s, uidText(uid)}})});
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QByteArray, bytes);
        TestOffice office;
        auto diff = readSettings(office.store().reader(), bytes);
        QVERIFY2(!diff, "it was taken");
        QVERIFY(!diff.error().message.isEmpty());
    }
};

KARTOTEKA_TEST(tst_settings_file, TestSettingsFile)
#include "tst_settings_file.moc"
