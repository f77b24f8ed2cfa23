// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/store/undo.h"
#include "tests/support/test_office.h"

#include <QTest>

using namespace Kartoteka;

/// Fields and whole types made at run time are like those that the program brings.
class TestCustomTypes : public QObject
{
    Q_OBJECT

    static QUuid addField(ChangeSet &changes, const Value &type, const QString &code, FieldType kind, bool multiple = false)
    {
        return changes.create(u"field"_s, {{u"entity_type"_s, type}, {u"code"_s, code}, {u"name"_s, QString(u"My "_s + code)},
                                           {u"type"_s, fieldTypeName(kind)}, {u"multiple"_s, multiple}, {u"indexed"_s, true},
                                           {u"editable"_s, true}, {u"significant"_s, true}, {u"position"_s, qint64(100)}});
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
        row(FieldType::File, "contract.pdf", "x is not empty");
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
                changes.create(u"list_value"_s, {{u"field"_s, QVariant::fromValue(field)}, {u"code"_s, name.toLower()}, {u"name"_s, name}});
        }
        auto receipt = office.store().commitAndWait(changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().detail));
        const Field *made = office.schema().field(deals, u"x"_s);
        QVERIFY(made);

        const ParseContext parse{.schema = office.schema(), .currency = {}, .dayFirst = true, .findItem = [&](const QString &, const QString &) { return company; }};
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
        ChangeSet changes;
        changes.kind = u"schema"_s;
        const QUuid type = changes.create(u"entity_type"_s, {{u"code"_s, u"repair"_s}, {u"name"_s, u"Repair"_s}, {u"icon"_s, u"deal"_s},
                                                             {u"position"_s, qint64(9)}, {u"is_item"_s, true}, {u"has_stages"_s, true}});
        const Value ref = QVariant::fromValue(type);
        addField(changes, ref, u"title"_s, FieldType::String);
        addField(changes, ref, u"stage"_s, FieldType::Stage);
        addField(changes, ref, u"pipeline"_s, FieldType::Pipeline);
        addField(changes, ref, u"amount"_s, FieldType::Money);
        const QUuid pipeline = changes.create(u"pipeline"_s, {{u"entity_type"_s, ref}, {u"code"_s, u"main"_s}, {u"is_default"_s, true}});
        for (const auto &[code, group] : {std::pair{u"open"_s, u"in_progress"_s}, {u"done"_s, u"won"_s}}) {
            changes.create(u"stage"_s, {{u"pipeline"_s, QVariant::fromValue(pipeline)}, {u"code"_s, code}, {u"name"_s, code},
                                        {u"colour"_s, u"#808080"_s}, {u"stage_group"_s, group}});
        }
        auto receipt = office.store().commitAndWait(changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().detail));
        QVERIFY(office.schema().type(u"repair"_s));

        // Columns of the office's own fields are named from their uids; rules know system columns only.
        const Field *title = office.schema().field(office.typeId(u"repair"_s), u"title"_s);
        QVERIFY(title->column.startsWith(u"f_"_s));
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

QTEST_GUILESS_MAIN(TestCustomTypes)
#include "tst_custom_types.moc"
