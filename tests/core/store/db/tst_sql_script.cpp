// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/db/sql_script.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestSqlScript : public QObject
{
    Q_OBJECT
private slots:
    void splitsStatements_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("two") << "A; B;" << QStringList{"A", "B"};
        QTest::newRow("last without end") << "A;\n B" << QStringList{"A", "B"};
        QTest::newRow("quoted") << "X 'a;b''; c' ; Y \"d;\";Z [e;] `f;`"
                                << QStringList{"X 'a;b''; c'", "Y \"d;\"", "Z [e;] `f;`"};
        QTest::newRow("comments") << "A -- x; y\n+ B; /* ; */ C" << QStringList{"A  \n+ B", "C"};
        QTest::newRow("trigger")
            << "CREATE TRIGGER t AFTER INSERT ON x BEGIN UPDATE y SET a = CASE WHEN 1 THEN 2 END; DELETE FROM z; END; B"
            << QStringList{
                   "CREATE TRIGGER t AFTER INSERT ON x BEGIN UPDATE y SET a = CASE WHEN 1 THEN 2 END; DELETE FROM z; END",
                   "B"};
        QTest::newRow("empty") << " ; -- nothing\n ;" << QStringList{};
    }
    void splitsStatements()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        QCOMPARE(splitSqlScript(script), statements);
    }
};

KARTOTEKA_TEST(tst_sql_script, TestSqlScript)
#include "tst_sql_script.moc"
