// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/scrim.h"

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
    QPainter(this).fillRect(rect(), QColor(20, 24, 32, 46)); // 18 %
}

void Scrim::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    resize(parentWidget()->size());
    raise();
}

} // namespace Kartoteka
