// SPDX-License-Identifier: GPL-3.0-or-later
// A model that carries a delta out row by row ends as the list that was meant, and whoever holds a row keeps it.
#include "models/base/row_steps.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Kartoteka;

namespace {

class Ids final : public QAbstractListModel
{
public:
    QList<qint64> ids;
    int layouts = 0;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ids.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(ids[index.row()]) : QVariant();
    }

    RowSteps steps()
    {
        RowSteps steps;
        steps.remove = [this](int row) {
            beginRemoveRows({}, row, row);
            ids.removeAt(row);
            endRemoveRows();
        };
        steps.insert = [this](int row, qint64 id) {
            beginInsertRows({}, row, row);
            ids.insert(row, id);
            endInsertRows();
        };
        steps.move = [this](int from, int before) {
            QVERIFY(beginMoveRows({}, from, from, {}, before));
            ids.move(from, before > from ? before - 1 : before);
            endMoveRows();
        };
        steps.changed = [this](int row) { emit dataChanged(index(row), index(row)); };
        return steps;
    }
    /// Many moves at once.
    void layOut(const QList<qint64> &after)
    {
        ++layouts;
        emit layoutAboutToBeChanged();
        const QModelIndexList held = persistentIndexList();
        QModelIndexList moved;
        for (const QModelIndex &one : held)
            moved << index(int(after.indexOf(ids[one.row()])));
        ids = after;
        changePersistentIndexList(held, moved);
        emit layoutChanged();
    }
};

QList<qint64> someIds(QRandomGenerator &random, int most)
{
    QList<qint64> all(30);
    std::iota(all.begin(), all.end(), 1);
    std::shuffle(all.begin(), all.end(), random);
    return all.first(random.bounded(most + 1));
}

} // namespace

class TestRowSteps final : public QObject
{
    Q_OBJECT

private slots:
    void stepsEndAsTheListThatWasMeant_data()
    {
        QTest::addColumn<bool>("laysOut");
        QTest::newRow("one by one") << false;
        QTest::newRow("many at once") << true;
    }
    void stepsEndAsTheListThatWasMeant()
    {
        QFETCH(bool, laysOut);
        QRandomGenerator random(7);
        int layouts = 0;
        for (int round = 0; round < 400; ++round) {
            Ids model;
            model.ids = someIds(random, 24);
            QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            // Lists that share most of their order come by acts, others by another sort.
            QList<qint64> after = round % 2 ? model.ids : someIds(random, 24);
            for (int i = 0; round % 2 && i < 3 && !after.isEmpty(); ++i)
                after.move(random.bounded(after.size()), random.bounded(after.size()));
            QHash<qint64, QPersistentModelIndex> held;
            for (int row = 0; row < model.ids.size(); ++row)
                held.insert(model.ids[row], model.index(row));
            RowSteps steps = model.steps();
            if (laysOut)
                steps.layOut = [&model](const QList<qint64> &ids) { model.layOut(ids); };
            carryOut(deltaBetween(model.ids, after, {}), model.ids, steps);
            QCOMPARE(model.ids, after);
            for (auto one = held.cbegin(); one != held.cend(); ++one) {
                if (one->isValid())
                    QCOMPARE(one->data().toLongLong(), one.key());
            }
            layouts += model.layouts;
        }
        QCOMPARE(layouts > 0, laysOut);
    }

    void whatOnlyLooksDifferentIsSaidWhereItStands()
    {
        Ids model;
        model.ids = {1, 2, 3, 4};
        QList<int> changed;
        RowSteps steps = model.steps();
        steps.changed = [&changed](int row) { changed << row; };
        carryOut(deltaBetween(model.ids, {2, 3, 4, 5}, {3}), model.ids, steps);
        QCOMPARE(model.ids, (QList<qint64>{2, 3, 4, 5}));
        QCOMPARE(changed, QList<int>{1});
    }
};

KARTOTEKA_TEST(tst_row_steps, TestRowSteps)
#include "tst_row_steps.moc"
