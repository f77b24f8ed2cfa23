// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/next_act.h"

namespace Kartoteka {

/// "Repeat", of one that is; else nothing.
QString badgeOf(const Card &card);
/// What a card is about, in lines of a tool tip.
QStringList cardInWords(const Card &card, const Schema &schema);
/// "1 240 000 ₽ + 300 $", largest first; empty when nothing was summed. @p brief: "1,24 млн ₽".
QString sumText(const ItemTotals &totals, bool brief = false);

} // namespace Kartoteka
