// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board/board_model.h"
#include "views/board/board_painter.h"
#include "views/board/column_layout.h"
#include "views/board/column_rows.h"
#include "views/board/swimlane_layout.h"

namespace Kartoteka {

/// What stands at a point of a board.
struct BoardHit
{
    int column = -1;
    int row = -1;
    int laneHead = -1; ///< the swimlane whose head it is; the column is where a card that is dropped there goes
    qint64 id = 0;
    bool head = false;
    bool add = false;   ///< the row that adds a card
    bool final = false; ///< the lane of the final stages

    bool operator==(const BoardHit &) const = default;
};

/// Where everything on a board stands, in pixels of its viewport: columns side by side, each with rows of unequal height that
/// scroll by themselves. With swimlanes, which scroll together, a column of the model is the part of one in a lane.
class BoardPlaces
{
public:
    /// @p painter: what it draws has the heights that count here.
    BoardPlaces(BoardModel &model, const Clock &clock, const BoardPainter &painter);

    ColumnLayout &columns() { return m_columns; }
    const ColumnLayout &columns() const { return m_columns; }
    SwimlaneLayout &lanes() { return m_lanes; }
    const SwimlaneLayout &lanes() const { return m_lanes; }
    ColumnRows &rows(int column) { return m_rows[column]; }
    /// Another board, or other columns of it.
    void takeColumns();
    /// The viewport, and how far it is scrolled.
    void setView(const QSize &size, const QPoint &scrolled);
    /// Gives every lane the height that its cards need. @return whether one is of another height than before.
    bool arrangeLanes();
    /// Whether the pipeline has final stages, which have a lane of their own.
    void setHasFinal(bool has) { m_hasFinal = has; }
    /// A form over the cards of a column; -1: none.
    void setForm(int column, int height);
    /// Cards in a person's hand: they take no room.
    void setHeld(const QSet<qint64> &ids) { m_held = ids; }

    int top() const;
    int headerHeight() const { return top() + m_painter.lanes().headHeight(); }
    /// The place of a column among those side by side, and the lane that it is in.
    int across(int column) const { return isLaned() ? column % m_model.across() : column; }
    int laneOf(int column) const { return isLaned() ? column / m_model.across() : -1; }
    bool isLaned() const { return m_lanes.count() > 0; }
    /// Its cards are folded away, with all of its column or of its lane.
    bool isFolded(int column) const { return m_columns.isFolded(across(column)) || isLaneFolded(column); }
    int left(int column) const { return m_columns.left(across(column)) - m_scrolled.x(); }
    int columnAt(const QPoint &point) const;
    /// Where all lanes are, below the heads of the columns.
    QRect lanesRect() const { return {0, headerHeight(), m_size.width(), m_size.height() - headerHeight()}; }
    /// How far the lanes are to be scrolled to see one, as near as may be to how far they are.
    int scrolledToLane(int lane) const;
    /// The same column in the first lane that is not folded; the column itself where all are.
    int firstOpen(int column) const;
    /// The head of a swimlane.
    QRect laneHeadRect(int lane) const;
    /// The column whose right edge a point in the heads is near; -1 when none.
    int edgeAt(const QPoint &point) const;
    BoardHit hitAt(const QPoint &point) const;

    QRect columnRect(int column) const;
    QRect laneRect(int column) const { return columnRect(column).adjusted(0, top(), 0, 0); }
    /// Where the cards of a column are.
    QRect bodyRect(int column) const;
    /// The part of it that is seen.
    QRect seenBodyRect(int column) const;
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
    /// Scrolls a column; with 0 its end stays at the end of the view. @return whether anything moved.
    bool scrollBy(int column, int pixels) { return m_rows[column].scrollBy(pixels, shapeOf(column)); }
    void settle();

private:
    bool isLaneFolded(int column) const { return isLaned() && m_lanes.isFolded(laneOf(column)); }
    int heightForCards(int lane) const;
    /// Height of a row with the gap below it; nothing of a card that is held.
    int heightOf(int column, int row) const;

    BoardModel &m_model;
    const Clock &m_clock;
    const BoardPainter &m_painter;
    ColumnLayout m_columns;
    SwimlaneLayout m_lanes;
    QList<ColumnRows> m_rows; ///< of every column
    QSize m_size;
    QPoint m_scrolled;
    bool m_hasFinal = false;
    int m_formColumn = -1;
    int m_formHeight = 0;
    QSet<qint64> m_held;
};

} // namespace Kartoteka
