// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/row_queries.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Rows of lists and cards: the values that were asked for, each in its place.
class TestRowQueries : public QObject
{
    Q_OBJECT

private slots:
    void rowsComeInTheOrderAskedForAndMissingOnesAreLeftOut()
    {
        TestOffice office;
        const qint64 first = office.create(u"lead"_s, {{u"title"_s, u"First"_s}});
        const qint64 second = office.create(u"lead"_s, {{u"title"_s, u"Second"_s}});
        auto rows = readRows(office.store().reader(), office.typeId(u"lead"_s), {second, 999, first}, {u"title"_s});
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).id, second);
        QCOMPARE(rows->at(0).values, QList<Value>{u"Second"_s});
        QCOMPARE(rows->at(1).id, first);
    }

    void valuesStandWhereTheirFieldsStand()
    {
        TestOffice office;
        const qint64 type = office.typeId(u"lead"_s);
        const Members emails = {{.text = u"a@b.example"_s, .label = {}, .ref = {}, .key = {}},
                                {.text = u"c@d.example"_s, .label = u"work"_s, .ref = {}, .key = {}}};
        const qint64 id = office.create(u"lead"_s,
                                        {{u"title"_s, u"Chairs"_s},
                                         {u"amount"_s, toValue(Money{150'000, u"RUB"_s})},
                                         {u"email"_s, membersValue(emails)}});
        const QStringList codes{u"email"_s, u"number"_s, u"no_such"_s, u"amount"_s, u"comment"_s, u"title"_s};
        auto rows = readRows(office.store().reader(), type, {id}, codes);
        QVERIFY(rows);
        const QList<Value> &values = rows->first().values;
        QCOMPARE(values.size(), codes.size());
        QCOMPARE(values[0].value<Members>(), emails);
        QCOMPARE(values[1].toString(), office.item(u"lead"_s, id).number);
        QVERIFY(!values[2].isValid());
        QCOMPARE(values[3].value<Money>(), (Money{150'000, u"RUB"_s}));
        QVERIFY(!values[4].isValid());
        QCOMPARE(values[5].toString(), u"Chairs"_s);
    }

    void linksAreReadByTheirTitles()
    {
        TestOffice office;
        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 with = office.create(u"lead"_s, {{u"title"_s, u"With"_s}, {u"client_company"_s, company}});
        const qint64 without = office.create(u"lead"_s, {{u"title"_s, u"Without"_s}});
        const qint64 type = office.typeId(u"lead"_s);
        auto rows = readRows(office.store().reader(), type, {with, without}, {u"title"_s, u"client_company"_s});
        QVERIFY(rows);
        const Field &field = *office.schema().field(type, u"client_company"_s);
        QCOMPARE(rowText(office.schema(), field, rows->at(0), 1), u"Acme"_s);
        QCOMPARE(rowText(office.schema(), field, rows->at(1), 1), QString());
    }
};

KARTOTEKA_TEST(tst_row_queries, TestRowQueries)
#include "tst_row_queries.moc"
