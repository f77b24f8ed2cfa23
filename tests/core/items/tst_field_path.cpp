// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/field_path.h"

#include "core/items/item_acts.h"
#include "core/items/row_queries.h"
#include "core/query/item_query.h"
#include "core/transfer/exporter.h"
#include "core/transfer/table_text.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

using namespace Kartoteka;

/// Fields of clients, as deals show, sort, filter and export them.
class TestFieldPath : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    qint64 m_deal = 0;    ///< type
    QList<qint64> m_made; ///< of Acme in Tver with Anna, of Beta in Omsk, of nobody

    ReadContext context() { return m_office->store().reader(); }
    Value phone(const QString &text) { return membersValue({{.text = text, .label = {}, .ref = {}, .key = {}}}); }
    QList<qint64> ordered(const QString &field, bool descending, int limit = -1)
    {
        ItemQuery query;
        query.typeId = m_deal;
        query.sort = {{field, descending}};
        const auto ids = queryIds(context(), query, limit);
        return ids ? *ids : QList<qint64>();
    }
    QList<qint64> found(const QString &where)
    {
        ItemQuery query;
        query.typeId = m_deal;
        const auto conditions = parseConditions(where);
        if (!conditions)
            return {-1};
        query.conditions = *conditions;
        query.sort = {{u"id"_s, false}};
        const auto ids = queryIds(context(), query);
        return ids ? *ids : QList<qint64>{-1};
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_deal = m_office->typeId(u"deal"_s);
        const qint64 acme = m_office->create(
            u"company"_s, {{u"title"_s, u"Acme"_s}, {u"address"_s, u"Tver"_s}, {u"phone"_s, phone(u"112"_s)}});
        const qint64 beta = m_office->create(u"company"_s, {{u"title"_s, u"Beta"_s}, {u"address"_s, u"Omsk"_s}});
        const qint64 anna = m_office->create(u"contact"_s,
                                             {{u"last_name"_s, u"Gray"_s}, {u"phone"_s, phone(u"+7 916 123-45-67"_s)}});
        m_made = {m_office->create(u"deal"_s,
                                   {{u"title"_s, u"Doors"_s}, {u"client_company"_s, acme}, {u"client_contact"_s, anna}}),
                  m_office->create(u"deal"_s, {{u"title"_s, u"Tables"_s}, {u"client_company"_s, beta}}),
                  m_office->create(u"deal"_s, {{u"title"_s, u"Chairs"_s}})};
    }

    void aPathIsFoundByCodesAndByWhatPeopleSay_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        QTest::addRow("own") << u"amount"_s << u"amount"_s;
        QTest::addRow("codes") << u"client_contact.phone"_s << u"client_contact.phone"_s;
        QTest::addRow("client") << u"client.phone"_s << u"client_contact.phone"_s;
        QTest::addRow("company") << u"company.name"_s << u"client_company.title"_s;
        QTest::addRow("names") << u"Client: company.Address"_s << u"client_company.address"_s;
        QTest::addRow("other language") << u"Клиент: компания.Адрес"_s << u"client_company.address"_s;
        QTest::addRow("two links") << u"client_contact.companies.industry"_s << u"client_contact.companies.industry"_s;
        for (const QString &wrong :
             {u"nothing"_s, u"client.nothing"_s, u"amount.phone"_s, u"company."_s, u".phone"_s, u"name"_s, QString()})
            QTest::addRow("no field: %s", qPrintable(wrong)) << wrong << QString();
    }
    void aPathIsFoundByCodesAndByWhatPeopleSay()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        QCOMPARE(findPath(m_office->schema(), m_deal, path).code(), code);
        QCOMPARE(pathOf(m_office->schema(), m_deal, code).code(), code);
    }

    void aPathIsNamedByItsFieldFirst()
    {
        QCOMPARE(pathOf(m_office->schema(), m_deal, u"client_company.address"_s).name(), u"Address (Client: company)"_s);
        QCOMPARE(pathOf(m_office->schema(), m_deal, u"amount"_s).name(), u"Amount"_s);
        const QStringList shown = linkedPaths(m_office->schema(), m_deal);
        QVERIFY(shown.contains(u"client_contact.phone"_s) && shown.contains(u"client_company.address"_s));
        QVERIFY(!shown.contains(u"client_company.title"_s)); // the link shows it
    }

    void rowsHaveWhatTheirLinksLeadTo()
    {
        const QStringList paths{u"title"_s, u"client_company.address"_s, u"client_contact.phone"_s, u"client_company"_s,
                                u"client_company.responsible"_s};
        const auto rows = readRows(context(), m_deal, m_made, paths);
        QVERIFY(rows);
        const auto text = [&](qsizetype row, qsizetype at) {
            return rowText(m_office->schema(), *pathOf(m_office->schema(), m_deal, paths[at]).field, rows->at(row), at);
        };
        QCOMPARE(text(0, 1), u"Tver"_s);
        QVERIFY(text(0, 2).contains(u"916"_s));
        QCOMPARE(text(0, 3), u"Acme"_s);
        QCOMPARE(text(0, 4), u"Test Person"_s);
        QCOMPARE(text(1, 1), u"Omsk"_s);
        QCOMPARE(text(1, 2), QString());
        QCOMPARE(text(2, 1), QString());
        QCOMPARE(text(2, 3), QString());
    }

    void itemsAreSortedByWhatTheirLinksLeadTo()
    {
        const QList<qint64> byTown{m_made[2], m_made[1], m_made[0]};
        const QList<qint64> byTownDown{m_made[0], m_made[1], m_made[2]};
        QCOMPARE(ordered(u"client_company.address"_s, false), byTown);
        QCOMPARE(ordered(u"client_company.address"_s, true), byTownDown);
        QCOMPARE(ordered(u"client_company.address"_s, false, 2), byTown.first(2));
        for (const bool descending : {false, true}) // a title is what the link itself sorts by
            QCOMPARE(ordered(u"client_company.title"_s, descending, 2), ordered(u"client_company"_s, descending, 2));
        QVERIFY(ordered(u"client_contact.phone"_s, false).isEmpty()); // several values have no order
    }

    void itemsAreFoundByWhatTheirLinksLeadTo()
    {
        QCOMPARE(found(u"client_company.address ~ tver"_s), QList<qint64>{m_made[0]});
        QCOMPARE(found(u"company.name = beta"_s), QList<qint64>{m_made[1]});
        QCOMPARE(found(u"client.phone ~ 916"_s), QList<qint64>{m_made[0]});
        QCOMPARE(found(u"company.Адрес ~ omsk"_s), QList<qint64>{m_made[1]});
    }

    void chosenColumnsAreExportedAndCopied()
    {
        const QStringList columns{u"title"_s, u"client_company.address"_s};
        ItemQuery query;
        query.typeId = m_deal;
        query.sort = {{u"id"_s, false}};
        const QString path = m_office->folder() + u"/out.csv"_s;
        const auto written = exportCsv(context(), query, path, columns);
        QVERIFY(written);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList lines = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QVERIFY(lines[0].endsWith(u";Title;Address (Client: company)"_s));
        QVERIFY(lines[1].endsWith(u";Doors;Tver"_s));
        QVERIFY(lines[3].endsWith(u";Chairs;"_s));
        QVERIFY(!exportCsv(context(), query, path, {u"client_company.nothing"_s}));
        const auto copied = tableText(context(), m_deal, m_made, columns);
        QVERIFY(copied);
        QCOMPARE(copied->tsv, u"Title\tAddress (Client: company)\nDoors\tTver\nTables\tOmsk\nChairs\t\n"_s);
    }
};

KARTOTEKA_TEST(tst_field_path, TestFieldPath)
#include "tst_field_path.moc"
