// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette finds: names by a few letters, items of all sections by text and number.
#include "core/items/item_acts.h"
#include "core/items/item_link.h"
#include "core/query/find_anywhere.h"
#include "core/query/quick_match.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestFindAnywhere : public QObject
{
    Q_OBJECT

    static QStringList titles(const Result<QList<FoundItem>> &found)
    {
        QStringList all;
        for (const FoundItem &item : found ? *found : QList<FoundItem>())
            all << item.title;
        return all;
    }

private slots:
    void aFewLettersNameAText_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hit");
        const auto row = [](const char *typed, const char *text, bool hit = true) {
            QTest::addRow("%s in %s", typed, text) << QString::fromUtf8(typed) << QString::fromUtf8(text) << hit;
        };
        row("привет", "Привет");
        row("ghbdtn", "Привет"); // the other layout
        row("зкщку", "Prоre", false);
        row("учзщке", "Export…");
        row("елк", "Ёлка");
        row("нфд", "Новый файл с демо-данными");
        row("нов дем", "Новый файл с демо-данными");
        row("дем нов", "Новый файл с демо-данными");
        row("нофа", "Новый файл");
        row("демо", "Новый файл с демо-данными");
        row("анны", "Новый файл с демо-данными"); // inside a word
        row("неделя", "Первый день недели");      // whatever ending the word has
        row("валюты", "Валюта и курс");
        row("день года", "Первый день недели", false);
        row("йф", "Новый файл", false);
        row("нфя", "Новый файл", false);
        row("a&b", "A&B");
        row("...", "Export", false);
        row("   ", "Export", false);
    }
    void aFewLettersNameAText()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QTEST(QuickMatch(typed).score(text) > 0, "hit");
    }

    void theCloserIsTheHigher()
    {
        const QuickMatch match(u"лид"_s);
        QVERIFY(match.score(u"Лид"_s) > match.score(u"Лиды"_s));
        QVERIFY(match.score(u"Лиды"_s) > match.score(u"Новый лид"_s));
        QVERIFY(match.score(u"Новый лид"_s) > match.score(u"Лучшие и другие"_s));
        QVERIFY(match.score(u"Лучшие и другие"_s) > match.score(u"Солидный"_s));
        QVERIFY(match.score(u"Солидный"_s) < QuickMatch::good && match.score(u"Новый лид"_s) >= QuickMatch::good);
    }

    void longNamesCostNothing()
    {
        const QuickMatch match(QString(5'000, u'a'));
        QCOMPARE(match.score(QString(5'000, u'b')), 0);
    }

    void itemsOfAllSectionsAreFound()
    {
        TestOffice office;
        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"Ромашка"_s}});
        office.create(u"lead"_s, {{u"title"_s, u"Заказ ромашек"_s}});
        office.create(u"deal"_s, {{u"title"_s, u"Мебель"_s}, {u"client_company"_s, company}});
        office.create(u"contact"_s, {{u"last_name"_s, u"Ромашкина"_s}});
        const ReadContext context = office.store().reader();
        const auto found = findAnywhere(context, u"ромаш"_s, 10);
        QVERIFY(found);
        QVERIFY(titles(found).contains(u"Ромашка"_s) && titles(found).contains(u"Заказ ромашек"_s)
                && titles(found).contains(u"Ромашкина"_s));
        QVERIFY(found->constFirst().title != u"Заказ ромашек"); // its first word is another
        QCOMPARE(titles(findAnywhere(context, u"hjvfi"_s, 10)).size(), titles(found).size());
        const auto deal = findAnywhere(context, u"мебель"_s, 10);
        QVERIFY(deal && deal->size() == 1);
        QCOMPARE(deal->constFirst().client, u"Ромашка"_s);
        QCOMPARE(findAnywhere(context, u"ромаш"_s, 2)->size(), 2);
        QVERIFY(titles(findAnywhere(context, u"ро"_s, 10)).isEmpty()); // most items would answer
        QVERIFY(titles(findAnywhere(context, {}, 10)).isEmpty());
    }

    void aNumberComesFirst()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Old"_s}});
        const QString number = office.item(u"lead"_s, lead).number;
        office.create(u"lead"_s, {{u"title"_s, u"Order "_s + number + number + number}});
        const ReadContext context = office.store().reader();
        for (const QString &typed : {number, u'#' + number})
            QCOMPARE(titles(findAnywhere(context, typed, 10)).value(0), u"Old"_s);
        QVERIFY(
            office.store().commitAndWait(planDelete(*office.schema().type(u"lead"_s), {lead}, {}, office.clock().now())));
        QVERIFY(!titles(findAnywhere(context, number, 10)).contains(u"Old"_s));
    }

    void aNumberOfASeatIsFoundInSmallLettersToo()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Old"_s}});
        QVERIFY(office.store()
                    .maintain<bool>([lead](Connection &connection) -> Result<bool> {
                        auto done = connection.run(u"UPDATE lead SET number = 'S2-15' WHERE id = ?"_s, {lead});
                        return done ? Result<bool>(true) : Result<bool>(done.error());
                    })
                    .result());
        for (const QString &typed : {u"S2-15"_s, u"s2-15"_s, u"#s2-15"_s})
            QCOMPARE(titles(findAnywhere(office.store().reader(), typed, 10)), QStringList{u"Old"_s});
    }

    void knownItemsKeepTheirOrder()
    {
        TestOffice office;
        const ItemRef first{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"A"_s}}), {}};
        const ItemRef second{office.typeId(u"deal"_s), office.create(u"deal"_s, {{u"title"_s, u"B"_s}}), {}};
        const ItemRef third{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"C"_s}}), {}};
        const ItemRef gone{office.typeId(u"lead"_s), 999'999, {}};
        QCOMPARE(titles(describeItems(office.store().reader(), {third, gone, second, first})),
                 (QStringList{u"C"_s, u"B"_s, u"A"_s}));
    }

    void aLinkLeadsToItsItem()
    {
        TestOffice office;
        const ItemRef deal{office.typeId(u"deal"_s), office.create(u"deal"_s, {{u"title"_s, u"Fence"_s}}), {}};
        office.create(u"lead"_s, {{u"title"_s, u"Fence too"_s}});
        const ReadContext context = office.store().reader();
        const QString link = itemLink(context, deal);
        QCOMPARE(itemOfLink(context, u' ' + link + u'\n'), deal);
        QCOMPARE(titles(findAnywhere(context, link, 10)), QStringList(u"Fence"_s));
        QCOMPARE(findAnywhere(context, link, 10)->constFirst().score, 100);
        QCOMPARE(itemLink(context, {deal.type, deal.id + 1, {}}), QString());
        for (const QString &other :
             {link.chopped(1), link + u'0', u"kartoteka:item/"_s + QString(32, u'0'), u"http:"_s + link})
            QVERIFY(itemOfLink(context, other).isNull());
    }
};

KARTOTEKA_TEST(tst_find_anywhere, TestFindAnywhere)
#include "tst_find_anywhere.moc"
