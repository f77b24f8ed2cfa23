// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/lane.h"
#include "core/pipeline/card_queries.h"
#include "core/pipeline/stage_move.h"

#include <QHash>
#include <QSet>

namespace Kartoteka {

/// What is known of the columns of a board, with the card that a person has just moved where it was put.
class BoardColumns
{
public:
    struct Column
    {
        qint64 key = 0; ///< by which cards are in it
        ColumnHead head;
        ItemTotals totals;
        Lane lane;
        bool isReading = false;    ///< its rows
        QHash<qint64, Card> cards; ///< of the rows near what is shown
        QSet<qint64> requested;
        int firstNeeded = 0; ///< rows that are shown, and some around them
        int lastNeeded = 0;
    };

    int count() const { return int(m_columns.size()); }
    Column &operator[](int column) { return m_columns[column]; }
    const Column &operator[](int column) const { return m_columns[column]; }
    auto begin() { return m_columns.begin(); }
    auto end() { return m_columns.end(); }
    auto begin() const { return m_columns.begin(); }
    auto end() const { return m_columns.end(); }
    void clear();
    void append(const Column &column) { m_columns.append(column); }

    /// -1: none.
    int indexOf(qint64 key) const;
    /// Cards in a column, loaded or not.
    int cardCount(int column) const;
    /// Null while it is not loaded.
    const Card *card(int column, int row) const;
    /// {-1, -1} when not loaded.
    QPair<int, int> find(qint64 id) const;
    BoardPlace placeBetween(int column, qint64 moved, int row) const;
    /// Forgets cards far from what is needed, so that scrolling through a long column keeps memory flat.
    void trim(int column);

    /// Puts changed cards where they belong now; ids without a card are no longer part of the board. Returns the columns that
    /// look different.
    QList<int> place(const QList<qint64> &ids, const QList<Card> &cards);

    /// Shows a card in another place than it is known to stand.
    void overlay(const Card &card, int column, int row);
    void dropOverlay() { m_overlay.reset(); }

private:
    struct Overlay
    {
        Card card;
        int column = -1;
        int position = -1; ///< among the column's rows without the card
    };
    qint64 idAt(int column, int row) const;

    QList<Column> m_columns;
    std::optional<Overlay> m_overlay;
};

} // namespace Kartoteka
