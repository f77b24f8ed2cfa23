// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/group_layout.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Where heads and items of a grouped list stand, folded and unfolded.
class TestGroupLayout final : public QObject
{
    Q_OBJECT

    static QList<ItemGroup> groups() { return {{u"A"_s, 2}, {u"B"_s, 1}, {u"C"_s, 3}}; }
    /// "A" for a head, a number for the item at that position.
    static QStringList rows(const GroupLayout &layout, qsizetype items)
    {
        QStringList seen;
        for (int row = 0; row < layout.rowCount(items); ++row) {
            const int position = layout.positionAt(row);
            seen << (position < 0 ? layout.groupAt(row).group.title : QString::number(position));
        }
        return seen;
    }

private slots:
    void headsStandBeforeTheirItems()
    {
        GroupLayout layout(groups(), {u"B"_s});
        QCOMPARE(rows(layout, 6).join(u' '), u"A 0 1 B C 3 4 5"_s);
        layout.setFolded(0, true);
        QCOMPARE(rows(layout, 6).join(u' '), u"A B C 3 4 5"_s);
        layout.unfoldAll();
        QCOMPARE(rows(layout, 6).join(u' '), u"A 0 1 B 2 C 3 4 5"_s);
        QCOMPARE(rows(GroupLayout(), 2).join(u' '), u"0 1"_s);
    }

    void rowsAndPositionsLeadToEachOther()
    {
        const GroupLayout layout(groups(), {u"A"_s});
        for (int position = 0; position < 6; ++position) {
            const int row = layout.rowAt(position);
            QCOMPARE(row < 0, position < 2); // those of A are folded away
            if (row >= 0)
                QCOMPARE(layout.positionAt(row), position);
            QCOMPARE(layout.headAt(position), position < 2 ? 0 : position < 3 ? 1 : 3);
        }
        QCOMPARE(layout.headsBetween(0, layout.rowCount(6) - 1), 3);
        QCOMPARE(layout.headsBetween(2, 2), 0);
    }

    void sumsDoNotMoveRows()
    {
        QList<ItemGroup> others = groups();
        others[1].sums = {{u"EUR"_s, 100}};
        QVERIFY(GroupLayout(groups(), {}).standsAs(GroupLayout(others, {})));
        others[1].count = 2;
        QVERIFY(!GroupLayout(groups(), {}).standsAs(GroupLayout(others, {})));
    }
};

KARTOTEKA_TEST(tst_group_layout, TestGroupLayout)
#include "tst_group_layout.moc"
