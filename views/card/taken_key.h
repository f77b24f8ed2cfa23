// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

#include <functional>

class QWidget;

namespace Kartoteka {

/// Does something at a key for which the window has an act, too: on the card, wherever the focus is, it is the card's.
void takeCardKey(QWidget &card, QKeySequence::StandardKey key, const std::function<void()> &act);

} // namespace Kartoteka
