// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// What a person types into the search field, and what must be found.
class TestSearch : public QObject
{
    Q_OBJECT

    static QStringList found(TestOffice &office, const QString &text)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.search = text;
        QStringList titles;
        const auto ids = queryIds(office.store().reader(), query);
        for (const qint64 id : ids ? *ids : QList<qint64>())
            titles << office.item(u"lead"_s, id).text(u"title"_s);
        return titles;
    }

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hit");
        const auto row = [](const char *text, bool hit = true) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << hit;
        };
        row("Поставка");
        row("ПОСТАВКА ёлок");
        row("елок поставка"); // any order
        row("ставк");         // inside a word
        row("по");            // shorter than a trigram
        row("п");
        row("ip"); // what the texts end with
        row("ip ёл mu");
        row("ip щщ", false);
        row("щщ", false);
        row("щукин");
        row("ghjcnjd", false); // the other layout of a word that is not there
        row("gjcnfdrf");       // the other layout of "поставка"
        row("bäckerei");
        row("backerei");
        row("client@example.ru");
        row("+7 916 123-45-67");
        row("8 (916) 123 45 67");
        row("89161234567");
        row("8 (916) 123"); // as it is being typed
        row("8916");
        row("8 (917) 123", false);
        row("1234567");
        row("45-67");
        row("vip");
        row("поставка метро", false);
        row("100%", false);
        row("\"", false);
        row("' OR 1=1 --", false);
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(bool, hit);
        TestOffice office;
        office.create(u"lead"_s,
                      {{u"title"_s, u"Поставка ёлок"_s},
                       {u"last_name"_s, u"Щукин"_s},
                       {u"company_title"_s, u"Bäckerei Müller"_s},
                       {u"email"_s, textMembers({u"Client@Example.ru"_s})},
                       {u"phone"_s, textMembers({u"+7 916 123-45-67"_s})},
                       {u"tags"_s, textMembers({u"VIP"_s})}});
        office.create(u"lead"_s, {{u"title"_s, u"Другое"_s}});
        QCOMPARE(found(office, text), hit ? QStringList{u"Поставка ёлок"_s} : QStringList());
    }

    /// What stands nearly everywhere is read, what is rare is looked up; both find the same.
    void findsFrequentAndRareLetters()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"Much"_s}, {u"comment"_s, u"zy "_s.repeated(6'000)}});
        office.create(u"lead"_s, {{u"title"_s, u"Zyx"_s}, {u"comment"_s, u"qv"_s}});
        for (int i = 0; i < 4; ++i)
            office.create(u"lead"_s, {{u"title"_s, u"Wk %1"_s.arg(i)}});
        QCOMPARE(found(office, u"zy"_s), (QStringList{u"Zyx"_s, u"Much"_s}));
        QCOMPARE(found(office, u"qv"_s), QStringList{u"Zyx"_s});
        QCOMPARE(found(office, u"zy qv"_s), QStringList{u"Zyx"_s});
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        for (const auto &[text, count] :
             {std::pair(u"zy"_s, 2), std::pair(u"qv"_s, 1), std::pair(u"qw"_s, 0), std::pair(u"wk"_s, 4)}) {
            query.search = text;
            QCOMPARE(*queryCount(office.store().reader(), query), count);
            query.sort = {{u"title"_s, false}};
            QCOMPARE(queryIds(office.store().reader(), query, 50)->size(), count);
        }
    }

    void followsChanges()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"Before"_s}});
        QVERIFY(
            office.store().commitAndWait(planEdit(office.schema(), office.item(u"lead"_s, id), {{u"title"_s, u"After"_s}})));
        QCOMPARE(found(office, u"before"_s), QStringList());
        QCOMPARE(found(office, u"after"_s), QStringList{u"After"_s});
        QVERIFY(office.store().undo().result());
        QCOMPARE(found(office, u"before"_s), QStringList{u"Before"_s});
        QVERIFY(office.store().commitAndWait(planDelete(*office.schema().type(u"lead"_s), {id}, {}, office.clock().now())));
        QCOMPARE(found(office, u"before"_s), QStringList());
    }

    /// Texts are gathered and written by id, some thousands at a time: one act may touch more than that, in any order, and
    /// the same item several times.
    void followsOneActOnManyItems()
    {
        TestOffice office;
        constexpr int many = 5'000;
        ChangeSet creation;
        for (int i = 0; i < many; ++i)
            creation.create(u"lead"_s, {{u"title"_s, u"Lead %1."_s.arg(i)}});
        QVERIFY(office.store().commitAndWait(creation));
        ChangeSet changes;
        for (int i = many; i > 0; --i)
            changes.update(u"lead"_s, i, {{u"title"_s, u"First draft"_s}});
        for (int i = many; i > 0; --i)
            changes.update(u"lead"_s, i, {{u"title"_s, u"Number %1."_s.arg(i)}});
        const QUuid added = changes.create(u"lead"_s, {{u"title"_s, u"Added late"_s}});
        const auto receipt = office.store().commitAndWait(changes);
        QVERIFY(receipt);
        QCOMPARE(found(office, u"draft"_s), QStringList());
        QCOMPARE(found(office, u"number 4711."_s), QStringList{u"Number 4711."_s});
        QCOMPARE(found(office, u"late"_s), QStringList{u"Added late"_s});
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(office.store().undo().result()); // erases what was added
        QCOMPARE(found(office, u"lead 4710."_s), QStringList{u"Lead 4710."_s});
        QCOMPARE(found(office, u"late"_s), QStringList());
        QVERIFY(receipt->created.contains(added));
        QCOMPARE(office.problems(), QStringList());
    }

    void sortsAsPeopleDo()
    {
        TestOffice office;
        for (const QString &title : {u"Жук"_s, u"ёж"_s, u"Дом"_s, u"ель"_s, u"apple"_s, u"Zebra"_s, u"Йод"_s, u"Ива"_s})
            office.create(u"lead"_s, {{u"title"_s, title}});
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.sort = {{u"title"_s, false}};
        const auto ids = queryIds(office.store().reader(), query);
        QVERIFY(ids);
        QStringList titles;
        for (const qint64 id : *ids)
            titles << office.item(u"lead"_s, id).text(u"title"_s);
        QCOMPARE(titles, QStringList({u"apple"_s, u"Zebra"_s, u"Дом"_s, u"ёж"_s, u"ель"_s, u"Жук"_s, u"Ива"_s, u"Йод"_s}));
    }
};

KARTOTEKA_TEST(tst_search, TestSearch)
#include "tst_search.moc"
