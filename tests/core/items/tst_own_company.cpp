// SPDX-License-Identifier: GPL-3.0-or-later
// The company that the office is, and how numbers look.
#include "core/definitions/numbering.h"
#include "core/items/item_queries.h"
#include "core/items/own_company.h"
#include "core/query/find_anywhere.h"
#include "core/query/item_query.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestOwnCompany final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    ReadContext reader() { return m_office->store().reader(); }
    void commit(const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        QVERIFY(m_office->store().commitAndWait(*changes));
        QCoreApplication::sendPostedEvents(&m_office->store());
    }
    std::optional<OwnCompany> company()
    {
        const auto found = readOwnCompany(reader());
        return found ? *found : std::nullopt;
    }
    QString nextNumber() { return nextNumbers(reader())->value(m_office->typeId(u"deal"_s)); }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup() { m_office.reset(); }

    void aNameMakesItAndUndoTakesItBack()
    {
        QVERIFY(!company());
        QCOMPARE(planCompanyTaxId(reader(), u"7701234567"_s).error().where, u"name"_s);
        commit(planCompanyName(reader(), u"  Ромашка  "_s));
        QVERIFY(company());
        QCOMPARE(company()->name, u"Ромашка"_s);
        commit(planCompanyTaxId(reader(), u"7701234567"_s));
        QCOMPARE(company()->taxId, u"7701234567"_s);
        const qint64 id = company()->item.id;
        commit(planCompanyName(reader(), u"Ромашка плюс"_s));
        QCOMPARE(company()->item.id, id); // called otherwise, the same
        commit(planCompanyName(reader(), {}));
        QVERIFY(!company());
        QCOMPARE(m_office->item(u"company"_s, id).text(u"title"_s), u"Ромашка плюс"_s);
        QVERIFY(m_office->store().undo().result());
        QCoreApplication::sendPostedEvents(&m_office->store());
        QCOMPARE(company()->item.id, id);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void aCompanyThatIsThereIsTaken()
    {
        const qint64 known = m_office->create(u"company"_s, {{u"title"_s, u"ООО «Труба»"_s}});
        commit(planCompanyName(reader(), u"ооо «труба»"_s));
        QCOMPARE(company()->item.id, known);
    }

    void theLogoIsAFileOfItsCard()
    {
        commit(planCompanyName(reader(), u"Ромашка"_s));
        QFile picture(m_office->folder() + u"/logo.png"_s);
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("picture");
        picture.close();
        commit(planCompanyLogo(reader(), picture.fileName()));
        QVERIFY(company()->logo != 0);
        commit(planCompanyLogo(reader(), {}));
        QCOMPARE(company()->logo, 0);
        QVERIFY(!planCompanyLogo(reader(), m_office->folder() + u"/none.png"_s));
        QCOMPARE(m_office->problems(), QStringList());
    }

    void aPatternDressesNumbersOldAndNew()
    {
        const EntityType deal = *m_office->schema().type(u"deal"_s);
        const qint64 old = m_office->create(u"deal"_s, {{u"title"_s, u"Old"_s}});
        QCOMPARE(nextNumber(), u"2"_s);
        commit(planNumberPattern(deal, u"СД-{number:4}/26"_s));
        QCOMPARE(m_office->item(u"deal"_s, old).number, u"1"_s); // as it was given
        QCOMPARE(numberText(m_office->schema(), deal, u"1"_s), u"СД-0001/26"_s);
        QCOMPARE(numberText(m_office->schema(), deal, u"S2-15"_s), u"СД-S2-0015/26"_s);
        for (const QString &typed : {u"1"_s, u"#1"_s, u"СД-0001/26"_s, u"сд-1/26"_s}) {
            const auto found = findByNumber(reader(), deal.id, typed);
            QVERIFY2(found, qPrintable(typed));
            QCOMPARE(*found, old);
        }
        QCOMPARE(plainNumber(m_office->schema(), deal, u"СД-S2-0015/26"_s), u"S2-15"_s);
        const auto anywhere = findAnywhere(reader(), u"СД-0001/26"_s, 5);
        QVERIFY(anywhere && anywhere->size() == 1);
        ItemQuery query;
        query.typeId = deal.id;
        query.conditions = {*parseCondition(u"number = \"СД-0001/26\""_s)};
        QCOMPARE(*queryCount(reader(), query), 1);
        QVERIFY(m_office->store().undo().result());
        QCoreApplication::sendPostedEvents(&m_office->store());
        QCOMPARE(numberText(m_office->schema(), deal, u"1"_s), u"1"_s);
    }

    void aPatternHoldsTheNumberOnce()
    {
        const EntityType deal = *m_office->schema().type(u"deal"_s);
        for (const QString &wrong : {u"СД"_s, u"{number}{number}"_s, u"{number:0}"_s, QString(60, u'x') + u"{number}"_s})
            QVERIFY2(!planNumberPattern(deal, wrong), qPrintable(wrong));
        QVERIFY(planNumberPattern(deal, {}));
    }
};

KARTOTEKA_TEST(tst_own_company, TestOwnCompany)
#include "tst_own_company.moc"
