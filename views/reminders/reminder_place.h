// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

#include <optional>

class QWidget;

namespace Kartoteka {

/// What asks a person something at the moment, on the screen: questions that are open, and the form or line that has the
/// keys. @p forms: else only questions count.
QList<QRect> whatAsks(bool forms);

/// A question keeps all other windows from being used, @p window among them.
bool isShutOut(const QWidget &window);

/// Where a window of the size of @p home may stand in a room: there, else at a corner, so that it covers nothing that asks.
/// @return nothing when there is no such place.
std::optional<QRect> freePlace(const QRect &room, const QRect &home, const QList<QRect> &asking);

} // namespace Kartoteka
