// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_place.h"

#include "views/theme/theme.h"
#include "views/widgets/over_panel.h"

#include <QApplication>

#include <algorithm>

namespace Kartoteka {

namespace {

QRect onScreen(const QWidget &widget)
{
    return {widget.mapToGlobal(QPoint(0, 0)), widget.size()};
}

/// The panel in which one writes, else the line alone.
QRect formAround(const QWidget &input)
{
    for (const QWidget *up = &input; up && !up->isWindow(); up = up->parentWidget()) {
        if (qobject_cast<const OverPanel *>(up))
            return onScreen(*up);
    }
    return onScreen(input).adjusted(-Space::l, -Space::l, Space::l, Space::l);
}

} // namespace

QList<QRect> whatAsks(bool forms)
{
    QList<QRect> asking;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->isModal())
            asking << window->frameGeometry();
    }
    const QWidget *input = QApplication::focusWidget();
    if (forms && input && input->testAttribute(Qt::WA_InputMethodEnabled) && !input->window()->isModal())
        asking << formAround(*input);
    return asking;
}

bool isShutOut(const QWidget &window)
{
    const QWidget *modal = QApplication::activeModalWidget();
    return modal && modal->windowModality() == Qt::ApplicationModal && modal != &window;
}

std::optional<QRect> freePlace(const QRect &room, const QRect &home, const QList<QRect> &asking)
{
    const auto isFree = [&asking](const QRect &place) {
        return std::ranges::none_of(asking, [&place](const QRect &one) { return one.intersects(place); });
    };
    if (isFree(home))
        return home;
    const QRect inner = room.adjusted(Space::l, Space::l, -Space::l, -Space::l);
    QRect place = home;
    for (const Qt::Corner corner : {Qt::BottomRightCorner, Qt::TopRightCorner, Qt::BottomLeftCorner, Qt::TopLeftCorner}) {
        switch (corner) {
        case Qt::BottomRightCorner: place.moveBottomRight(inner.bottomRight()); break;
        case Qt::TopRightCorner: place.moveTopRight(inner.topRight()); break;
        case Qt::BottomLeftCorner: place.moveBottomLeft(inner.bottomLeft()); break;
        case Qt::TopLeftCorner: place.moveTopLeft(inner.topLeft()); break;
        }
        if (isFree(place))
            return place;
    }
    return std::nullopt;
}

} // namespace Kartoteka
