// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/number_line.h"

#include <QMouseEvent>

namespace Kartoteka {

void NumberLine::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QLineEdit::mouseDoubleClickEvent(event);
        return;
    }
    m_isWhole = true;
    selectAll();
}

/// A hand that is not quite still selects no less.
void NumberLine::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isWhole)
        QLineEdit::mouseMoveEvent(event);
}

void NumberLine::mouseReleaseEvent(QMouseEvent *event)
{
    m_isWhole = false;
    QLineEdit::mouseReleaseEvent(event);
}

} // namespace Kartoteka
