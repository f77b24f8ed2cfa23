// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/item_table_model.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/list/item_list_view.h"

#include <QTest>

using namespace Kartoteka;

/// Which rows of a list are ticked while it follows what happens to them.
class TestTickedRows final : public QObject
{
    Q_OBJECT

    /// Shows the leads of an office, in groups by a field where one is named.
    static void show(ItemListView &list, ItemTableModel &model, qint64 typeId, const QString &groupBy = {})
    {
        list.resize(1200, 600);
        list.show();
        ItemQuery query;
        query.typeId = typeId;
        query.groupBy = groupBy;
        model.setShown(true);
        model.setQuery(query);
    }

private slots:
    /// So many that the selection knows their corners alone, and the first row is the head of a group that goes.
    void allOfThemStayTickedWhereGroupsChange()
    {
        constexpr int leads = 300;
        TestOffice office;
        ChangeSet made;
        for (int i = 0; i < leads; ++i)
            made.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        QVERIFY(office.store().commitAndWait(made));
        ItemTableModel model(office.store());
        ItemListView list(office.store(), model);
        show(list, model, office.typeId(u"lead"_s), u"stage"_s);
        QTRY_COMPARE(model.rowCount(), leads + 1);
        list.selectAll();
        QVERIFY(list.isTicking());
        QCOMPARE(list.selectedCount(), leads);
        office.move(u"lead"_s, model.ids().constLast(), u"in_progress"_s);
        QTRY_COMPARE(model.rowCount(), leads + 2); // another head
        QTRY_VERIFY(list.isTicking());
        QCOMPARE(list.selectedCount(), leads);
        const qint64 late = office.create(u"lead"_s, {{u"title"_s, u"Late"_s}}); // nobody has ticked that one
        QTRY_COMPARE(model.rowCount(), leads + 3);
        QTRY_COMPARE(list.selectedCount(), leads);
        QVERIFY(!list.selectedItems().contains(late));
    }

    void arrowsLeaveTicksAlone()
    {
        TestOffice office;
        for (int i = 0; i < 4; ++i)
            office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        ItemTableModel model(office.store());
        ItemListView list(office.store(), model);
        show(list, model, office.typeId(u"lead"_s));
        QTRY_COMPARE(model.rowCount(), 4);
        list.setCurrentIndex(model.index(0, 0));
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Down, Qt::Key_Down, Qt::Key_Space})
            QTest::keyClick(&list, key);
        QCOMPARE(list.selectedItems(), (QList<qint64>{model.idAt(0), model.idAt(2)}));
        QTest::keyClick(&list, Qt::Key_Up);
        QCOMPARE(list.selectedCount(), 2);
        QTest::keyClick(&list, Qt::Key_Escape);
        QVERIFY(!list.isTicking());
    }
};

KARTOTEKA_UI_TEST(tst_ticked_rows, TestTickedRows)
#include "tst_ticked_rows.moc"
