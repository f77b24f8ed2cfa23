// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/card_queries.h"
#include "views/theme/theme.h"

namespace Kartoteka {

/// What is to be done next about an item, in a word or two that can be read from afar.
struct NextAct
{
    QString text; ///< empty: nothing is to be said
    QString icon;
    ColourRole role = ColourRole::Muted;
    bool urgent = false; ///< late, today, or waiting for an answer
};

/// @p isFinal: the item stands in a final stage, where nothing has to be planned. @p now in local time.
NextAct nextActOf(const Card &card, bool isFinal, const QDateTime &now);
/// The same as a sentence for who hears it or points at it; lines of a tool tip.
QStringList nextActInWords(const Card &card, bool isFinal, const QDateTime &now);

/// What a card is about, in lines of a tool tip.
QStringList cardInWords(const Card &card, const Schema &schema);
/// "1 240 000 ₽ + 300 $", largest first; empty when nothing was summed. @p brief: "1,24 млн ₽".
QString sumText(const ItemTotals &totals, bool brief = false);

} // namespace Kartoteka
