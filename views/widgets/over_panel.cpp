// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/over_panel.h"

#include "views/theme/shadow.h"
#include "views/theme/theme.h"
#include "views/widgets/tab_order.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Kartoteka {

OverPanel::OverPanel(QWidget *parent) : QFrame(parent)
{
    setAttribute(Qt::WA_NoMousePropagation); // a click on its free room would go on to the page and be one beside it
    hide();
}

void OverPanel::showIn(const QRect &room)
{
    setGeometry(room);
    show();
    raise();
    qApp->installEventFilter(this);
}

void OverPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    qApp->removeEventFilter(this);
    if (!event->spontaneous())
        emit closed();
}

/// A click beside it shuts it; one in a list or menu that it opened does not.
bool OverPanel::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = event->type() == QEvent::MouseButtonPress ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget && widget->window() == window() && widget != this && !isAncestorOf(widget)) {
        const bool isAsked = hasUnsaved();
        leave();
        // The button that opened it would open it again; and the answer was not given where the click was.
        return isAsked || (!m_opener.isEmpty() && widget->objectName() == m_opener);
    }
    return QFrame::eventFilter(watched, event);
}

bool OverPanel::focusNextPrevChild(bool next)
{
    return isVisible() ? stepFocus(*this, next) : QFrame::focusNextPrevChild(next);
}

void OverPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
    event->accept(); // what is behind it has no part in it
}

void OverPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShadow(painter, box(), Space::cardRadius, Elevation::Raised, theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(ColourRole::Raised));
    painter.drawRoundedRect(box(), Space::cardRadius, Space::cardRadius);
}

} // namespace Kartoteka
