// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tab_order.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QButtonGroup>
#include <QGridLayout>
#include <QHash>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QWidget>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr auto floatsProperty = "walkedAfterWhatItHoversOver";

void collect(QWidget *widget, QList<QWidget *> &stops);

void collect(QLayout *layout, QList<QWidget *> &stops)
{
    QList<QLayoutItem *> items;
    for (int i = 0; i < layout->count(); ++i)
        items << layout->itemAt(i);
    if (const auto *grid = qobject_cast<QGridLayout *>(layout)) { // it keeps them as they came
        QHash<const QLayoutItem *, std::pair<int, int>> places;
        for (int i = 0; i < items.size(); ++i) {
            std::pair<int, int> place;
            int rows = 0;
            int columns = 0;
            grid->getItemPosition(i, &place.first, &place.second, &rows, &columns);
            places.insert(items[i], place);
        }
        std::ranges::stable_sort(items, {}, [&places](const QLayoutItem *item) { return places.value(item); });
    }
    for (QLayoutItem *item : std::as_const(items)) {
        if (QWidget *widget = item->widget())
            collect(widget, stops);
        else if (QLayout *inner = item->layout())
            collect(inner, stops);
    }
}

/// What nobody lays out but the widget itself: row by row.
void collectPlaced(const QWidget *area, QList<QWidget *> &stops)
{
    QList<QWidget *> parts = area->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    parts.removeIf([](const QWidget *part) { return part->isWindow(); });
    std::ranges::stable_sort(parts, {}, [](const QWidget *part) { return std::pair(part->y(), part->x()); });
    for (QWidget *part : std::as_const(parts))
        collect(part, stops);
}

/// What hovers over a widget comes after it.
void collectFloating(const QWidget *area, QList<QWidget *> &stops)
{
    QList<QWidget *> parts = area->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    parts.removeIf([](const QWidget *part) { return !part->property(floatsProperty).toBool(); });
    for (QWidget *part : std::as_const(parts))
        collect(part, stops);
}

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    if (!widget->isVisible() || !widget->isEnabled() || stops.contains(widget))
        return;
    if (widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy()) {
        stops << widget; // what else it is made of is its own affair
        collectFloating(widget, stops);
        if (const auto *area = qobject_cast<QAbstractScrollArea *>(widget))
            collectFloating(area->viewport(), stops);
        return;
    }
    if (const auto *area = qobject_cast<QScrollArea *>(widget)) {
        if (area->widget())
            collect(area->widget(), stops);
    } else if (const auto *splitter = qobject_cast<QSplitter *>(widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(splitter->widget(i), stops);
    } else if (const auto *view = qobject_cast<QAbstractItemView *>(widget)) {
        collectPlaced(view->viewport(), stops); // what stands in its cells
    } else if (widget->layout()) {
        collect(widget->layout(), stops);
        collectFloating(widget, stops);
    } else {
        collectPlaced(widget, stops);
    }
}

/// What a part hovered over that has the focus and goes: whoever answered it goes on where it had come up.
QWidget *beneath(const QWidget *now, const QWidget &root, const QList<QWidget *> &stops)
{
    while (now && !now->property(floatsProperty).toBool())
        now = now->parentWidget();
    for (const QWidget *under = now ? now->parentWidget() : nullptr; under; under = under->parentWidget()) {
        const auto last = std::find_if(stops.crbegin(), stops.crend(),
                                       [under](const QWidget *stop) { return stop == under || under->isAncestorOf(stop); });
        if (last != stops.crend() || under == &root)
            return last == stops.crend() ? nullptr : *last;
    }
    return nullptr;
}

} // namespace

QList<QWidget *> tabStops(const QWidget &root)
{
    QList<QWidget *> stops;
    if (root.layout())
        collect(root.layout(), stops);
    collectFloating(&root, stops);
    return stops;
}

bool stepFocus(const QWidget &root, bool next)
{
    const QList<QWidget *> stops = tabStops(root);
    if (stops.isEmpty())
        return false;
    const QWidget *now = root.window()->focusWidget();
    // What hovers over one that is a stop is a stop of its own: the last that holds the focus is the innermost.
    const auto it = std::find_if(stops.crbegin(), stops.crend(),
                                 [now](const QWidget *stop) { return now && (stop == now || stop->isAncestorOf(now)); });
    const qsizetype count = stops.size();
    const bool outside = it == stops.crend() || !now->isVisible(); // what goes has the focus a moment longer
    const qsizetype at = count - 1 - (it - stops.crbegin());
    if (QWidget *under = outside ? beneath(now, root, stops) : nullptr) {
        under->setFocus(Qt::OtherFocusReason);
        return true;
    }
    const qsizetype to = outside ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void walkAfter(QWidget &hovering)
{
    hovering.setProperty(floatsProperty, true);
}

void stopAtChecked(const QButtonGroup &group)
{
    const auto settle = [&group] {
        const QAbstractButton *checked = group.checkedButton();
        for (QAbstractButton *button : group.buttons()) {
            const Qt::FocusPolicy policy = button->focusPolicy();
            button->setFocusPolicy(!checked || button == checked ? Qt::FocusPolicy(policy | Qt::TabFocus)
                                                                 : Qt::FocusPolicy(policy & ~Qt::TabFocus));
        }
    };
    QObject::connect(&group, &QButtonGroup::buttonToggled, &group, settle);
    settle();
}

} // namespace Kartoteka
