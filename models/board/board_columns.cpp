// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board/board_columns.h"

namespace Kartoteka {

namespace {

constexpr int keptCards = 400; ///< cards a column keeps around what is shown

} // namespace

void BoardColumns::clear()
{
    m_columns.clear();
    m_overlay.reset();
}

int BoardColumns::indexOf(qint64 key) const
{
    for (int i = 0; i < count(); ++i) {
        if (m_columns[i].key == key)
            return i;
    }
    return -1;
}

int BoardColumns::cardCount(int column) const
{
    const Column &c = m_columns[column];
    qint64 count = c.lane.isComplete ? c.lane.rows.size() : qMax<qint64>(c.totals.count, c.lane.rows.size());
    if (m_overlay) {
        count -= c.lane.rowOf(m_overlay->card.id) >= 0 ? 1 : 0;
        count += m_overlay->column == column ? 1 : 0;
    }
    return int(count);
}

/// The id shown in a row, the overlay counted in; 0 when not loaded.
qint64 BoardColumns::idAt(int column, int row) const
{
    const Lane &lane = m_columns[column].lane;
    if (m_overlay) {
        if (m_overlay->column == column && row == m_overlay->position)
            return m_overlay->card.id;
        if (m_overlay->column == column && row > m_overlay->position)
            --row;
        const int hidden = lane.rowOf(m_overlay->card.id);
        if (hidden >= 0 && row >= hidden)
            ++row;
    }
    return row >= 0 && row < lane.rows.size() ? lane.rows[row].id : 0;
}

const Card *BoardColumns::card(int column, int row) const
{
    const qint64 id = idAt(column, row);
    if (m_overlay && m_overlay->card.id == id)
        return &m_overlay->card;
    const auto it = m_columns[column].cards.constFind(id);
    return it == m_columns[column].cards.cend() ? nullptr : &*it;
}

QPair<int, int> BoardColumns::find(qint64 id) const
{
    if (m_overlay && m_overlay->card.id == id)
        return {m_overlay->column, m_overlay->position};
    for (int column = 0; column < count(); ++column) {
        if (const int row = m_columns[column].lane.rowOf(id); row >= 0)
            return {column, row};
    }
    return {-1, -1};
}

BoardPlace BoardColumns::placeBetween(int column, qint64 moved, int row) const
{
    QList<BoardRow> rows = m_columns[column].lane.rows;
    if (const int own = m_columns[column].lane.rowOf(moved); own >= 0) {
        rows.removeAt(own);
        row -= own < row ? 1 : 0;
    }
    BoardPlace place;
    if (row > 0 && row <= rows.size())
        place.above = rows[row - 1].rank;
    if (row < rows.size())
        place.below = rows[qMax(0, row)].rank;
    return place;
}

void BoardColumns::trim(int at)
{
    Column &column = m_columns[at];
    if (column.cards.size() <= keptCards)
        return;
    QHash<qint64, Card> near;
    for (int row = column.firstNeeded; row <= column.lastNeeded && row < column.lane.rows.size(); ++row) {
        const auto it = column.cards.constFind(column.lane.rows[row].id);
        if (it != column.cards.cend())
            near.insert(it.key(), *it);
    }
    column.cards = near;
}

QList<int> BoardColumns::place(const QList<qint64> &ids, const QList<Card> &cards)
{
    const QSet<qint64> changed(ids.begin(), ids.end());
    QHash<qint64, BoardRow> rows;
    QHash<qint64, QList<BoardRow>> byColumn;
    for (const Card &card : cards) {
        rows.insert(card.id, {card.id, card.rank});
        byColumn[card.column].append({card.id, card.rank});
    }
    const bool landed = m_overlay && changed.contains(m_overlay->card.id);
    const int overlaid = landed ? m_overlay->column : -1;
    if (landed)
        m_overlay.reset();
    QList<int> touched;
    for (int i = 0; i < count(); ++i) {
        Column &column = m_columns[i];
        const RowDelta delta = laneDelta(column.lane, changed, byColumn.value(column.key));
        if (delta.isEmpty() && i != overlaid)
            continue;
        for (const qsizetype row : delta.removals)
            column.cards.remove(column.lane.rows[row].id);
        follow(column.lane, delta, rows);
        column.totals.count += delta.insertions.size() - delta.removals.size();
        for (const Card &card : cards) {
            if (card.column == column.key && column.lane.rowOf(card.id) >= 0)
                column.cards.insert(card.id, card);
        }
        touched << i;
    }
    return touched;
}

void BoardColumns::overlay(const Card &card, int column, int row)
{
    m_overlay = Overlay{card, column, qBound(0, row, int(m_columns[column].lane.rows.size()))};
}

} // namespace Kartoteka
