// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tab_order.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QWidget>

#include <algorithm>

namespace Kartoteka {

namespace {

void collect(QWidget *widget, QList<QWidget *> &stops);

void collect(QLayout *layout, QList<QWidget *> &stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (QWidget *widget = item->widget())
            collect(widget, stops);
        else if (QLayout *inner = item->layout())
            collect(inner, stops);
    }
}

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    if (!widget->isVisible() || !widget->isEnabled())
        return;
    if (widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy()) {
        stops << widget;
        return; // what it is made of is its own affair
    }
    if (const auto *area = qobject_cast<QScrollArea *>(widget)) {
        if (area->widget())
            collect(area->widget(), stops);
    } else if (const auto *splitter = qobject_cast<QSplitter *>(widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(splitter->widget(i), stops);
    } else if (const auto *view = qobject_cast<QAbstractItemView *>(widget)) {
        // What stands in its cells, row by row.
        QList<QWidget *> cells = view->viewport()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        std::ranges::sort(cells, {}, [](const QWidget *cell) { return std::pair(cell->y(), cell->x()); });
        for (QWidget *cell : std::as_const(cells))
            collect(cell, stops);
    } else if (widget->layout()) {
        collect(widget->layout(), stops);
    }
}

} // namespace

QList<QWidget *> tabStops(const QWidget &root)
{
    QList<QWidget *> stops;
    if (root.layout())
        collect(root.layout(), stops);
    return stops;
}

bool stepFocus(const QWidget &root, bool next)
{
    const QList<QWidget *> stops = tabStops(root);
    if (stops.isEmpty())
        return false;
    const QWidget *now = QApplication::focusWidget();
    const auto it = std::find_if(stops.cbegin(), stops.cend(),
                                 [now](const QWidget *stop) { return now && (stop == now || stop->isAncestorOf(now)); });
    const qsizetype at = it - stops.cbegin();
    const bool outside = it == stops.cend();
    const qsizetype count = stops.size();
    const qsizetype to = outside ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void keepTabOrder(QWidget &window)
{
    QObject::connect(qApp, &QApplication::focusChanged, &window, [&window](const QWidget *, const QWidget *now) {
        if (!now || now->window() != &window)
            return;
        const QList<QWidget *> stops = tabStops(window);
        for (qsizetype i = 1; i < stops.size(); ++i)
            QWidget::setTabOrder(stops[i - 1], stops[i]);
    });
}

} // namespace Kartoteka
