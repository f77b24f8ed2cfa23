// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/item_table_model.h"
#include "models/list/list_columns.h"

#include "core/items/item_acts.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestItemTableModel : public QObject
{
    Q_OBJECT

    static ItemQuery leadsByTitle(TestOffice &office)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.sort = {{u"title"_s, false}};
        return query;
    }
    static bool load(ItemTableModel &model, const ItemQuery &query)
    {
        model.setColumns({u"title"_s, u"stage"_s, u"amount"_s});
        QSignalSpy loaded(&model, &ItemTableModel::loaded);
        model.setQuery(query);
        return loaded.wait(patienceMs) && QTest::qWaitFor([&] { return !model.isLoading(); }, patienceMs);
    }
    static QList<qint64> ids(const ItemTableModel &model)
    {
        QList<qint64> out;
        for (int row = 0; row < model.rowCount(); ++row)
            out << model.idAt(row);
        return out;
    }

private slots:
    void theDayTurns()
    {
        TestOffice office;
        const QDateTime begun = office.clock().localNow();
        office.clock().advance(begun.msecsTo(QDateTime(begun.date().addDays(1), QTime(12, 0))));
        const qint64 old = office.create(u"lead"_s, {{u"title"_s, u"Old"_s}});
        office.clock().advance(24 * 3'600'000);
        const qint64 today = office.create(u"lead"_s, {{u"title"_s, u"Today"_s}});
        ItemTableModel model(office.store());
        ItemQuery query = leadsByTitle(office);
        query.conditions = *parseConditions(u"created_at = \"last 2 days\""_s);
        query.now = office.clock().now();
        QVERIFY(load(model, query));
        QCOMPARE(ids(model), (QList{old, today}));
        const QPersistentModelIndex held = model.index(1, 1);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        office.clock().advance(24 * 3'600'000);
        model.turnTo(office.clock().now());
        QTRY_COMPARE(ids(model), QList{today});
        QCOMPARE(resets.size(), 0);
        QCOMPARE(held.row(), 0); // what is selected stays so
    }

    void followsEveryCommitByRows()
    {
        TestOffice office;
        ItemTableModel model(office.store());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(load(model, leadsByTitle(office)));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QRandomGenerator random(20260302);
        QList<qint64> made;
        for (int step = 0; step < 100; ++step) {
            office.clock().advance(1000);
            const QString title = u"%1 lead"_s.arg(random.bounded(50), 2, 10, QChar(u'0'));
            const qint64 id = made.isEmpty() ? 0 : made[random.bounded(int(made.size()))];
            const bool deleted = id != 0 && office.item(u"lead"_s, id).deleted;
            switch (made.size() < 5 || deleted ? 0 : random.bounded(4)) {
            case 0: made << office.create(u"lead"_s, {{u"title"_s, title}}); break;
            case 1:
                QVERIFY(office.store().commitAndWait(
                    planEdit(office.schema(), office.item(u"lead"_s, id), {{u"title"_s, title}})));
                break;
            case 2:
                QVERIFY(office.store().commitAndWait(
                    planDelete(*office.schema().type(u"lead"_s), {id}, {}, office.clock().now())));
                break;
            case 3: QVERIFY(office.store().undo().result()); break;
            }
            made.removeIf([&](qint64 one) { return office.item(u"lead"_s, one).id == 0; });
            const auto expected = queryIds(office.store().reader(), leadsByTitle(office));
            QVERIFY(expected);
            if (!QTest::qWaitFor([&] { return ids(model) == *expected; }, patienceMs))
                QCOMPARE(ids(model), *expected);
        }
        QCOMPARE(resets.count(), 0);
    }

    void aGroupedListFollowsEveryCommitWithoutBeingReadAnew()
    {
        TestOffice office;
        QList<qint64> made;
        for (const QString &title : {u"A"_s, u"B"_s, u"C"_s})
            made << office.create(u"lead"_s, {{u"title"_s, title}, {u"amount"_s, toValue(Money{100, u"RUB"_s})}});
        ItemTableModel model(office.store());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ItemQuery query = leadsByTitle(office);
        query.groupBy = u"stage"_s;
        QVERIFY(load(model, query));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QCOMPARE(ids(model), (QList<qint64>{0, made[0], made[1], made[2]}));
        const QPersistentModelIndex selected = model.index(2, 0);
        office.move(u"lead"_s, made[0], u"processed"_s);
        QTRY_COMPARE(ids(model), (QList<qint64>{0, made[1], made[2], 0, made[0]}));
        QCOMPARE(selected.row(), 1);
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, made[1]), {{u"amount"_s, toValue(Money{700, u"RUB"_s})}})));
        QTRY_VERIFY(model.index(0, 0).data(ItemTableModel::GroupSumRole).toString().contains(u'8'));
        model.toggleGroup(0);
        office.move(u"lead"_s, made[2], u"processed"_s);
        QTRY_COMPARE(ids(model), (QList<qint64>{0, 0, made[0], made[2]}));
        office.move(u"lead"_s, made[1], u"processed"_s);
        QTRY_COMPARE(ids(model), (QList<qint64>{0, made[0], made[1], made[2]}));
        QCOMPARE(resets.count(), 0);
    }

    void selectionSurvivesAChangeElsewhere()
    {
        TestOffice office;
        QList<qint64> made;
        for (const QString &title : {u"B"_s, u"D"_s, u"F"_s})
            made << office.create(u"lead"_s, {{u"title"_s, title}});
        ItemTableModel model(office.store());
        QVERIFY(load(model, leadsByTitle(office)));
        const QPersistentModelIndex selected = model.index(1, 0);
        QCOMPARE(selected.data(ItemTableModel::IdRole).toLongLong(), made[1]);
        office.create(u"lead"_s, {{u"title"_s, u"A"_s}});
        QTRY_COMPARE(model.rowCount(), 4);
        QCOMPARE(selected.row(), 2);
        QCOMPARE(selected.data(ItemTableModel::IdRole).toLongLong(), made[1]);
        QVERIFY(
            office.store().commitAndWait(planDelete(*office.schema().type(u"lead"_s), {made[0]}, {}, office.clock().now())));
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(selected.row(), 1);
    }

    void aListThatWasOnlyPreparedFollowsNothing()
    {
        TestOffice office;
        ItemTableModel model(office.store());
        model.prepare(leadsByTitle(office));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (int i = 0; i < 5; ++i)
            office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        // Whatever it had asked for was asked before this.
        auto last = office.store().read<bool>({}, [](ReadContext &) -> Result<bool> { return true; });
        QVERIFY(last.result());
        QCoreApplication::processEvents();
        QCOMPARE(inserted.count() + reset.count(), 0);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(load(model, leadsByTitle(office)));
        QCOMPARE(model.rowCount(), 5);
    }

    void whatNobodySeesIsCaughtUpWithWhenItIsSeen()
    {
        TestOffice office;
        QList<qint64> made;
        for (const QString &title : {u"B"_s, u"D"_s, u"F"_s})
            made << office.create(u"lead"_s, {{u"title"_s, title}});
        ItemTableModel model(office.store());
        QVERIFY(load(model, leadsByTitle(office)));
        const QPersistentModelIndex selected = model.index(1, 0);
        model.setShown(false);
        office.create(u"lead"_s, {{u"title"_s, u"A"_s}});
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, made[2]), {{u"title"_s, u"C"_s}})));
        QCOMPARE(model.rowCount(), 3);
        model.setShown(true);
        QTRY_COMPARE(ids(model), *queryIds(office.store().reader(), leadsByTitle(office)));
        QCOMPARE(selected.data(ItemTableModel::IdRole).toLongLong(), made[1]);
    }

    /// Of a long list only the places of what changed are looked up.
    void aLongListFollowsEveryCommitToo()
    {
        TestOffice office;
        const EntityType &lead = *office.schema().type(u"lead"_s);
        ChangeSet many;
        for (int i = 0; i < 2500; ++i)
            many.changes +=
                planCreate(office.schema(), lead, {{u"title"_s, u"Lead %1"_s.arg(i % 700, 3, 10, QChar(u'0'))}}).changes;
        QVERIFY(office.store().commitAndWait(many));
        ItemTableModel model(office.store());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ItemQuery query = leadsByTitle(office);
        query.conditions = *parseConditions(u"amount is empty"_s);
        QVERIFY(load(model, query));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QRandomGenerator random(17);
        for (int step = 0; step < 40; ++step) {
            ChangeSet some;
            for (int i = 0; i <= random.bounded(4); ++i) {
                const Item item = office.item(u"lead"_s, random.bounded(1, 2500));
                switch (item.deleted ? 0 : random.bounded(1, 4)) {
                case 0: some.changes += planRestore(lead, {item.id}, {}).changes; break;
                case 1: some.changes += planDelete(lead, {item.id}, {}, office.clock().now()).changes; break;
                case 2:
                    some.changes += planEdit(office.schema(), item, {{u"amount"_s, toValue(Money{100, u"RUB"_s})}}).changes;
                    break;
                default:
                    some.changes += planEdit(office.schema(), item,
                                             {{u"title"_s, u"Lead %1"_s.arg(random.bounded(700), 3, 10, QChar(u'0'))}})
                                        .changes;
                }
            }
            if (some.isEmpty())
                continue;
            QVERIFY(office.store().commitAndWait(some));
            const auto expected = queryIds(office.store().reader(), query);
            QVERIFY(expected);
            if (!QTest::qWaitFor([&] { return ids(model) == *expected; }, patienceMs))
                QVERIFY2(ids(model) == *expected, qPrintable(u"step %1"_s.arg(step)));
        }
        QCOMPARE(resets.count(), 0);
    }

    void severalRowsComeBackAtOnce()
    {
        TestOffice office;
        const EntityType lead = *office.schema().type(u"lead"_s);
        QList<qint64> made;
        for (int i = 0; i < 12; ++i)
            made << office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i, 3, 10, QChar(u'0'))}});
        ItemTableModel model(office.store());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(load(model, leadsByTitle(office)));
        QCOMPARE(model.rowCount(), 12);
        // All but two go, neighbours among them, and come back while one of the two moves to the end.
        QVERIFY(office.store().commitAndWait(planDelete(lead, made.mid(1, 10), {}, office.clock().now())));
        QTRY_COMPARE(model.rowCount(), 2);
        ChangeSet back = planRestore(lead, made.mid(1, 10), {});
        back.changes += planEdit(office.schema(), office.item(u"lead"_s, made[0]), {{u"title"_s, u"Lead 999"_s}}).changes;
        QVERIFY(office.store().commitAndWait(back));
        QTRY_COMPARE(ids(model), made.mid(1) + QList<qint64>{made[0]});
    }

    void rowsAreLoadedAsTheyAreShown()
    {
        TestOffice office;
        ChangeSet many;
        for (int i = 0; i < 3000; ++i)
            many.changes += planCreate(office.schema(), *office.schema().type(u"lead"_s),
                                       {{u"title"_s, u"Lead %1"_s.arg(i, 4, 10, QChar(u'0'))}})
                                .changes;
        QVERIFY(office.store().commitAndWait(many));
        ItemTableModel model(office.store());
        QVERIFY(load(model, leadsByTitle(office)));
        QCOMPARE(model.rowCount(), 3000);
        const QModelIndex far = model.index(2500, 1);
        QVERIFY(!far.data(ItemTableModel::LoadedRole).toBool());
        QVERIFY(far.data().isNull()); // asks for it
        QTRY_COMPARE(far.data().toString(), u"Lead 2500"_s);
        QVERIFY(model.index(0, 1).data(ItemTableModel::LoadedRole).toBool());
    }

    void rowsFollowAClientWhoIsRenamed()
    {
        TestOffice office;
        const qint64 client = office.create(u"company"_s, {{u"title"_s, u"Alpha"_s}});
        for (int i = 0; i < 3; ++i)
            office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}, {u"client_company"_s, client}});
        ItemTableModel model(office.store());
        model.setColumns({u"title"_s, ListColumn::client, u"client_company"_s});
        model.setQuery(leadsByTitle(office));
        QTRY_COMPARE(model.index(2, 2).data().toString(), u"Alpha"_s);
        QSignalSpy changed(&model, &ItemTableModel::dataChanged);
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"company"_s, client), {{u"title"_s, u"Beta"_s}})));
        QTRY_COMPARE(model.index(2, 2).data().toString(), u"Beta"_s);
        QCOMPARE(model.index(0, 3).data().toString(), u"Beta"_s);
        QVERIFY(!changed.isEmpty()); // or nobody would paint it
    }

    void aPageThatCannotBeReadIsTold()
    {
        TestOffice office;
        ChangeSet many;
        for (int i = 0; i < 1000; ++i)
            many.changes += planCreate(office.schema(), *office.schema().type(u"lead"_s),
                                       {{u"title"_s, u"Lead %1"_s.arg(i, 4, 10, QChar(u'0'))}})
                                .changes;
        QVERIFY(office.store().commitAndWait(many));
        ItemTableModel model(office.store());
        QVERIFY(load(model, leadsByTitle(office)));
        const auto done = office.store()
                              .maintain<bool>([](Connection &connection) -> Result<bool> {
                                  auto renamed = connection.run(u"ALTER TABLE lead RENAME TO lead_away"_s);
                                  return renamed ? Result<bool>(true) : Result<bool>(renamed.error());
                              })
                              .result();
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QSignalSpy failures(&model, &ItemTableModel::readFailed);
        QVERIFY(model.index(800, 1).data().isNull()); // asks for it
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(model.index(801, 1).data().isNull()); // each painting asks
        QTest::qWait(100);
        QCOMPARE(failures.count(), 1);
    }

    void aClickSortsBothWays()
    {
        TestOffice office;
        for (const QString &title : {u"ель"_s, u"Ёлка"_s, u"Apple"_s, u"ежевика"_s})
            office.create(u"lead"_s, {{u"title"_s, title}});
        ItemTableModel model(office.store());
        QVERIFY(load(model, leadsByTitle(office)));
        const auto titles = [&] {
            QStringList out;
            for (int row = 0; row < model.rowCount(); ++row)
                out << model.index(row, 1).data().toString();
            return out;
        };
        const QStringList rising{u"Apple"_s, u"ежевика"_s, u"Ёлка"_s, u"ель"_s};
        QTRY_COMPARE(titles(), rising);
        model.toggleSort(1, false); // by title already: the other way round
        QTRY_COMPARE(titles(), QStringList(rising.rbegin(), rising.rend()));
    }

    void whatLinkedItemsSayIsShownAndFollowed()
    {
        TestOffice office;
        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}, {u"address"_s, u"Tver"_s}});
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Doors"_s}, {u"client_company"_s, company}});
        ItemTableModel model(office.store());
        QVERIFY(load(model, leadsByTitle(office)));
        model.setColumns({u"title"_s, u"client_company.address"_s});
        const int column = model.columnOf(u"client_company.address"_s);
        const auto shown = [&] { return model.index(model.rowOf(lead), column).data().toString(); };
        QTRY_COMPARE(shown(), u"Tver"_s);
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), u"Address (Client: company)"_s);
        QVERIFY(!model.flags(model.index(0, column)).testFlag(Qt::ItemIsEditable)); // it is the company's
        model.toggleSort(column, false);
        QCOMPARE(model.query().sort.first().field, u"client_company.address"_s);
        model.setQuery(leadsByTitle(office));
        QTRY_COMPARE(shown(), u"Tver"_s);
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"company"_s, company), {{u"address"_s, u"Omsk"_s}})));
        QTRY_COMPARE(shown(), u"Omsk"_s);
    }
};

KARTOTEKA_TEST(tst_item_table_model, TestItemTableModel)
#include "tst_item_table_model.moc"
