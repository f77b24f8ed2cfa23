// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

namespace Kartoteka {

class Theme;

/// How high something lies over what is behind it: a card; what is hovered, menus and panels; a dialog or a slide-over.
enum class Elevation { Card, Raised, Over };

/// Paints the shadow of a rounded box, and the hairline around it. Patches are made once per size and kept.
void paintShadow(QPainter &painter, const QRect &box, int radius, Elevation elevation, const Theme &theme);

} // namespace Kartoteka
