// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QString>

class QImage;
class QPainter;
class QRect;

namespace Kartoteka {

/// A word on a ground of its own, in the painter's font: a tag, what an item is besides.
void paintChip(QPainter &painter, const QRect &chip, const QString &text, const Theme &theme, ColourRole ground,
               ColourRole ink);

/// A tag as a picture for texts with marks, at most @p widest device-independent pixels wide; @p base is the font of the text.
QImage tagImage(const QString &text, const QFont &base, int widest, qreal ratio, const Theme &theme);

} // namespace Kartoteka
