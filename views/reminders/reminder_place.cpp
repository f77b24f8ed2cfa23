// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_place.h"

#include "views/theme/theme.h"
#include "views/widgets/over_panel.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QRect onScreen(const QWidget &widget)
{
    return {widget.mapToGlobal(QPoint(0, 0)), widget.size()};
}

/// The form in which one writes: a panel over the page, or a card with what saves it at its foot. Null: none.
const QWidget *formAround(const QWidget &focus)
{
    for (const QWidget *up = &focus; up && !up->isWindow(); up = up->parentWidget()) {
        const auto *foot = up->findChild<QWidget *>(u"cardFoot"_s, Qt::FindDirectChildrenOnly);
        if (qobject_cast<const OverPanel *>(up) || (foot && foot->isVisible()))
            return up;
    }
    return nullptr;
}

bool isWrittenIn(const QWidget &focus)
{
    return qobject_cast<const QLineEdit *>(&focus) || qobject_cast<const QTextEdit *>(&focus)
        || qobject_cast<const QPlainTextEdit *>(&focus) || qobject_cast<const QAbstractSpinBox *>(&focus);
}

} // namespace

QList<QRect> whatAsks(bool forms)
{
    QList<QRect> asking;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->isModal())
            asking << window->frameGeometry();
    }
    const QWidget *focus = QApplication::focusWidget();
    if (!forms || !focus || focus->window()->isModal())
        return asking;
    if (const QWidget *form = formAround(*focus))
        asking << onScreen(*form);
    else if (isWrittenIn(*focus))
        asking << onScreen(*focus).adjusted(-Space::l, -Space::l, Space::l, Space::l);
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
