// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/db/sql_union.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestSqlUnion : public QObject
{
    Q_OBJECT

private slots:
    void howeverManyQueriesAreOne_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, int(mostInUnion), int(mostInUnion) + 1, 2'000})
            QTest::addRow("%d", count) << count;
    }
    void howeverManyQueriesAreOne()
    {
        QFETCH(int, count);
        QStringList queries;
        for (int i = 0; i < count; ++i)
            queries << u"SELECT %1 AS one"_s.arg(i);
        TestOffice office;
        const auto found = office.store().reader().connection.scalar(
            u"SELECT count(DISTINCT one) FROM (%1)"_s.arg(unionAll(queries)));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->toInt(), count);
    }
};

KARTOTEKA_TEST(tst_sql_union, TestSqlUnion)
#include "tst_sql_union.moc"
