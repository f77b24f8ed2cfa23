// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"

#include <QList>

namespace Kartoteka {

/// The items that a card was at before, as long as each led to the next.
class CardTrail
{
public:
    /// The item at @p from leads to @p to, which may be opened or not.
    void follow(const ItemRef &from, const ItemRef &to);
    /// Where it came from; null: from elsewhere.
    ItemRef last() const { return m_items.isEmpty() ? ItemRef() : m_items.constLast(); }
    /// Where it came from is shown next.
    ItemRef goBack();
    /// Another item is shown: the one that was followed, the last one again, or one from elsewhere, with which the trail ends.
    void noteShown(const ItemRef &ref);

private:
    QList<ItemRef> m_items;
    ItemRef m_from;
    ItemRef m_to;
    bool m_isGoingBack = false;
};

} // namespace Kartoteka
