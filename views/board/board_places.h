// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"
#include "views/board/board_painter.h"
#include "views/board/column_layout.h"
#include "views/board/column_rows.h"

namespace Kartoteka {

/// What stands at a point of a board.
struct BoardHit
{
    int column = -1;
    int row = -1;
    qint64 id = 0;
    bool head = false;
    bool add = false;   ///< the row that adds a card
    bool final = false; ///< the lane of the final stages
};

/// Where everything on a board stands, in pixels of its viewport: columns side by side, each with rows of unequal height that
/// scroll by themselves.
class BoardPlaces
{
public:
    /// @p painter: what it draws has the heights that count here.
    BoardPlaces(BoardModel &model, const Clock &clock, const BoardPainter &painter);

    ColumnLayout &columns() { return m_columns; }
    const ColumnLayout &columns() const { return m_columns; }
    ColumnRows &rows(int column) { return m_rows[column]; }
    /// Another board, or other columns of it.
    void setColumns(const QList<qint64> &keys);
    /// The viewport, and how far it is scrolled sideways.
    void setView(const QSize &size, int scrolled);
    /// Whether the pipeline has final stages, which have a lane of their own.
    void setHasFinal(bool has) { m_hasFinal = has; }
    /// A form over the cards of a column; -1: none.
    void setForm(int column, int height);
    /// Cards in a person's hand: they take no room.
    void setHeld(const QSet<qint64> &ids) { m_held = ids; }

    int top() const;
    int headerHeight() const { return top() + m_painter.lanes().headHeight(); }
    int left(int column) const { return m_columns.left(column) - m_scrolled; }
    int columnAt(const QPoint &point) const { return m_columns.columnAt(point.x() + m_scrolled); }
    /// The column whose right edge a point in the heads is near; -1 when none.
    int edgeAt(const QPoint &point) const;
    BoardHit hitAt(const QPoint &point) const;

    QRect columnRect(int column) const;
    QRect laneRect(int column) const { return columnRect(column).adjusted(0, top(), 0, 0); }
    /// Where the cards of a column are.
    QRect bodyRect(int column) const;
    /// The + in a column's head, and the row that adds a card below the last one; null when that has no room.
    /// Null over what is late: nothing new stands there.
    QRect plusRect(int column) const
    {
        return m_model.head(column).isLate ? QRect() : m_painter.lanes().plusRect(laneRect(column));
    }
    QRect addRect(int column) const;
    /// The lane of all final stages: a click shows or folds them. Null when the pipeline has none.
    QRect finalRect() const;
    /// The thumb of a column that scrolls; else null.
    QRect thumbRect(int column) const;
    QRect rowRect(int column, int row) const;
    /// Null when the card is not loaded.
    QRect cardRect(qint64 id) const;
    /// Where a card says what is to be done next.
    QRect nextActRect(int column, int row) const;

    ColumnRows::Shape shapeOf(int column) const;
    /// The cards that are seen in a column, first and last row; last < first when none is.
    QPair<int, int> seenRows(int column) const;
    /// About how many cards a column shows at once, at least one.
    int rowsInPage(int column) const;
    /// The row before which a card lands that is held at @p y.
    int landingAt(int column, int y) const;
    /// Scrolls a column; with 0 its end stays at the end of the view.
    void scrollBy(int column, int pixels) { m_rows[column].scrollBy(pixels, shapeOf(column)); }
    void settle();

private:
    /// Height of a row with the gap below it; nothing of a card that is held.
    int heightOf(int column, int row) const;

    BoardModel &m_model;
    const Clock &m_clock;
    const BoardPainter &m_painter;
    ColumnLayout m_columns;
    QList<ColumnRows> m_rows; ///< of every column
    QSize m_size;
    int m_scrolled = 0;
    bool m_hasFinal = false;
    int m_formColumn = -1;
    int m_formHeight = 0;
    QSet<qint64> m_held;
};

} // namespace Kartoteka
