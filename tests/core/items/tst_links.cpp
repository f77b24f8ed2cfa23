// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/items/link_groups.h"
#include "core/items/links.h"
#include "core/leads/conversion.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestLinks final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    ReadContext reader() { return m_office->store().reader(); }
    ItemRef ref(const QString &code, qint64 id) { return {m_office->typeId(code), id, {}}; }
    QStringList groupsOf(const ItemRef &item, int limit = 20)
    {
        QStringList texts;
        auto groups = linkGroups(reader(), item, limit);
        for (const LinkGroup &group : groups ? *groups : QList<LinkGroup>()) {
            const Field *field = m_office->schema().field(group.way.field);
            texts << u"%1 %2 %3 %4/%5"_s
                         .arg(m_office->schema().type(group.typeId)->code, field ? field->code : group.way.kind,
                              group.way.isIncoming ? u"in"_s : u"out"_s)
                         .arg(group.items.size())
                         .arg(group.count);
        }
        texts.sort();
        return texts;
    }
    void carryOut(const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        if (!changes->isEmpty())
            QVERIFY(m_office->store().commitAndWait(*changes));
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }

    void everyWayIsAGroup()
    {
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const Value companies = toValue(Members{{.text = {}, .label = {}, .ref = {0, acme, {}}, .key = {}}});
        const qint64 anna = m_office->create(u"contact"_s, {{u"last_name"_s, u"Anna"_s}, {u"companies"_s, companies}});
        QList<qint64> deals;
        for (int i = 0; i < 3; ++i)
            deals << m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}, {u"client_company"_s, acme}});
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_company"_s, acme}});
        carryOut(planLink(reader(), ref(u"company"_s, acme), ref(u"lead"_s, lead)));
        const qint64 tender = m_office->create(u"lead"_s, {{u"title"_s, u"Tender"_s}});
        carryOut(planLink(reader(), ref(u"company"_s, acme), ref(u"lead"_s, tender)));
        const QStringList all{u"contact contacts out 1/1"_s, u"deal client_company in 3/3"_s,
                              u"lead client_company in 1/1"_s, u"lead related out 1/1"_s};
        QCOMPARE(groupsOf(ref(u"company"_s, acme)), all);
        QCOMPARE(*countLinks(reader(), ref(u"company"_s, acme)), 6);
        QVERIFY(groupsOf(ref(u"company"_s, acme), 2).contains(u"deal client_company in 2/3"_s));
        QVERIFY(groupsOf(ref(u"contact"_s, anna)).contains(u"company companies out 1/1"_s));
        // The recycle bin is no place to be linked from.
        const EntityType &type = *m_office->schema().type(u"deal"_s);
        QVERIFY(m_office->store().commitAndWait(planDelete(type, {deals[0]}, {}, m_office->clock().now())));
        QVERIFY(groupsOf(ref(u"company"_s, acme)).contains(u"deal client_company in 2/2"_s));
    }

    /// What a conversion made is named by the lead's fields or names it: one row says both.
    void eachItemIsToldOnceWithAllThatLinksIt()
    {
        const qint64 lead = m_office->create(
            u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"last_name"_s, u"Bell"_s}, {u"company_title"_s, u"Acme"_s}});
        const auto plan = planConversion(reader(),
                                         {.source = ref(u"lead"_s, lead),
                                          .targets = {u"deal"_s, u"contact"_s, u"company"_s},
                                          .existing = {},
                                          .edited = {},
                                          .pipelines = {},
                                          .user = 0});
        QVERIFY(plan);
        QVERIFY(m_office->store().commitAndWait(plan->changes));
        for (const int limit : {20, 0})
            QCOMPARE(linkGroups(reader(), ref(u"lead"_s, lead), limit)->size(), 3);
        QCOMPARE(*countLinks(reader(), ref(u"lead"_s, lead)), 3);
        const auto groups = linkGroups(reader(), ref(u"lead"_s, lead), 20);
        for (const LinkGroup &group : *groups) {
            QVERIFY(group.way.field != 0);
            const QList<LinkWay> also = group.also.value(group.items.value(0));
            QVERIFY(also.contains(LinkWay{0, u"conversion"_s, false}));
        }
        for (const LinkGroup &group : *groups) // of the contact: the lead, the deal, the company
            QCOMPARE(*countLinks(reader(), {group.typeId, group.items.value(0), {}}), 3);
    }

    void whatPeopleLinkIsTakenAwayAgain()
    {
        const qint64 one = m_office->create(u"deal"_s, {{u"title"_s, u"One"_s}});
        const qint64 two = m_office->create(u"deal"_s, {{u"title"_s, u"Two"_s}});
        const ItemRef first = ref(u"deal"_s, one);
        const ItemRef second = ref(u"deal"_s, two);
        const QStringList before = m_office->contents();
        carryOut(planLink(reader(), first, second));
        carryOut(planLink(reader(), second, first)); // it is linked already
        QCOMPARE(groupsOf(first), QStringList(u"deal related out 1/1"_s));
        QCOMPARE(groupsOf(second), QStringList(u"deal related out 1/1"_s));
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(m_office->contents(), before);
        QVERIFY(m_office->store().redo().result());
        carryOut(planUnlink(reader(), second, first));
        QVERIFY(groupsOf(first).isEmpty());
        QVERIFY(!planUnlink(reader(), first, second));
        QVERIFY(!planLink(reader(), first, first));
    }

    void unlinkingEmptiesFieldsOfEitherSide()
    {
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}, {u"client_company"_s, acme}});
        carryOut(planUnlink(reader(), ref(u"company"_s, acme), ref(u"deal"_s, deal)));
        QCOMPARE(m_office->item(u"deal"_s, deal).reference(u"client_company"_s), 0);
        QVERIFY(m_office->store().undo().result());
        carryOut(planUnlink(reader(), ref(u"deal"_s, deal), ref(u"company"_s, acme)));
        QCOMPARE(m_office->item(u"deal"_s, deal).reference(u"client_company"_s), 0);
        QCOMPARE(m_office->problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_links, TestLinks)
#include "tst_links.moc"
