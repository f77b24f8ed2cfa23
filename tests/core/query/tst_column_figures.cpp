// SPDX-License-Identifier: GPL-3.0-or-later
// What the heads of a board's columns say: kept by the commits, and the same as counted item by item.
#include "core/activities/activity.h"
#include "core/base/money.h"
#include "core/items/item_acts.h"
#include "core/items/setting_acts.h"
#include "core/money/rate_acts.h"
#include "core/query/board_query.h"
#include "core/query/group_query.h"
#include "core/schema/money_codes.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestColumnFigures : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    ItemQuery deals(ColumnFigure figure)
    {
        ItemQuery query;
        query.typeId = m_office->typeId(u"deal"_s);
        query.pipeline = m_office->schema().defaultPipeline(query.typeId)->id;
        query.figure = figure;
        return query;
    }
    ItemTotals totals(const ItemQuery &query, const QString &stage)
    {
        const auto all = queryColumnTotals(m_office->store().reader(), query,
                                           *stageColumns(m_office->schema(), query.pipeline, true));
        return all ? all->value(m_office->stageId(u"deal"_s, stage)) : ItemTotals{.count = -1, .sums = {}};
    }
    ItemTotals kept(ColumnFigure figure, const QString &stage = u"new"_s) { return totals(deals(figure), stage); }
    /// The same of a query that has to look at each item.
    ItemTotals counted(ColumnFigure figure, const QString &stage = u"new"_s)
    {
        ItemQuery query = deals(figure);
        query.conditions = *parseConditions(u"title is not empty"_s);
        return totals(query, stage);
    }
    bool isKeptAsCounted()
    {
        for (const QString &stage : {u"new"_s, u"preparation"_s, u"won"_s}) {
            const bool same = kept(ColumnFigure::Weighted, stage).weighted == counted(ColumnFigure::Weighted, stage).weighted
                && kept(ColumnFigure::Sum, stage).sums == counted(ColumnFigure::Sum, stage).sums
                && kept(ColumnFigure::Sum, stage).closed == counted(ColumnFigure::Sum, stage).closed
                && kept(ColumnFigure::AverageAge, stage).created == counted(ColumnFigure::AverageAge, stage).created
                && kept(ColumnFigure::Unplanned, stage).planned == counted(ColumnFigure::Unplanned, stage).planned;
            if (!same)
                return false;
        }
        return m_office->problems().isEmpty();
    }
    qint64 deal(const QString &amount, const Value &probability)
    {
        return m_office->create(u"deal"_s,
                                {{u"title"_s, u"Pipes"_s},
                                 {u"amount"_s, toValue(*parseMoney(amount, u"RUB"_s))},
                                 {u"probability"_s, probability}});
    }
    void commit(const Result<ChangeSet> &changes)
    {
        QVERIFY(changes);
        QVERIFY(m_office->store().commitAndWait(*changes));
    }
    /// What a dollar is worth from a day on, in thousandths.
    void setRate(const QDate &day, int thousandths)
    {
        commit(planRates(m_office->schema(), {{u"USD"_s, day, thousandths * (rateUnit / 1000)}}));
    }
    QDate today() { return m_office->clock().localNow().date(); }
    /// The won deals of all in the base currency, as the kept totals, a list with a filter and a list in groups say it.
    QList<BaseSum> won()
    {
        const Rates rates{u"RUB"_s, today(), {{u"USD"_s, 100 * rateUnit}}};
        ItemQuery query = deals(ColumnFigure::Sum);
        const ReadContext &reader = m_office->store().reader();
        const ItemTotals totals = kept(ColumnFigure::Sum, u"won"_s);
        query.conditions = *parseConditions(u"stage = won and title is not empty"_s);
        const auto listed = queryTotals(reader, query);
        const auto footer = querySums(reader, query, {u"amount"_s});
        query.groupBy = u"stage"_s;
        const auto groups = queryGroups(reader, query);
        if (!listed || !footer || !groups || groups->size() != 1)
            return {};
        QHash<QString, qint64> grouped(groups->constFirst().sums.begin(), groups->constFirst().sums.end());
        QHash<QString, qint64> footed;
        const FieldSum foot = footer->value(u"amount"_s);
        for (auto it = foot.values.cbegin(); it != foot.values.cend(); ++it)
            footed.insert(it.key(), it->toLongLong());
        return {inBase(rates, totals.sums, totals.closed), inBase(rates, listed->sums, listed->closed),
                inBase(rates, footed, foot.closed), inBase(rates, grouped, groups->constFirst().closed)};
    }
    void plan(qint64 deal)
    {
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {{m_office->typeId(u"deal"_s), deal, {}}};
        commit(planActivity(m_office->schema(), draft));
    }
    QList<Activity> planned(qint64 deal)
    {
        auto found = plannedActivities(m_office->store().reader(), {m_office->typeId(u"deal"_s), deal, {}}, 10);
        return found ? *found : QList<Activity>();
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup() { m_office.reset(); }

    void typesHaveTheFiguresTheirFieldsAllow()
    {
        const Schema &schema = m_office->schema();
        QCOMPARE(columnFigures(schema, m_office->typeId(u"deal"_s)),
                 (QList{ColumnFigure::Sum, ColumnFigure::Weighted, ColumnFigure::AverageAge, ColumnFigure::Unplanned}));
        QCOMPARE(columnFigures(schema, m_office->typeId(u"lead"_s)),
                 (QList{ColumnFigure::Sum, ColumnFigure::AverageAge, ColumnFigure::Unplanned}));
        QCOMPARE(columnFigures(schema, m_office->typeId(u"contact"_s)),
                 (QList{ColumnFigure::AverageAge, ColumnFigure::Unplanned}));
    }

    void amountsAreWeightedByProbability()
    {
        deal(u"1000.01"_s, 50);
        deal(u"200"_s, 10);
        deal(u"300"_s, {}); // nobody has said how probable
        deal(u"10"_s, 100);
        QCOMPARE(kept(ColumnFigure::Weighted).weighted.value(u"RUB"_s), 50'000 + 2'000 + 1'000);
        QVERIFY(isKeptAsCounted());
    }

    void whatIsClosedCountsByTheRateOfItsDay()
    {
        constexpr qint64 day = 86'400'000;
        setRate(today(), 80'000);
        const qint64 early = deal(u"10 USD"_s, 50);
        const qint64 late = deal(u"100 USD"_s, 50);
        deal(u"1000 USD"_s, 50); // stays open
        m_office->move(u"deal"_s, deal(u"7"_s, 50), u"won"_s);
        m_office->move(u"deal"_s, early, u"won"_s);
        m_office->clock().advance(2 * day);
        setRate(today(), 90'500);
        m_office->move(u"deal"_s, late, u"won"_s);
        m_office->clock().advance(day);
        setRate(today(), 100'000);
        const auto areAll = [this](qint64 minor) {
            const QList<BaseSum> said = won();
            return said.size() == 4 && std::ranges::all_of(said, [minor](const BaseSum &one) {
                       return one.sum.minor == minor && one.missing.isEmpty();
                   });
        };
        QVERIFY(areAll(700 + 80'000 + 905'000));
        QVERIFY(isKeptAsCounted());
        QVERIFY(!kept(ColumnFigure::Sum).closed.contains(u"USD"_s));

        m_office->move(u"deal"_s, early, u"new"_s); // open again
        QVERIFY(areAll(700 + 905'000));
        QVERIFY(m_office->store().undo().result());
        QVERIFY(areAll(700 + 80'000 + 905'000));

        commit(planSettings({{Codes::closedRates, Codes::ratesOfToday}}));
        QVERIFY(areAll(700 + 100'000 + 1'000'000));
    }

    void aDayWithoutARateIsNamed()
    {
        m_office->move(u"deal"_s, deal(u"10 USD"_s, 50), u"won"_s);
        const QDate first = today();
        m_office->clock().advance(86'400'000);
        m_office->move(u"deal"_s, deal(u"20 USD"_s, 50), u"won"_s);
        setRate(today(), 100'000);
        for (const BaseSum &one : won()) {
            QCOMPARE(one.missing, QStringList{u"USD"_s});
            QCOMPARE(one.missingOn.value(u"USD"_s), first);
            QVERIFY(missingText(one).contains(QLocale().toString(first, QLocale::ShortFormat)));
        }
        setRate(first, 50'000);
        QCOMPARE(won().size(), 4);
        for (const BaseSum &one : won())
            QCOMPARE(one.sum.minor, 50'000 + 200'000);
    }

    void itemsWithoutAnOpenActivityAreCounted()
    {
        const qint64 one = deal(u"1"_s, 50);
        const qint64 other = deal(u"1"_s, 50);
        plan(one);
        plan(one);
        QCOMPARE(kept(ColumnFigure::Unplanned).planned, 1);
        m_office->move(u"deal"_s, one, u"preparation"_s);
        QCOMPARE(kept(ColumnFigure::Unplanned).planned, 0);
        QCOMPARE(kept(ColumnFigure::Unplanned, u"preparation"_s).planned, 1);
        plan(other);
        for (const Activity &activity : planned(one))
            commit(planDeleteActivity(activity, m_office->clock().now()));
        QCOMPARE(kept(ColumnFigure::Unplanned, u"preparation"_s).planned, 0);
        QCOMPARE(kept(ColumnFigure::Unplanned).planned, 1);
        QVERIFY(isKeptAsCounted());
    }

    void oneActMovesAndPlans()
    {
        const qint64 id = deal(u"1"_s, 50);
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {{m_office->typeId(u"deal"_s), id, {}}};
        ChangeSet both = planEdit(m_office->schema(), m_office->item(u"deal"_s, id),
                                  {{u"stage"_s, m_office->stageId(u"deal"_s, u"preparation"_s)}});
        both.changes += planActivity(m_office->schema(), draft).changes;
        commit(both);
        QCOMPARE(kept(ColumnFigure::Unplanned, u"preparation"_s).planned, 1);
        QVERIFY(isKeptAsCounted());
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(kept(ColumnFigure::Unplanned, u"preparation"_s).planned, 0);
        QVERIFY(isKeptAsCounted());
    }

    void whateverIsDoneTheyStayTrue()
    {
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const EntityType type = *m_office->schema().type(u"deal"_s);
        setRate(today(), 80'000);
        const QStringList stages{u"new"_s, u"preparation"_s, u"won"_s};
        QList<qint64> ids{deal(u"5.55"_s, 30)};
        for (int act = 0; act < 60; ++act) {
            ids.removeIf([this](qint64 one) { return m_office->item(u"deal"_s, one).id == 0; }); // an undo took it back
            if (ids.isEmpty())
                ids << deal(u"1"_s, 20);
            const qint64 id = ids[random.bounded(int(ids.size()))];
            const Item item = m_office->item(u"deal"_s, id);
            switch (random.bounded(7)) {
            case 0:
                ids << deal(QString::number(random.bounded(-500, 5000)) + (random.bounded(2) == 0 ? u" USD"_s : QString()),
                            qint64(random.bounded(0, 101)));
                break;
            case 1:
                if (!item.deleted)
                    plan(id);
                break;
            case 2:
                for (const Activity &activity : planned(id))
                    commit(planComplete(activity));
                break;
            case 3:
                if (!item.deleted)
                    commit(planEdit(m_office->schema(), item, {{u"probability"_s, qint64(random.bounded(0, 100))}}));
                break;
            case 4:
                commit(item.deleted ? planRestore(type, {id}, {}) : planDelete(type, {id}, {}, m_office->clock().now()));
                break;
            case 5:
                if (!item.deleted)
                    m_office->move(u"deal"_s, id, stages[random.bounded(3)]);
                break;
            default: (void)m_office->store().undo().result(); // there may be nothing to take back
            }
            m_office->clock().advance(1000 * random.bounded(1, 90'000));
        }
        QVERIFY2(isKeptAsCounted(), qPrintable(u"seed %1: "_s.arg(seed) + m_office->problems().join(u' ')));
    }

    void checkSeesWhatIsWrong()
    {
        plan(deal(u"5"_s, 30));
        m_office->close();
        {
            auto connection = Connection::open(m_office->path(), Connection::Mode::ReadWrite);
            QVERIFY(connection && (*connection)->run(u"UPDATE stage_plan SET items = items + 1"_s));
            QVERIFY((*connection)->run(u"UPDATE stage_total SET weighted = weighted + 1"_s));
            QVERIFY((*connection)->run(u"INSERT INTO closed_total VALUES (1, 'USD', 1, 1, 1)"_s));
        }
        m_office->reopen();
        QCOMPARE(m_office->problems().size(), 3);
    }
};

KARTOTEKA_TEST(tst_column_figures, TestColumnFigures)
#include "tst_column_figures.moc"
