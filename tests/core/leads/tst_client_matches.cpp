// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/company_name.h"
#include "core/items/item_acts.h"
#include "core/leads/client_matches.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestClientMatches final : public QObject
{
    Q_OBJECT

    static QHash<QString, QList<ClientMatch>> matches(TestOffice &office, const QHash<QString, Value> &lead)
    {
        Item item; // not kept yet: a lead that is kept names its client already
        item.typeId = office.typeId(u"lead"_s);
        item.values = lead;
        auto found = clientMatches(office.store().reader(), item);
        if (!found)
            qFatal("%s", qUtf8Printable(found.error().message));
        return *found;
    }

private slots:
    void aCompanyIsTheSameWithoutItsLegalForm_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::addRow("form and quotes") << u"ООО \"Лютик\""_s << u"Лютик"_s << true;
        QTest::addRow("another form") << u"АО «Лютик»"_s << u"лютик, ооо"_s << false;
        QTest::addRow("a form on one side") << u"АО «Лютик»"_s << u"лютик"_s << true;
        QTest::addRow("in words") << u"Общество с ограниченной ответственностью «Лютик»"_s << u"ЛЮТИК"_s << true;
        QTest::addRow("English") << u"Acme, Inc."_s << u"ACME"_s << true;
        QTest::addRow("two English forms") << u"Acme, Inc."_s << u"ACME LLC"_s << false;
        QTest::addRow("a person's business") << u"ИП Ёлкина А. А."_s << u"Елкина А. А."_s << true;
        QTest::addRow("a longer name") << u"Лютик Плюс"_s << u"Лютик"_s << false;
        QTest::addRow("a form inside") << u"Первое АО Сибири"_s << u"Первое Сибири"_s << false;
        QTest::addRow("nothing but a form") << u"ООО"_s << u"АО"_s << false;
    }
    void aCompanyIsTheSameWithoutItsLegalForm()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        const CompanyKey a = companyKey(one);
        const CompanyKey b = companyKey(other);
        QCOMPARE(a.core == b.core && (a.form == b.form || a.form.isEmpty() || b.form.isEmpty()), same);
    }

    void aPhoneThatManyHaveTellsNothing()
    {
        TestOffice office;
        office.create(u"contact"_s, {{u"last_name"_s, u"Лис"_s}, {u"phone"_s, textMembers({u"112"_s})}});
        QVERIFY(matches(office, {{u"title"_s, u"A"_s}, {u"phone"_s, textMembers({u"112"_s})}}).isEmpty());
        office.create(u"contact"_s, {{u"last_name"_s, u"Ёж"_s}, {u"phone"_s, textMembers({u"+7 916 555-01-77"_s})}});
        QCOMPARE(matches(office, {{u"title"_s, u"B"_s}, {u"phone"_s, textMembers({u"8 (916) 555-01-77"_s})}}).size(), 1);
    }

    void companiesAreFoundByName_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("asked");
        QTest::addRow("with the form") << u"ООО \"Лютик\""_s << u"Лютик"_s;
        QTest::addRow("two letters") << u"ООО «МТ»"_s << u"МТ"_s;
        QTest::addRow("a short word among others") << u"Рога и копыта"_s << u"ЗАО «Рога и Копыта»"_s;
    }
    void companiesAreFoundByName()
    {
        QFETCH(QString, known);
        QFETCH(QString, asked);
        TestOffice office;
        office.create(u"company"_s, {{u"title"_s, u"Лютик Плюс"_s}});
        const qint64 id = office.create(u"company"_s, {{u"title"_s, known}});
        const auto found = matches(office, {{u"company_title"_s, asked}});
        QCOMPARE(found.value(u"company"_s), (QList<ClientMatch>{{id, MatchedBy::Title, asked}}));
        QVERIFY(!found.contains(u"contact"_s));
    }

    void thePhoneComesBeforeTheNameAndEachClientOnce()
    {
        TestOffice office;
        const qint64 byName = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 byPhone = office.create(
            u"company"_s, {{u"title"_s, u"ООО Acme"_s}, {u"phone"_s, textMembers({u"8 495 111-22-33"_s})}});
        const auto found = matches(office,
                                   {{u"company_title"_s, u"ACME"_s}, {u"phone"_s, textMembers({u"+7 (495) 111 22 33"_s})}});
        QCOMPARE(found.value(u"company"_s),
                 (QList<ClientMatch>{{byPhone, MatchedBy::Phone, u"+7 (495) 111 22 33"_s},
                                     {byName, MatchedBy::Title, u"ACME"_s}}));
    }

    void whatLiesInTheBinIsNotOffered()
    {
        TestOffice office;
        const qint64 id = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        QVERIFY(office.store().commitAndWait(planDelete(*office.schema().type(u"company"_s), {id}, {}, 1)));
        QVERIFY(matches(office, {{u"company_title"_s, u"Acme"_s}}).isEmpty());
    }

    void theClientOfARepeatLeadComesFirst()
    {
        TestOffice office;
        office.create(u"contact"_s, {{u"last_name"_s, u"A"_s}, {u"phone"_s, textMembers({u"+79160000001"_s})}});
        const qint64 own = office.create(u"contact"_s, {{u"last_name"_s, u"B"_s}});
        const auto found = matches(office, {{u"client_contact"_s, own}, {u"phone"_s, textMembers({u"+79160000001"_s})}});
        QCOMPARE(found.value(u"contact"_s).size(), 2);
        QCOMPARE(found.value(u"contact"_s).first().id, own);
    }
};

KARTOTEKA_TEST(tst_client_matches, TestClientMatches)
#include "tst_client_matches.moc"
