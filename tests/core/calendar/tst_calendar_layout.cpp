// SPDX-License-Identifier: GPL-3.0-or-later
// Where entries stand beside one another: held against random days and weeks.
#include "core/calendar/layout.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestCalendarLayout final : public QObject
{
    Q_OBJECT

    static bool overlap(const MinuteSpan &a, const MinuteSpan &b) { return a.from < b.to && b.from < a.to; }

private slots:
    void whatIsAloneHasTheWholeWidth()
    {
        const DayLayout layout = layoutDay({{540, 600}, {600, 660}, {900, 900}}, 6, 15);
        QCOMPARE(layout.places, (QList<DayPlace>{{0, 1, 1}, {0, 1, 1}, {0, 1, 1}}));
        QVERIFY(layout.crowds.isEmpty());
    }

    void whatOverlapsStandsSideBySideAndUsesWhatIsFree()
    {
        // Two at nine, a third at ten beside the longer one: it may have the second column and what is right of it.
        const DayLayout layout = layoutDay({{540, 720}, {540, 600}, {540, 570}, {600, 660}}, 6, 15);
        QCOMPARE(layout.places[0], (DayPlace{0, 1, 3}));
        QCOMPARE(layout.places[1], (DayPlace{1, 1, 3}));
        QCOMPARE(layout.places[2], (DayPlace{2, 1, 3}));
        QCOMPARE(layout.places[3], (DayPlace{1, 2, 3}));
    }

    void whatHasNoRoomIsCounted()
    {
        QList<MinuteSpan> thousand(1000, {540, 600});
        const DayLayout layout = layoutDay(thousand, 4, 15);
        QCOMPARE(layout.crowds.size(), 1);
        QCOMPARE(layout.crowds[0].count, 997);
        QCOMPARE(std::ranges::count_if(layout.places, &DayPlace::isHidden), 997);
        // How many there are takes less room than one that is read.
        QCOMPARE(layout.places[1], (DayPlace{2, 2, 7}));
        QCOMPARE(layout.crowds[0].columns, 7);
    }

    void noTwoInOneColumnOverlap()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 300; ++round) {
            QList<MinuteSpan> spans;
            const int count = random.bounded(0, 40);
            for (int i = 0; i < count; ++i) {
                const int from = random.bounded(0, 1440);
                spans.append({from, qMin(1440, from + random.bounded(0, 400))});
            }
            const int most = random.bounded(1, 9);
            const DayLayout layout = layoutDay(spans, most, 20);
            for (MinuteSpan &span : spans)
                span.to = qMax(span.to, span.from + 20);
            int counted = 0;
            for (const Crowd &crowd : layout.crowds) {
                counted += crowd.count;
                for (int i = 0; i < count; ++i) { // it stands beside what is shown
                    const DayPlace &place = layout.places[i];
                    QVERIFY(place.isHidden() || !overlap(spans[i], crowd.span)
                            || (place.columns == crowd.columns && place.column + place.width < crowd.columns));
                }
            }
            QCOMPARE(counted, std::ranges::count_if(layout.places, &DayPlace::isHidden));
            for (int i = 0; i < count; ++i) {
                const DayPlace &one = layout.places[i];
                if (one.isHidden())
                    continue;
                QVERIFY(one.columns <= qMax(1, 2 * most - 1) && one.width >= 1 && one.column + one.width <= one.columns);
                for (int j = 0; j < i; ++j) {
                    const DayPlace &other = layout.places[j];
                    if (other.isHidden() || !overlap(spans[i], spans[j]))
                        continue;
                    QCOMPARE(one.columns, other.columns); // as wide as one another
                    QVERIFY(one.column + one.width <= other.column || other.column + other.width <= one.column);
                }
            }
        }
    }

    void barsLieInLanesAndEveryDayTellsWhatIsHidden()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            QList<BarSpan> bars;
            const int count = random.bounded(0, 30);
            for (int i = 0; i < count; ++i) {
                const int first = random.bounded(0, 7);
                bars.append({first, qMin(6, first + random.bounded(0, 4))});
            }
            QList<int> beyond;
            for (int day = 0; day < 7; ++day)
                beyond << (random.bounded(4) == 0 ? random.bounded(1, 1000) : 0);
            const int most = random.bounded(1, 7);
            const RowLayout layout = layoutRow(bars, 7, most, beyond);
            QVERIFY(layout.used <= most);
            for (int day = 0; day < 7; ++day) {
                int hidden = beyond[day];
                QList<int> lanes;
                for (int i = 0; i < count; ++i) {
                    if (bars[i].first > day || bars[i].last < day)
                        continue;
                    if (layout.lanes[i] < 0)
                        ++hidden;
                    else
                        lanes << layout.lanes[i];
                }
                QCOMPARE(layout.hidden[day], hidden);
                std::ranges::sort(lanes);
                QVERIFY(std::ranges::adjacent_find(lanes) == lanes.end()); // none over another
                // The last lane is free where it says how many more there are.
                QVERIFY(lanes.isEmpty() || lanes.constLast() < (hidden > 0 ? most - 1 : most));
            }
        }
    }

    void barsKeepTheirOrderWhereThereIsRoom()
    {
        const RowLayout layout = layoutRow({{0, 6}, {1, 2}, {2, 2}, {3, 5}}, 7, 4);
        QCOMPARE(layout.lanes, (QList<int>{0, 1, 2, 1}));
        QCOMPARE(layout.used, 3);
    }
};

KARTOTEKA_TEST(tst_calendar_layout, TestCalendarLayout)
#include "tst_calendar_layout.moc"
