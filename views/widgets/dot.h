// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QPainter>

namespace Kartoteka {

/// A dot in a stage's colour. A colour that nearly is the surface's has a ring, so that there is something to see.
inline void paintDot(QPainter &painter, const QRect &rect, const QColor &colour, const Theme &theme)
{
    constexpr double seen = 1.5; // contrast from which a dot is no part of what is behind it
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLost = contrast(colour, theme.colour(ColourRole::Surface)) < seen;
    painter.setPen(isLost ? QPen(theme.colour(ColourRole::Edge)) : QPen(Qt::NoPen));
    painter.setBrush(colour);
    painter.drawEllipse(isLost ? QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(rect));
    painter.restore();
}

} // namespace Kartoteka
