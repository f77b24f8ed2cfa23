// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/query/choice_counts.h"
#include "core/query/group_query.h"
#include "core/schema/builtin_names.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Pages of a list.
class TestItemQuery : public QObject
{
    Q_OBJECT
private slots:
    void pagesAreThePartsOfTheWhole_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("descending");
        for (const char *field : {"stage", "source", "responsible", "title", "created_at"}) {
            QTest::addRow("%s up", field) << QString::fromLatin1(field) << false;
            QTest::addRow("%s down", field) << QString::fromLatin1(field) << true;
        }
    }
    /// Short pages may be found in another way than the whole list: the order must be one and the same.
    void pagesAreThePartsOfTheWhole()
    {
        QFETCH(QString, field);
        QFETCH(bool, descending);
        TestOffice office;
        const Field *source = office.schema().field(office.typeId(u"lead"_s), u"source"_s);
        const auto sources = office.schema().listValues(source->id);
        for (int i = 0; i < 12; ++i) {
            const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i % 5)}});
            if (i % 3 != 0) {
                QVERIFY(office.store().commitAndWait(
                    planEdit(office.schema(), office.item(u"lead"_s, id), {{u"source"_s, sources[i % sources.size()].id}})));
            }
        }
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.sort = {{field, descending}};
        const auto whole = queryIds(office.store().reader(), query);
        QVERIFY(whole);
        QCOMPARE(whole->size(), 12);
        for (int offset = 0; offset <= 13; ++offset) {
            const auto page = queryIds(office.store().reader(), query, 4, offset);
            QVERIFY(page);
            QCOMPARE(*page, whole->mid(offset, 4));
        }
    }

    /// Groups by a field of what a link leads to, in the order of its values; items that lead nowhere have none.
    void groupsOfALinkedRecord()
    {
        TestOffice office;
        const qint64 company = office.typeId(u"company"_s);
        const auto industries = office.schema().listValues(office.schema().field(company, u"industry"_s)->id);
        QList<qint64> companies;
        for (const int industry : {2, 0, 2})
            companies << office.create(u"company"_s, {{u"title"_s, u"C"_s}, {u"industry"_s, industries[industry].id}});
        for (const qint64 client : companies)
            office.create(u"deal"_s, {{u"title"_s, u"D"_s}, {u"client_company"_s, client}});
        const qint64 alone = office.create(u"deal"_s, {{u"title"_s, u"alone"_s}});
        ItemQuery query;
        query.typeId = office.typeId(u"deal"_s);
        query.groupBy = u"client_company.industry"_s;
        const ReadContext reader = office.store().reader();
        QStringList lines;
        const auto groups = queryGroups(reader, query);
        QVERIFY(groups);
        for (const ItemGroup &group : *groups)
            lines << u"%1: %2"_s.arg(group.title).arg(group.count);
        const auto named = [&](int at) { return displayName(office.schema(), industries[at]); };
        QCOMPARE(lines, (QStringList{u": 1"_s, named(0) + u": 1"_s, named(2) + u": 2"_s}));
        const auto ids = queryIds(reader, query);
        QVERIFY(ids && ids->size() == 4);
        QCOMPARE(ids->constFirst(), alone);
        QVERIFY(canGroup(pathOf(office.schema(), query.typeId, query.groupBy)));
        QVERIFY(!canGroup(pathOf(office.schema(), query.typeId, u"contacts.created_at"_s))); // of several
        QVERIFY(!canGroup(pathOf(office.schema(), query.typeId, u"client_contact.phone"_s)));
    }

    /// What a filter's form says beside each choice.
    void choicesAreCountedAsConditionsNameThem()
    {
        TestOffice office;
        const qint64 type = office.typeId(u"lead"_s);
        const auto sources = office.schema().listValues(office.schema().field(type, u"source"_s)->id);
        for (const int source : {0, 0, 1})
            office.create(u"lead"_s, {{u"title"_s, u"L"_s}, {u"source"_s, sources[source].id}});
        const qint64 none = office.create(u"lead"_s, {{u"title"_s, u"L"_s}});
        QVERIFY(office.store().commitAndWait(planEdit(office.schema(), office.item(u"lead"_s, none),
                                                      {{u"stage"_s, office.stageId(u"lead"_s, u"in_progress"_s)}})));
        ItemQuery query;
        query.typeId = type;
        query.user = office.store().user();
        const ReadContext reader = office.store().reader();
        using Counts = QHash<QString, qint64>;
        QCOMPARE(*queryChoiceCounts(reader, query, u"source"_s), (Counts{{sources[0].code, 2}, {sources[1].code, 1}}));
        QCOMPARE(*queryChoiceCounts(reader, query, u"stage"_s),
                 (Counts{{u"new"_s, 3}, {u"in_progress"_s, 1}, {u"group in_progress"_s, 4}}));
        QCOMPARE(queryChoiceCounts(reader, query, u"responsible"_s)->value(u"me"_s), 4);
        QVERIFY(queryChoiceCounts(reader, query, u"tags"_s)->isEmpty());
        query.conditions = {{u"source"_s, Comparison::Equal, {sources[0].code}, 0, {}}};
        QCOMPARE(*queryChoiceCounts(reader, query, u"stage"_s), (Counts{{u"new"_s, 2}, {u"group in_progress"_s, 2}}));
    }
};

KARTOTEKA_TEST(tst_item_query, TestItemQuery)
#include "tst_item_query.moc"
