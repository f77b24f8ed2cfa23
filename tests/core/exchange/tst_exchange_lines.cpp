// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uid.h"
#include "core/exchange/exchange_format.h"
#include "tests/support/test_program.h"

#include <QJsonDocument>
#include <QTest>

using namespace Kartoteka;

/// Lines of the journal in an exchange file.
class TestExchangeLines : public QObject
{
    Q_OBJECT

    const QList<ReplicaInfo> m_replicas{{makeUid(1), u"A"_s, u"Мария"_s}, {makeUid(2), {}, {}}};
    const QByteArray m_uid = uidText(makeUid(3)).toLatin1();

    /// With ' for ", which is easier to read.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

    QByteArray line(const QByteArray &rest) const
    {
        return json("{'o':1,'s':7,'c':5,'at':4,'e':'lead','u':'") + m_uid + json("','op':'update',") + rest + '}';
    }
    Result<ExchangeLine> parsed(const QByteArray &rest) const { return parseExchangeLine(line(rest), m_replicas); }

private slots:
    void aRowComesBackAsItWasWritten()
    {
        JournalRow row;
        row.sequence = 7;
        row.clock = 1LL << 50;
        row.at = 4;
        row.author = makeUid(4);
        row.entity = u"lead"_s;
        row.uid = makeUid(3);
        row.operation = u"update"_s;
        const QByteArray patch = json("{'title':['a \\'p\\':{}','Ёж,\\'p\\':'],'p':[null,{'p':1}]}");
        const auto read = parseExchangeLine(rowLine(row, 1, patch, json("{'00':1}")).chopped(1), m_replicas);
        QVERIFY(read);
        QCOMPARE(read->row.origin, m_replicas[1].uid);
        QCOMPARE(read->row.clock, row.clock);
        QCOMPARE(read->row.author, row.author);
        QCOMPARE(read->row.patchText, patch);
        QCOMPARE(read->row.patch[u"title"][1].toString(), u"Ёж,\"p\":"_s);
        QVERIFY(read->row.knows);
    }

    void aPatchMayStandAnywhere_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("last") << json("'p':{'title':['a','b']}") << json("{'title':['a','b']}");
        QTest::newRow("before what a newer program wrote")
            << json("'p':{'title':['a','b']},'new':{'p':{}}") << json("{'title':['a','b']}");
        QTest::newRow("after another of that name")
            << json("'new':{'x':1,'p':{'y':2}},'p':{'title':['a','b']}") << json("{'title':['a','b']}");
        QTest::newRow("in a text") << json("'new':',\\'p\\':{}','p':{'title':['a','b']}") << json("{'title':['a','b']}");
        QTest::newRow("with white space around it") << json("'p':\t{ 'title' : ['a','b'] } ") << json("{'title':['a','b']}");
        QTest::newRow("the second of two")
            << json("'p':{'title':['x','y']},'p':{'title':['a','b']}") << json("{'title':['a','b']}");
    }

    /// What the journal keeps says the same as what is merged.
    void aPatchMayStandAnywhere()
    {
        QFETCH(const QByteArray, rest);
        QFETCH(const QByteArray, text);
        const auto read = parsed(rest);
        QVERIFY(read);
        QCOMPARE(read->row.patchText, text);
        QCOMPARE(QJsonDocument::fromJson(text).object(), read->row.patch);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("where");
        QTest::newRow("no patch") << json("'x':1") << QString();
        QTest::newRow("a patch that is a list") << json("'p':[1]") << QString();
        QTest::newRow("a patch cut off") << json("'p':{'title':['a'") << QString::number(line({}).size() + 18);
        QTest::newRow("more than a patch") << json("'p':{}}") << QString::number(line({}).size() + 7);
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(const QByteArray, rest);
        QFETCH(const QString, where);
        const auto read = parsed(rest);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Damaged);
        QCOMPARE(read.error().where, where);
    }
};

KARTOTEKA_TEST(tst_exchange_lines, TestExchangeLines)
#include "tst_exchange_lines.moc"
