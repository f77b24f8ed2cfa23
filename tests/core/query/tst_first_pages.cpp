// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/people/user_acts.h"
#include "core/pipeline/card_queries.h"
#include "core/query/board_query.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace Kartoteka;

/// First pages and counts are found in other ways than whole lists: they must be the same.
class TestFirstPages : public QObject
{
    Q_OBJECT

    TestOffice m_office;

    ReadContext context() { return m_office.store().reader(); }
    ItemQuery leads()
    {
        ItemQuery query;
        query.typeId = m_office.typeId(u"lead"_s);
        return query;
    }
    void commit(const ChangeSet &changes)
    {
        auto done = m_office.store().commitAndWait(changes);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }

private slots:
    void initTestCase()
    {
        QList<qint64> companies;
        for (const QString &title : {u"Яхта"_s, u"Азбука"_s, u"Ёлка"_s, u"Азбука"_s, u"Мост"_s, u"Ржавая"_s})
            companies << m_office.create(
                u"company"_s,
                {{u"title"_s, title}, {u"tax_id"_s, companies.size() % 3 == 1 ? Value() : Value(title + u" 77"_s)}});
        const EntityType &lead = *m_office.schema().type(u"lead"_s);
        ChangeSet many;
        for (int i = 0; i < 240; ++i) {
            QHash<QString, Value> values{{u"title"_s, u"%1 ёлок %2"_s.arg(i % 3 ? u"Поставка"_s : u"Ремонт"_s).arg(i % 50)},
                                         {u"amount"_s, toValue(Money{(i * 37) % 90 * 100, u"RUB"_s})}};
            if (i % 4 == 1)
                values.insert(u"client_company"_s, companies[i % companies.size()]);
            many.changes += planCreate(m_office.schema(), lead, values).changes;
            m_office.clock().advance(1000);
        }
        commit(many);
        const QStringList stages{u"new"_s, u"in_progress"_s, u"processed"_s, u"junk"_s};
        for (qint64 id = 1; id <= 240; id += 7)
            m_office.move(u"lead"_s, id, stages[id % 4]);
        commit(planDelete(lead, {5, 9, 77, 200}, {}, m_office.clock().now()));
        commit(planDelete(*m_office.schema().type(u"company"_s), {companies[5]}, {}, m_office.clock().now()));
    }

    void pagesBeginTheWholeList_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("search");
        for (const char *sort :
             {"", "client_company", "client_company:desc", "client_company title", "client_company.tax_id",
              "client_company.tax_id:desc", "client_company.created_at:desc title", "client_company.title:desc", "stage",
              "stage:desc", "responsible", "amount", "amount:desc", "title", "created_at:desc", "id"}) {
            for (const char *filter : {"", "stage = \"group in_progress\"", "stage = \"group lost\"", "amount > 50",
                                       "client_company is empty", "client_company is not empty and stage = new"}) {
                for (const char *search : {"", "елок", "ремонт 4", "е", "ничего такого"})
                    QTest::addRow("%s | %s | %s", sort, filter, search)
                        << QString::fromLatin1(sort) << QString::fromLatin1(filter) << QString::fromUtf8(search);
            }
        }
    }
    void pagesBeginTheWholeList()
    {
        QFETCH(QString, sort);
        QFETCH(QString, filter);
        QFETCH(QString, search);
        ItemQuery query = leads();
        for (const QString &key : sort.split(u' ', Qt::SkipEmptyParts))
            query.sort.append({key.section(u':', 0, 0), key.endsWith(u":desc")});
        if (!filter.isEmpty()) {
            auto conditions = parseConditions(filter);
            QVERIFY(conditions);
            query.conditions = *conditions;
        }
        query.search = search;
        const auto whole = queryIds(context(), query);
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().detail));
        for (const int limit : {1, 10, 60, 300}) {
            const auto page = queryIds(context(), query, limit);
            QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
            QCOMPARE(*page, whole->mid(0, limit));
        }
        const auto count = queryCount(context(), query);
        QVERIFY2(count, count ? "" : qPrintable(count.error().detail));
        QCOMPARE(*count, qint64(whole->size()));
        const auto totals = queryTotals(context(), query);
        QVERIFY(totals);
        QCOMPARE(totals->count, *count);
        qint64 sum = 0;
        for (const qint64 id : *whole)
            sum += m_office.item(u"lead"_s, id).value(u"amount"_s).value<Money>().minor;
        QCOMPARE(totals->sums.value(u"RUB"_s), sum);
    }

    void itemsWithoutStagesAreCountedByTheCommits()
    {
        ItemQuery companies;
        companies.typeId = m_office.typeId(u"company"_s);
        QVERIFY(*keptTotals(context(), companies));
        QCOMPARE((*keptTotals(context(), companies))->count, 5);
        QCOMPARE(*queryCount(context(), companies), 5);
        companies.search = u"азбука"_s;
        QVERIFY(!*keptTotals(context(), companies));
        QCOMPARE(*queryCount(context(), companies), 2);
        QCOMPARE(m_office.problems(), QStringList());
    }

    void boardsHaveTheTopOfEachColumn_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("columns");
        for (const auto &[name, order] :
             {std::pair("newest", CardOrder::Newest), std::pair("change", CardOrder::LastChange),
              std::pair("deadline", CardOrder::Deadline), std::pair("amount", CardOrder::Amount)}) {
            for (const char *filter : {"", "amount > 20"}) {
                for (const char *search : {"", "елок"}) {
                    for (const char *columns : {"stage", "responsible", "source"})
                        QTest::addRow("%s | %s | %s | by %s", name, filter, search, columns)
                            << int(order) << QString::fromLatin1(filter) << QString::fromUtf8(search)
                            << QString::fromLatin1(columns);
                }
            }
        }
    }
    void boardsHaveTheTopOfEachColumn()
    {
        QFETCH(int, order);
        QFETCH(QString, filter);
        QFETCH(QString, search);
        QFETCH(QString, columns);
        ItemQuery query = leads();
        query.pipeline = m_office.schema().defaultPipeline(query.typeId)->id;
        query.order = CardOrder(order);
        query.search = search;
        if (!filter.isEmpty())
            query.conditions = *parseConditions(filter);
        const ColumnsPtr source = columns == u"stage"
            ? stageColumns(m_office.schema(), query.pipeline, true)
            : columnsBy(m_office.schema(), query.typeId, columns, {m_office.clock().now(), Qt::Monday, 0});
        QVERIFY(source);
        constexpr int limit = 6;
        const auto tops = queryTops(context(), query, *source, limit);
        QVERIFY2(tops, tops ? "" : qPrintable(tops.error().detail));
        if (query.order != CardOrder::Newest || !source->isStages())
            QVERIFY(!tops->isEmpty());
        for (const ColumnHead &head : source->heads()) {
            const auto whole = queryColumn(context(), query, *source, head.key);
            QVERIFY(whole);
            QList<qint64> expected;
            for (const BoardRow &row : whole->mid(0, limit))
                expected << row.id;
            QList<qint64> found;
            for (const BoardRow &row : tops->value(head.key))
                found << row.id;
            if (!found.isEmpty())
                QCOMPARE(found, expected);
        }
    }

    /// What people paste by mistake is answered, and at once.
    void anyTextIsAnswered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hit");
        const QString words = u"поставка ёлок "_s;
        QTest::newRow("one letter") << u"п"_s << true;
        QTest::newRow("one letter that nobody has") << u"ъ"_s << false;
        QTest::newRow("two letters") << u"по"_s << true;
        QTest::newRow("what matches everything") << u"лок"_s << true;
        QTest::newRow("200 words") << words.repeated(100) << true;
        QTest::newRow("200 different words") << [] {
            QString text;
            for (int i = 0; i < 200; ++i)
                text += u"слово%1 "_s.arg(i);
            return text;
        }() << false;
        QTest::newRow("5,000 characters") << QString(5000, u'ы') << false;
        QTest::newRow("5,000 characters that begin well") << u"поставка"_s + QString(5000, u'ы') << false;
        QTest::newRow("the syntax of the index") << u"\"поставка\" AND NOT (ёлок* OR NEAR(a b))"_s << false;
        QTest::newRow("quotes") << u"\"\"\""_s << false;
        QTest::newRow("LIKE") << u"%_\\"_s << false;
    }
    void anyTextIsAnswered()
    {
        QFETCH(QString, text);
        QFETCH(bool, hit);
        ItemQuery query = leads();
        query.search = text;
        const auto ids = queryIds(context(), query, 50);
        QVERIFY2(ids, ids ? "" : qPrintable(ids.error().detail));
        QCOMPARE(!ids->isEmpty(), hit);
        const auto count = queryCount(context(), query);
        QVERIFY2(count, count ? "" : qPrintable(count.error().detail));
        QCOMPARE(*count > 0, hit);
        query.sort = {{u"amount"_s, true}};
        const auto sorted = queryIds(context(), query, 50);
        QVERIFY2(sorted, sorted ? "" : qPrintable(sorted.error().detail));
        QCOMPARE(sorted->size(), ids->size());
    }

    /// What a person has far down in a long stage is found without walking it, and in its order.
    void theBottomOfALongStageIsFound()
    {
        auto colleague = planUser(m_office.schema(), 0, {{u"name"_s, u"Пётр"_s}}, 0);
        QVERIFY(colleague);
        commit(*colleague);
        const qint64 other = std::ranges::max(m_office.schema().users(), {}, &User::id).id;
        ItemQuery query = leads();
        query.pipeline = m_office.schema().defaultPipeline(query.typeId)->id;
        query.user = 1;
        const ColumnsPtr source = stageColumns(m_office.schema(), query.pipeline, true);
        const auto add = [&](int count, qint64 person, const QString &stage) {
            ChangeSet many;
            for (int i = 0; i < count; ++i)
                many.changes += planCreate(m_office.schema(), *m_office.schema().type(query.typeId),
                                           {{u"title"_s, u"Шкаф"_s},
                                            {u"responsible"_s, person},
                                            {u"stage"_s, m_office.stageId(u"lead"_s, stage)}})
                                    .changes;
            commit(many);
        };
        add(5, 1, u"processed"_s);
        add(8'100, other, u"processed"_s);
        add(6'500, 1, u"new"_s); // so many that they are not listed at once
        for (const char *filter :
             {"responsible = me", "title = Шкаф and responsible = me", "responsible = me and amount > 1"}) {
            query.conditions = *parseConditions(QString::fromUtf8(filter));
            const auto board = readBoard(context(), query, *source, {}, 6, m_office.clock().now());
            QVERIFY2(board, board ? "" : qPrintable(board.error().detail));
            for (const BoardColumn &column : board->columns) {
                const auto whole = queryColumn(context(), query, *source, column.key);
                QVERIFY(whole);
                QList<qint64> expected;
                for (const BoardRow &row : whole->mid(0, 6))
                    expected << row.id;
                QList<qint64> found;
                for (const BoardRow &row : column.rows.mid(0, 6))
                    found << row.id;
                QCOMPARE(found, expected);
            }
        }
    }
};

KARTOTEKA_TEST(tst_first_pages, TestFirstPages)
#include "tst_first_pages.moc"
