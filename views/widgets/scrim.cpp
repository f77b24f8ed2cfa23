// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/scrim.h"

#include "views/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Kartoteka {

Scrim::Scrim(QWidget *covered) : QWidget(covered)
{
    covered->installEventFilter(this);
    hide();
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return QWidget::eventFilter(watched, event);
}

void Scrim::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    emit clicked();
}

void Scrim::paintEvent(QPaintEvent *)
{
    // What is dark already must be darkened more, or a dialog of the same colour has no edge.
    QPainter(this).fillRect(rect(), Theme::of(palette()).isDark() ? QColor(0, 0, 0, 115) : QColor(20, 24, 32, 46));
}

void Scrim::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    resize(parentWidget()->size());
    raise();
}

} // namespace Kartoteka
