// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Contacts and companies: one relation, whichever side it is written on.
class TestRelations final : public QObject
{
    Q_OBJECT

    static Value refs(const QList<qint64> &ids)
    {
        Members members;
        for (const qint64 id : ids)
            members.append({.text = {}, .label = {}, .ref = {0, id, {}}, .key = {}});
        return membersValue(members);
    }
    static QList<qint64> idsOf(const Item &item, const QString &field)
    {
        QList<qint64> ids;
        for (const Member &member : item.members(field))
            ids << member.ref.id;
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    static QList<qint64> contactsOf(TestOffice &office, qint64 company)
    {
        return idsOf(office.item(u"company"_s, company), u"contacts"_s);
    }
    static QList<qint64> companiesOf(TestOffice &office, qint64 contact)
    {
        return idsOf(office.item(u"contact"_s, contact), u"companies"_s);
    }
    static void set(TestOffice &office, const QString &type, qint64 id, const QString &field, const QList<qint64> &ids)
    {
        auto done = office.store().commitAndWait(planEdit(office.schema(), office.item(type, id), {{field, refs(ids)}}));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
    }
    static qint64 count(TestOffice &office, const QString &type, const QString &where)
    {
        ItemQuery query;
        query.typeId = office.typeId(type);
        query.conditions = *parseConditions(where);
        auto totals = queryTotals(office.store().reader(), query);
        return totals ? totals->count : -1;
    }

private slots:
    void bothSidesShowWhatOneSaid()
    {
        TestOffice office;
        const qint64 acme = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 anna = office.create(u"contact"_s, {{u"first_name"_s, u"Anna"_s}, {u"companies"_s, refs({acme})}});
        QCOMPARE(contactsOf(office, acme), QList<qint64>{anna});
        const qint64 boris = office.create(u"contact"_s, {{u"first_name"_s, u"Boris"_s}});
        const QStringList before = office.contents();
        set(office, u"company"_s, acme, u"contacts"_s, {anna, boris});
        QCOMPARE(companiesOf(office, boris), QList<qint64>{acme});
        QCOMPARE(contactsOf(office, acme), (QList<qint64>{anna, boris}));
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
        set(office, u"company"_s, acme, u"contacts"_s, {boris});
        QCOMPARE(companiesOf(office, anna), QList<qint64>());
        QCOMPARE(companiesOf(office, boris), QList<qint64>{acme});
        set(office, u"contact"_s, boris, u"companies"_s, {});
        QCOMPARE(contactsOf(office, acme), QList<qint64>());
        const qint64 made = office.create(u"company"_s, {{u"title"_s, u"New"_s}, {u"contacts"_s, refs({anna, boris})}});
        QCOMPARE(companiesOf(office, anna), QList<qint64>{made});
        QCOMPARE(contactsOf(office, made), (QList<qint64>{anna, boris}));
        QCOMPARE(office.problems(), QStringList());
    }

    void filtersFindItFromBothSides()
    {
        TestOffice office;
        const qint64 acme = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        office.create(u"company"_s, {{u"title"_s, u"Empty"_s}});
        office.create(u"contact"_s, {{u"last_name"_s, u"Bell"_s}, {u"companies"_s, refs({acme})}});
        QCOMPARE(count(office, u"company"_s, u"contacts is not empty"_s), 1);
        QCOMPARE(count(office, u"company"_s, u"contacts is empty"_s), 1);
        QCOMPARE(count(office, u"company"_s, u"contacts.title ~ Bell"_s), 1);
        QCOMPARE(count(office, u"contact"_s, u"companies.title = Acme"_s), 1);
    }

    void whatAnOlderFileHoldsOnTheOtherSideIsSeenAndCanBeTakenAway()
    {
        TestOffice office;
        const qint64 acme = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 anna = office.create(u"contact"_s, {{u"first_name"_s, u"Anna"_s}});
        ChangeSet old; // as it was written before
        old.kind = u"edit"_s;
        old.update(u"company"_s, acme, {{u"contacts"_s, refs({anna})}});
        old.changes.first().verbatim = true;
        QVERIFY(office.store().commitAndWait(old));
        QCOMPARE(companiesOf(office, anna), QList<qint64>{acme});
        QCOMPARE(count(office, u"contact"_s, u"companies is not empty"_s), 1);
        set(office, u"contact"_s, anna, u"companies"_s, {});
        QCOMPARE(contactsOf(office, acme), QList<qint64>());
        QCOMPARE(companiesOf(office, anna), QList<qint64>());
        QCOMPARE(office.problems(), QStringList());
    }

    void aDeletedContactDoesNotShow()
    {
        TestOffice office;
        const qint64 acme = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 anna = office.create(u"contact"_s, {{u"first_name"_s, u"Anna"_s}, {u"companies"_s, refs({acme})}});
        QVERIFY(office.store().commitAndWait(planDelete(*office.schema().type(u"contact"_s), {anna}, {}, 1)));
        QCOMPARE(contactsOf(office, acme), QList<qint64>());
    }
};

KARTOTEKA_TEST(tst_relations, TestRelations)
#include "tst_relations.moc"
