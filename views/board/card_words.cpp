// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_words.h"

#include "core/items/value_text.h"
#include "views/board/board_view.h"
#include "views/widgets/short_sum.h"

#include <algorithm>

namespace Kartoteka {

QString badgeOf(const Card &card)
{
    return card.repeat ? BoardView::tr("Repeat", "the badge of a lead whose client was known") : QString();
}

QStringList cardInWords(const Card &card, const Schema &schema)
{
    QStringList lines{u"#%1 %2"_s.arg(card.number, card.title)};
    if (!card.client.isEmpty())
        lines << card.client;
    if (card.repeat)
        lines << badgeOf(card);
    if (const User *user = schema.user(card.responsible))
        lines << BoardView::tr("Responsible: %1").arg(user->name);
    if (!card.tags.isEmpty())
        lines << card.tags.join(u", "_s);
    return lines;
}

QString sumText(const ItemTotals &totals, bool brief)
{
    QList<QPair<qint64, QString>> sums;
    for (auto it = totals.sums.cbegin(); it != totals.sums.cend(); ++it) {
        if (it.value() != 0)
            sums.append({it.value(), brief ? shortSum({it.value(), it.key()}) : moneyText({it.value(), it.key()})});
    }
    std::sort(sums.rbegin(), sums.rend());
    QStringList parts;
    for (const auto &sum : std::as_const(sums))
        parts << sum.second;
    return parts.join(u" + "_s);
}

} // namespace Kartoteka
