// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_trail.h"

namespace Kartoteka {

void CardTrail::follow(const ItemRef &from, const ItemRef &to)
{
    m_from = from;
    m_to = to;
}

ItemRef CardTrail::goBack()
{
    m_isGoingBack = true;
    return last();
}

void CardTrail::noteShown(const ItemRef &ref)
{
    if (m_isGoingBack && last() == ref && !m_items.isEmpty())
        m_items.removeLast();
    else if (!m_from.isNull() && m_to == ref)
        m_items << m_from;
    else
        m_items.clear();
    m_isGoingBack = false;
    m_from = m_to = {};
}

} // namespace Kartoteka
