// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

class QPainter;
class QRect;

namespace Kartoteka {

/// A circle in a person's colour with the first letters of the first two words of the name.
void paintInitials(QPainter &painter, const QRect &circle, const User &user);

} // namespace Kartoteka
