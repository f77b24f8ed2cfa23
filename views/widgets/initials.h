// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

class QFont;
class QIcon;
class QImage;
class QPainter;
class QRect;
class QWidget;

namespace Kartoteka {

/// A circle in a person's colour with the first letters of the first two words of the name.
void paintInitials(QPainter &painter, const QRect &circle, const User &user);

/// The same as a picture of @p side device-independent pixels.
QImage initialsImage(const User &user, int side, qreal ratio, const QFont &font);

/// … before the name in a menu or a list of @p beside.
QIcon initialsIcon(const User &user, const QWidget &beside);

} // namespace Kartoteka
