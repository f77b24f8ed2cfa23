// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/store/commit/undo.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Fields and whole types made at run time are like those that the program brings.
class TestCustomTypes : public QObject
{
    Q_OBJECT

    static QUuid addField(ChangeSet &changes, const Value &type, const QString &code, FieldType kind, bool multiple = false)
    {
        return changes.create(u"field"_s,
                              {{u"entity_type"_s, type},
                               {u"code"_s, code},
                               {u"name"_s, QString(u"My "_s + code)},
                               {u"type"_s, fieldTypeName(kind)},
                               {u"multiple"_s, multiple},
                               {u"indexed"_s, true},
                               {u"editable"_s, true},
                               {u"significant"_s, true},
                               {u"position"_s, qint64(100)}});
    }

private slots:
    void aFieldOfEveryTypeCanBeAddedAndUsed_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("multiple");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        const auto row = [](FieldType type, const char *text, const char *where, bool multiple = false) {
            QTest::addRow("%s%s", qPrintable(fieldTypeName(type)), multiple ? " multiple" : "")
                << int(type) << multiple << QString::fromUtf8(text) << QString::fromUtf8(where);
        };
        row(FieldType::String, "Ёж", "x ~ еж");
        row(FieldType::Text, "one\ntwo", "x ~ TWO");
        row(FieldType::Integer, "42", "x > 41");
        row(FieldType::Number, "2.5", "x < 2.6");
        row(FieldType::Money, "1500.50 USD", "x = \"1500.50 USD\"");
        row(FieldType::Boolean, "yes", "x = yes");
        row(FieldType::Date, "2026-03-01", "x = 2026-03-01");
        row(FieldType::DateTime, "2026-03-01T14:00:00+03:00", "x = 2026-02-28..2026-03-02");
        row(FieldType::List, "Second", "x = Second");
        row(FieldType::List, "First|Second", "x = First", true);
        row(FieldType::User, "Test Person", "x = \"Test Person\"");
        row(FieldType::User, "Test Person", "x = \"Test Person\"", true);
        row(FieldType::Link, "1", "x = 1");
        row(FieldType::Link, "1", "x = 1", true);
        row(FieldType::Url, "work:example.com|other.org", "x ~ example");
        row(FieldType::Address, "Lesnaya 5", "x ~ lesnaya");
        row(FieldType::Phone, "work:8 495 123-45-67", "x = \"+7 495 1234567\"");
        row(FieldType::Email, "A@Example.com", "x = a@example.com");
        row(FieldType::Tags, "red|blue", "x = BLUE");
    }
    void aFieldOfEveryTypeCanBeAddedAndUsed()
    {
        QFETCH(int, type);
        QFETCH(bool, multiple);
        QFETCH(QString, text);
        QFETCH(QString, where);
        TestOffice office;
        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 deals = office.typeId(u"deal"_s);
        ChangeSet changes;
        const QUuid field = addField(changes, deals, u"x"_s, FieldType(type), multiple);
        changes.changes.last().values.append({u"target"_s, u"company"_s});
        if (FieldType(type) == FieldType::List) {
            for (const QString &name : {u"First"_s, u"Second"_s})
                changes.create(u"list_value"_s,
                               {{u"field"_s, QVariant::fromValue(field)}, {u"code"_s, name.toLower()}, {u"name"_s, name}});
        }
        auto receipt = office.store().commitAndWait(changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().detail));
        const Field *made = office.schema().field(deals, u"x"_s);
        QVERIFY(made);

        const ParseContext parse{.schema = office.schema(),
                                 .currency = {},
                                 .findItem = [&](const QString &, const QString &) { return company; }};
        auto value = parseValue(parse, *made, text);
        QVERIFY2(value, value ? "" : qPrintable(value.error().message));
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"D"_s}, {u"x"_s, *value}});
        office.create(u"deal"_s, {{u"title"_s, u"Other"_s}});
        const Value stored = office.item(u"deal"_s, deal).value(u"x"_s);
        QVERIFY2(stored == *value, qPrintable(QDebug::toString(stored)));

        ItemQuery query;
        query.typeId = deals;
        auto condition = parseCondition(where);
        QVERIFY(condition);
        query.conditions = {*condition};
        auto ids = queryIds(office.store().reader(), query);
        QVERIFY2(ids, ids ? "" : qPrintable(ids.error().message + ids.error().detail));
        QCOMPARE(*ids, QList<qint64>{deal});
        if (!made->multiple && !holdsTexts(made->type)) {
            query.conditions.clear();
            query.sort = {{u"x"_s, true}};
            QCOMPARE(queryIds(office.store().reader(), query)->size(), 2);
        }
        office.reopen();
        QVERIFY(office.item(u"deal"_s, deal).value(u"x"_s) == *value);
        QCOMPARE(office.problems(), QStringList());
    }

    void aWholeTypeCanBeAddedAndUsed()
    {
        TestOffice office;
        NewType repair;
        repair.code = u"repair"_s;
        repair.name = u"Repair"_s;
        repair.icon = u"deal"_s;
        auto plan = planAddType(office.schema(), repair);
        QVERIFY(plan);
        auto receipt = office.store().commitAndWait(*plan);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().detail));
        const EntityType *type = office.schema().type(u"repair"_s);
        QVERIFY(type);
        NewField defect;
        defect.code = u"defect"_s;
        defect.name = u"Defect"_s;
        defect.type = FieldType::List;
        defect.listValues = QStringList{u"Screen"_s, u"Battery"_s};
        auto field = planAddField(office.schema(), *type, defect);
        QVERIFY(field);
        QVERIFY(office.store().commitAndWait(*field));

        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 phone = office.create(u"repair"_s,
                                           {{u"title"_s, u"Old phone"_s},
                                            {u"amount"_s, QVariant::fromValue(Money{150000, u"RUB"_s})},
                                            {u"client_company"_s, company}});
        const Item made = office.item(u"repair"_s, phone);
        QCOMPARE(made.value(u"stage"_s).toLongLong(), office.stageId(u"repair"_s, u"new"_s));
        QVERIFY(made.value(u"responsible"_s).isValid());
        office.move(u"repair"_s, phone, u"won"_s);
        QVERIFY(office.item(u"repair"_s, phone).value(u"closed_at"_s).isValid());

        ItemQuery query;
        query.typeId = office.typeId(u"repair"_s);
        query.search = u"OLD PH"_s;
        auto found = queryIds(office.store().reader(), query);
        QVERIFY(found);
        QCOMPARE(*found, QList<qint64>{phone});
        auto totals = stageTotals(office.store().reader(), office.schema().defaultPipeline(query.typeId)->id);
        QVERIFY(totals);
        QCOMPARE(totals->value(office.stageId(u"repair"_s, u"won"_s)).count, 1);
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.item(u"repair"_s, phone).value(u"stage"_s).toLongLong(), office.stageId(u"repair"_s, u"new"_s));
        QCOMPARE(office.problems(), QStringList());
    }

    void aCodeThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addRow("empty") << QString();
        QTest::addRow("spaces") << u"two words"_s;
        QTest::addRow("not latin") << u"ремонт"_s;
        QTest::addRow("taken") << u"deal"_s;
    }
    void aCodeThatCannotBeIsRefused()
    {
        QFETCH(QString, code);
        TestOffice office;
        NewType type;
        type.code = code;
        type.name = u"X"_s;
        QVERIFY(!planAddType(office.schema(), type));
    }

    void addingAFieldCanBeUndone()
    {
        TestOffice office;
        const QStringList before = office.contents();
        ChangeSet changes;
        addField(changes, office.typeId(u"lead"_s), u"budget"_s, FieldType::Money);
        QVERIFY(office.store().commitAndWait(changes));
        QVERIFY(office.schema().field(office.typeId(u"lead"_s), u"budget"_s));
        QVERIFY(office.store().undo().result());
        QCoreApplication::processEvents();
        QVERIFY(!office.schema().field(office.typeId(u"lead"_s), u"budget"_s));
        QCOMPARE(office.contents(), before);
        QVERIFY(office.store().redo().result());
        QCoreApplication::processEvents();
        QVERIFY(office.schema().field(office.typeId(u"lead"_s), u"budget"_s));
    }
};

KARTOTEKA_TEST(tst_custom_types, TestCustomTypes)
#include "tst_custom_types.moc"
