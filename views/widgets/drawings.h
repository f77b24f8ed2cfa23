// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QPainter;
class QRectF;

namespace Kartoteka {

class Theme;

/// The pictures over the words of an empty view, of our own family: two tones and the accent.
enum class Drawing { Board, List, People, NoHit, Bin, Timeline };

/// What they are drawn as; they scale.
inline constexpr QSize drawingSize{176, 128};

void paintDrawing(QPainter &painter, const QRectF &area, Drawing drawing, const Theme &theme);

} // namespace Kartoteka
