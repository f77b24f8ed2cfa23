// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "views/board/board_walk.h"
#include "views/board/column_rows.h"
#include "views/board/swimlane_layout.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

/// Rows of unequal height, of which most are not measured yet: what is seen stays where it is.
class TestColumnRows : public QObject
{
    Q_OBJECT

    static constexpr int usual = 90;
    static constexpr int view = 700;
    static constexpr int count = 122'500;

    QHash<int, int> m_known; ///< of rows that were loaded

    ColumnRows::Shape shape(int rows = count)
    {
        return {rows, view, [this](int row) { return m_known.value(row, usual); }};
    }
    /// What a view does after it has painted: the cards arrive, each as high as it is.
    void measureSeen(const ColumnRows &rows, QRandomGenerator &random)
    {
        for (int row = rows.first(); row <= rows.last(shape()); ++row) {
            if (!m_known.contains(row))
                m_known.insert(row, 60 + int(random.bounded(120)));
        }
    }

private slots:
    void init() { m_known.clear(); }

    void aRowUnderThePointerIsTheOneThatIsPainted()
    {
        QRandomGenerator random(7);
        ColumnRows rows;
        for (int step = 0; step < 2000; ++step) {
            measureSeen(rows, random);
            const int y = int(random.bounded(view));
            const int row = rows.rowAt(y, shape());
            QVERIFY(row >= 0);
            const int top = rows.top(row, shape());
            QVERIFY2(top <= y && y < top + shape().heightOf(row), qPrintable(QString::number(row)));
            if (step % 50 == 49)
                rows.setPlace(random.generateDouble(), shape());
            else
                rows.scrollBy(int(random.bounded(-400, 500)), shape());
        }
        QVERIFY(m_known.size() < count / 5);
    }

    void whatIsSeenDoesNotMoveWhenRowsAboveAreMeasured()
    {
        QRandomGenerator random(11);
        ColumnRows rows;
        rows.setPlace(0.5, shape());
        measureSeen(rows, random);
        const int row = rows.first() + 2;
        const int top = rows.top(row, shape());
        for (int above = rows.first() - 1; above > rows.first() - 300; --above)
            m_known.insert(above, 60 + int(random.bounded(120)));
        QCOMPARE(rows.top(row, shape()), top);
        // And scrolling moves it by what was scrolled.
        rows.scrollBy(-40, shape());
        QCOMPARE(rows.top(row, shape()), top + 40);
    }

    void theEndStaysAtTheEnd()
    {
        ColumnRows rows;
        rows.scrollBy(1 << 30, shape(100));
        QCOMPARE(rows.top(99, shape(100)) + usual, view);
        QCOMPARE(rows.place(shape(100)), 1.0);
        rows.scrollBy(0, shape(4)); // most rows have gone
        QCOMPARE(rows.top(0, shape(4)), 0);
        QVERIFY(!rows.scrolls(shape(4)));
        rows.scrollBy(0, shape(0));
        QCOMPARE(rows.rowAt(10, shape(0)), -1);
    }

    void aRowIsRevealedByTheShortestWay()
    {
        ColumnRows rows;
        rows.reveal(5, shape());
        QCOMPARE(rows.top(0, shape()), 0); // seen already
        rows.reveal(20, shape());
        QCOMPARE(rows.top(20, shape()) + usual, view);
        rows.reveal(3, shape());
        QCOMPARE(rows.top(3, shape()), 0);
        rows.reveal(count - 1, shape());
        QCOMPARE(rows.top(count - 1, shape()) + usual, view);
    }

    void keysPassOverEmptyColumns()
    {
        const QList<int> counts{3, 0, 2};
        QCOMPARE(stepOnBoard(Qt::Key_Right, {0, 2}, counts, 5), qMakePair(2, 1));
        QCOMPARE(stepOnBoard(Qt::Key_Left, {2, 0}, counts, 5), qMakePair(0, 0));
        QCOMPARE(stepOnBoard(Qt::Key_Right, {2, 0}, counts, 5), qMakePair(2, 0));
        QCOMPARE(stepOnBoard(Qt::Key_Down, {-1, -1}, counts, 5), qMakePair(0, 0));
        QCOMPARE(stepOnBoard(Qt::Key_PageDown, {0, 0}, counts, 5), qMakePair(0, 2));
        QCOMPARE(stepOnBoard(Qt::Key_End, {0, 0}, counts, 5), qMakePair(0, 2));
    }

    void keysGoFromLaneToLane()
    {
        const QList<int> counts{3, 1, 0, 0, 2, 4};                                   // three lanes of two columns
        QCOMPARE(stepOnBoard(Qt::Key_Right, {1, 0}, counts, 5, 2), qMakePair(1, 0)); // not into the next lane
        QCOMPARE(stepOnBoard(Qt::Key_Right, {0, 2}, counts, 5, 2), qMakePair(1, 0));
        QCOMPARE(stepOnBoard(Qt::Key_Down, {0, 1}, counts, 5, 2), qMakePair(0, 2));
        QCOMPARE(stepOnBoard(Qt::Key_Down, {0, 2}, counts, 5, 2), qMakePair(4, 0)); // over the empty lane
        QCOMPARE(stepOnBoard(Qt::Key_Up, {4, 0}, counts, 5, 2), qMakePair(0, 2));
        QCOMPARE(stepOnBoard(Qt::Key_Down, {4, 1}, counts, 5, 2), qMakePair(4, 1));
        QCOMPARE(stepOnBoard(Qt::Key_Up, {0, 0}, counts, 5, 2), qMakePair(0, 0));
        QCOMPARE(stepOnBoard(Qt::Key_Down, {-1, -1}, {0, 0, 0, 1}, 5, 2), qMakePair(3, 0));
    }

    void lanesLieOneBelowTheOther()
    {
        SwimlaneLayout lanes;
        lanes.setHeadHeight(10);
        lanes.setLanes({7, 8, -1}, -1);
        lanes.setBodies({100, 200, 300});
        QCOMPARE(lanes.totalHeight(), 3 * 10 + 300); // the last one has a head alone
        QCOMPARE(lanes.bodyTop(1), 120);
        QCOMPARE(lanes.laneAt(0), 0);
        QCOMPARE(lanes.headAt(5), 0);
        QCOMPARE(lanes.headAt(50), -1);
        QCOMPARE(lanes.laneAt(119), 1);
        QCOMPARE(lanes.laneAt(330), -1);
        lanes.setFolded(0, true);
        QCOMPARE(lanes.bodyTop(1), 20);
        SwimlaneLayout again;
        again.restore(lanes.saved());
        again.setLanes({8, 7, -1}, -1); // in another order
        QVERIFY(again.isFolded(1) && !again.isFolded(0));
        again.setFolded(2, false);
        QVERIFY(again.isFolded(2));
        again.foldAll(false);
        QVERIFY(!again.isFolded(1));
    }
};

KARTOTEKA_TEST(tst_column_rows, TestColumnRows)
#include "tst_column_rows.moc"
