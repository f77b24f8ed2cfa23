// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item_queries.h"
#include "tests/support/window_test.h"
#include "views/card/card_pages.h"
#include "views/card/card_panel.h"
#include "views/card/field_form.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTabBar>
#include <QTest>

namespace Kartoteka {

/// What tests of the card over a section have in common.
class CardTest : public WindowTest
{
protected:
    CardPanel &card() { return *office().card(); }
    FieldForm &form() { return *card().form(); }
    const CardLayout &layout() { return form().layouts()->layout(); }
    /// A part of the card by object name.
    template<typename T = QWidget>
    T *part(const QString &name)
    {
        return card().findChild<T *>(name);
    }
    static bool isSeen(const QWidget *widget) { return widget && widget->isVisible(); }
    Item item(const QString &type, qint64 id)
    {
        auto found = readItem(store().reader(), {typeId(type), id, {}});
        return found ? *found : Item();
    }
    qint64 countOf(const QString &type)
    {
        ItemQuery query;
        query.typeId = typeId(type);
        const auto totals = queryTotals(store().reader(), query);
        return totals ? totals->count : -1;
    }
    qint64 amountOf(qint64 deal) { return item(u"deal"_s, deal).value(u"amount"_s).value<Money>().minor; }
    static void commit(Store &store, const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        const auto receipt = store.commitAndWait(*changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    }
    /// Opens a card, and before the first one the window.
    void open(const QString &type, qint64 id)
    {
        if (!m_window)
            openWindow();
        office().openItem({typeId(type), id, {}});
        QTRY_COMPARE(card().item().id, id);
        QTRY_VERIFY(isSeen(&card()));
        QTRY_COMPARE(card().geometry().right(), card().parentWidget()->rect().right()); // it has slid in
        Person::settle();
    }
    void showTab(const QString &name)
    {
        QTabBar *bar = card().pages()->bar();
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i).startsWith(name))
                Person::click(bar, bar->tabRect(i).center());
        }
        QTRY_VERIFY(bar->tabText(bar->currentIndex()).startsWith(name));
    }
};

/// Drags a row to a point of the screen, in small steps. @p halfway runs before the release.
inline void dragRow(QWidget *row, const QPoint &to, const std::function<void()> &halfway = {})
{
    const QPoint from = row->mapToGlobal(row->rect().center());
    QTest::mousePress(row, Qt::LeftButton, Qt::NoModifier, row->rect().center());
    for (int step = 1; step <= 6; ++step) {
        const QPoint at = from + (to - from) * step / 6;
        QMouseEvent move(QEvent::MouseMove, row->mapFromGlobal(at), at, Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(row, &move);
    }
    if (halfway)
        halfway();
    QTest::mouseRelease(row, Qt::LeftButton, Qt::NoModifier, row->mapFromGlobal(to));
}

} // namespace Kartoteka
