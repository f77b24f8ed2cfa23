// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/lane.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestRowDelta : public QObject
{
    Q_OBJECT

    static QList<qint64> idsOf(const Lane &lane)
    {
        QList<qint64> ids;
        for (const BoardRow &row : lane.rows)
            ids << row.id;
        return ids;
    }

private slots:
    void betweenTwoListsIsTheSecond()
    {
        QRandomGenerator random(20261126);
        for (int round = 0; round < 500; ++round) {
            const auto list = [&] {
                QList<qint64> ids;
                for (int i = random.bounded(12); i > 0; --i)
                    ids.insert(random.bounded(int(ids.size()) + 1), 1 + random.bounded(14));
                QList<qint64> unique;
                for (const qint64 id : std::as_const(ids)) {
                    if (!unique.contains(id))
                        unique << id;
                }
                return unique;
            };
            const QList<qint64> before = list();
            const QList<qint64> after = list();
            const QSet<qint64> touched{3, 7};
            const RowDelta delta = deltaBetween(before, after, touched);
            QCOMPARE(applied(before, delta), after);
            for (const qsizetype row : delta.updates)
                QVERIFY(touched.contains(after[row]));
        }
    }

    void whatKeepsItsOrderStays()
    {
        QCOMPARE(deltaBetween({1, 2, 3, 4}, {1, 2, 3, 4}, {}), RowDelta());
        QCOMPARE(deltaBetween({1, 2, 3, 4}, {1, 2, 3, 4}, {3}), (RowDelta{{}, {}, {2}}));
        QCOMPARE(deltaBetween({1, 2, 3, 4}, {4, 1, 2, 3}, {}), (RowDelta{{3}, {{0, 4}}, {}}));
        QCOMPARE(deltaBetween({1, 2}, {9, 1, 2}, {}), (RowDelta{{}, {{0, 9}}, {}}));
    }

    void aLaneFollows()
    {
        QRandomGenerator random(7);
        Lane lane{{}, true};
        QHash<qint64, BoardRow> all;
        for (int step = 0; step < 400; ++step) {
            QSet<qint64> changed;
            for (int i = 1 + random.bounded(step % 5 == 0 ? 12 : 3); i > 0; --i)
                changed.insert(1 + random.bounded(40));
            QHash<qint64, BoardRow> now;
            for (const qint64 id : std::as_const(changed)) {
                if (random.bounded(3) > 0)
                    now.insert(id, {id, double(random.bounded(6))}); // ties are settled by the id
            }
            const RowDelta delta = laneDelta(lane, changed, now.values());
            const QList<qint64> expectedIds = applied(idsOf(lane), delta);
            follow(lane, delta, now);
            QCOMPARE(idsOf(lane), expectedIds);
            for (const qint64 id : std::as_const(changed)) {
                all.remove(id);
                if (now.contains(id))
                    all.insert(id, now.value(id));
            }
            QList<BoardRow> expected = all.values();
            std::sort(expected.begin(), expected.end(), isAbove);
            QCOMPARE(lane.rows, expected);
        }
    }

    void whatStandsBelowTheKnownRowsStaysUnknown()
    {
        const Lane lane{{{1, 9}, {2, 8}, {3, 7}}, false};
        QCOMPARE(laneDelta(lane, {4}, {{4, 1}}), RowDelta());
        QCOMPARE(laneDelta(lane, {4}, {{4, 8.5}}), (RowDelta{{}, {{1, 4}}, {}}));
        // Others may stand between the last known one and where it is now.
        QCOMPARE(laneDelta(lane, {3}, {{3, 6}}), (RowDelta{{2}, {}, {}}));
    }

    void aCardThatKeepsItsPlaceIsNoMove()
    {
        const Lane lane{{{1, 9}, {2, 8}, {3, 7}}, true};
        QCOMPARE(laneDelta(lane, {2}, {{2, 7.5}}), (RowDelta{{}, {}, {1}}));
        QCOMPARE(laneDelta(lane, {2}, {{2, 1}}), (RowDelta{{1}, {{2, 2}}, {}}));
        QCOMPARE(laneDelta(lane, {2}, {}), (RowDelta{{1}, {}, {}}));
    }
};

KARTOTEKA_TEST(tst_row_delta, TestRowDelta)
#include "tst_row_delta.moc"
