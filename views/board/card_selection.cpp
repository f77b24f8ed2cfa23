// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_selection.h"

#include "models/board/board_model.h"

namespace Kartoteka {

void CardSelection::setCurrent(qint64 id)
{
    m_current = id;
    emit currentChanged();
}

void CardSelection::clear()
{
    m_cards.clear();
    emit changed();
}

void CardSelection::toggle(qint64 id)
{
    if (!m_cards.remove(id))
        m_cards.insert(id);
    emit changed();
}

void CardSelection::click(const BoardModel &model, qint64 id, Qt::KeyboardModifiers modifiers)
{
    const auto [column, row] = model.find(m_current);
    const auto [clickedColumn, clickedRow] = model.find(id);
    if (!(modifiers & Qt::ShiftModifier) || column != clickedColumn || row < 0) {
        toggle(id);
        return;
    }
    QList<qint64> between;
    for (int at = qMin(row, clickedRow); at <= qMax(row, clickedRow); ++at) {
        if (const Card *card = model.card(column, at))
            between << card->id;
    }
    add(between);
}

void CardSelection::add(const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        m_cards.insert(id);
    emit changed();
}

QList<qint64> CardSelection::actedOn() const
{
    if (m_current == 0)
        return {};
    if (!m_cards.contains(m_current))
        return {m_current};
    QList<qint64> ids = m_cards.values();
    ids.removeOne(m_current);
    ids.prepend(m_current);
    return ids;
}

} // namespace Kartoteka
