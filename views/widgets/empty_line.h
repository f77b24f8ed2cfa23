// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace Kartoteka {

/// What a short list without rows says of what comes there, where its first row would stand.
inline void paintEmptyLine(QAbstractScrollArea &list, const QString &text)
{
    QWidget *viewport = list.viewport();
    QPainter painter(viewport);
    painter.setPen(Theme::of(list.palette()).colour(ColourRole::Muted));
    const QRect room = viewport->rect().adjusted(Space::s, 0, -Space::s, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     list.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace Kartoteka
