// SPDX-License-Identifier: GPL-3.0-or-later
// Values of lists: added, renamed, merged into each other and deleted. What items hold is not rewritten, and everything follows.
#include "core/definitions/list_acts.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/query/column_source.h"
#include "core/query/condition_match.h"
#include "core/query/group_query.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "core/schema/code_ending.h"
#include "core/schema/list_values.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestListActs final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    Field source() { return *m_office->schema().field(m_office->typeId(u"lead"_s), u"source"_s); }
    ListValue value(const QString &name)
    {
        const ListValue *found = m_office->schema().listValue(findListValue(m_office->schema(), source(), name));
        return found ? *found : ListValue();
    }
    Error commit(const Result<ChangeSet> &changes)
    {
        if (!changes)
            return changes.error();
        auto receipt = m_office->store().commitAndWait(*changes);
        QCoreApplication::processEvents();
        return receipt ? Error{} : receipt.error();
    }
    Error merge(const QString &from, const QString &into)
    {
        return commit(planMergeListValues(m_office->schema(), value(from), value(into)));
    }
    ItemQuery leads(const QString &where = {})
    {
        ItemQuery query;
        query.typeId = m_office->typeId(u"lead"_s);
        if (!where.isEmpty())
            query.conditions = {*parseCondition(where)};
        return query;
    }
    QList<qint64> ask(const QString &where)
    {
        auto ids = queryIds(m_office->store().reader(), leads(where));
        return ids ? *ids : QList<qint64>{-1};
    }
    qint64 lead(const QString &from)
    {
        m_office->clock().advance(1000);
        return m_office->create(u"lead"_s, {{u"title"_s, from}, {u"source"_s, value(from).id}});
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        for (const QString &name : {u"Site"_s, u"Net"_s, u"Fair"_s})
            QCOMPARE(commit(planAddListValue(m_office->schema(), source(), name, u"#aa0000"_s)).message, QString());
    }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void valuesAreNamedColouredAndOrdered()
    {
        QVERIFY(!planAddListValue(m_office->schema(), source(), u" site "_s)); // there is one
        QVERIFY(!planAddListValue(m_office->schema(), source(), u"Other"_s, u"red"_s));
        QVERIFY(!planEditListValue(m_office->schema(), value(u"Net"_s), u"Site"_s, {}));
        QCOMPARE(commit(planEditListValue(m_office->schema(), value(u"Net"_s), u"Internet"_s, u"#00ff00"_s)).message,
                 QString());
        QCOMPARE(value(u"Internet"_s).colour, u"#00ff00"_s);
        QList<qint64> order;
        for (const ListValue &one : m_office->schema().listValues(source().id))
            order.prepend(one.id);
        QCOMPARE(commit(planOrderListValues(m_office->schema(), source(), order)).message, QString());
        QCOMPARE(m_office->schema().listValues(source().id).constFirst().id, order.constFirst());
    }

    void whatIsMergedIsReadFilteredSortedAndSummedAsTheOther()
    {
        const qint64 site = lead(u"Site"_s);
        const qint64 net = lead(u"Net"_s);
        const qint64 fair = lead(u"Fair"_s);
        const qint64 held = value(u"Net"_s).id;
        QCOMPARE(merge(u"Net"_s, u"Site"_s).message, QString());
        QCOMPARE(findListValue(m_office->schema(), source(), u"Net"_s), 0);
        QCOMPARE(heldIds(m_office->schema(), value(u"Site"_s).id).size(), 2);
        QCOMPARE(m_office->item(u"lead"_s, net).value(u"source"_s).toLongLong(), value(u"Site"_s).id);
        QCOMPARE(displayName(m_office->schema(), *m_office->schema().listValue(held)), u"Site"_s);
        QCOMPARE(ask(u"source = Site"_s), (QList<qint64>{net, site}));
        QCOMPARE(ask(u"source != Site"_s), QList<qint64>{fair});
        QCOMPARE(ask(u"source in (Site, Fair)"_s).size(), 3);
        QCOMPARE(matches(m_office->schema(), *parseCondition(u"source = Site"_s), m_office->item(u"lead"_s, net), {}),
                 Match::Yes);
        ItemQuery sorted = leads();
        sorted.sort = {{u"source"_s, false}};
        QCOMPARE(queryIds(m_office->store().reader(), sorted)->constLast(), fair);
        ItemQuery grouped = leads();
        grouped.groupBy = u"source"_s;
        auto groups = queryGroups(m_office->store().reader(), grouped);
        QVERIFY(groups);
        QCOMPARE(groups->size(), 2);
        QCOMPARE(groups->constFirst().count, 2);
        const ColumnsPtr columns = columnsBy(m_office->schema(), m_office->typeId(u"lead"_s), u"source"_s, {});
        auto place = m_office->store().reader().connection.scalar(
            u"SELECT %1 FROM lead t WHERE id = ?"_s.arg(columns->place()), {net});
        QCOMPARE(place->toLongLong(), value(u"Site"_s).id);
        auto many = m_office->store().reader().connection.scalar(
            u"SELECT count(*) FROM lead t WHERE %1"_s.arg(columns->holds(value(u"Site"_s).id)));
        QCOMPARE(many->toInt(), 2);
        QCOMPARE(*countUses(m_office->store().reader(), value(u"Site"_s).id), 2);

        QCOMPARE(merge(u"Site"_s, u"Fair"_s).message, QString()); // and on
        QCOMPARE(ask(u"source = Fair"_s).size(), 3);
        QVERIFY(m_office->store().undo().result());
        QVERIFY(m_office->store().undo().result());
        QCoreApplication::processEvents();
        QCOMPARE(ask(u"source = Net"_s), QList<qint64>{net});
        QCOMPARE(m_office->item(u"lead"_s, net).value(u"source"_s).toLongLong(), held);
    }

    void aCircleOfMergesHasOneThatStands()
    {
        lead(u"Site"_s);
        lead(u"Net"_s);
        ChangeSet circle; // two seats merged the two the other way round
        circle.update(u"list_value"_s, value(u"Net"_s).id, {{u"merged_into"_s, value(u"Site"_s).id}});
        circle.update(u"list_value"_s, value(u"Site"_s).id, {{u"merged_into"_s, value(u"Net"_s).id}});
        QCOMPARE(commit(circle).message, QString());
        QCOMPARE(ask(u"source = Site"_s).size(), 2); // the older one
        QCOMPARE(value(u"Net"_s).id, 0);
    }

    /// Two seats have each added the same: the exchange brings both.
    void twinsAreMergedAtOnce()
    {
        QCOMPARE(commit(planAddListValue(m_office->schema(), source(), u"Expo"_s)).message, QString());
        ChangeSet there;
        there.create(u"list_value"_s,
                     {{u"field"_s, m_office->schema().dictionary(source().id)},
                      {u"code"_s, u"expo"_s},
                      {u"name"_s, u" expo"_s},
                      {u"position"_s, qint64(90)}});
        QCOMPARE(commit(there).message, QString());
        const qint64 first = value(u"Expo"_s).id;
        const QList<ListValue> twins = twinValues(m_office->schema(), source());
        QCOMPARE(twins.size(), 1);
        QCOMPARE(value(u"Expo"_s).code, u"expo"_s);
        QCOMPARE(twins.constFirst().code, codeWithSuffix(u"expo"_s, twins.constFirst().uid)); // the older one has the code
        const qint64 held = m_office->create(u"lead"_s, {{u"title"_s, u"T"_s}, {u"source"_s, twins.constFirst().id}});
        QCOMPARE(commit(planMergeTwins(m_office->schema(), source())).message, QString());
        QVERIFY(twinValues(m_office->schema(), source()).isEmpty());
        QCOMPARE(ask(u"source = Expo"_s), QList<qint64>{held});
        QCOMPARE(value(u"Expo"_s).id, first);
    }

    void whatItemsHoldIsNotDeleted()
    {
        lead(u"Site"_s);
        QCOMPARE(*countUses(m_office->store().reader(), value(u"Site"_s).id), 1);
        QCOMPARE(*countUses(m_office->store().reader(), value(u"Net"_s).id), 0);
        QCOMPARE(commit(planDeleteListValue(m_office->schema(), value(u"Net"_s), m_office->clock().now())).message,
                 QString());
        QCOMPARE(value(u"Net"_s).id, 0);
    }

    void listsAreKnownByTheFieldsThatChooseFromThem()
    {
        const QList<Field> owners = dictionaries(m_office->schema());
        const qint64 owner = m_office->schema().dictionary(source().id);
        QVERIFY(std::any_of(owners.begin(), owners.end(), [&](const Field &f) { return f.id == owner; }));
        QCOMPARE(usersOf(m_office->schema(), owner).size(), 4); // lead, deal, contact, company
    }
};

KARTOTEKA_TEST(tst_list_acts, TestListActs)
#include "tst_list_acts.moc"
