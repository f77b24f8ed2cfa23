// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/key_hint.h"

#include <functional>

class QWidget;

namespace Kartoteka {

/// Does something at a key, wherever in the card the focus is.
void addCardKey(QWidget &card, const QKeySequence &key, const std::function<void()> &act);
/// What the card heeds, for the overview of the keys.
QList<KeyGroup> cardKeys();

} // namespace Kartoteka
