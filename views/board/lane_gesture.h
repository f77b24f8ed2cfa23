// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/board_places.h"

#include <QAbstractScrollArea>

namespace Kartoteka {

/// What a press beside the cards of a board has taken hold of: a column's thumb, its edge or its head, or the background.
class LaneGesture final : public QObject
{
    Q_OBJECT
public:
    LaneGesture(QAbstractScrollArea &board, const BoardModel &model, BoardPlaces &places);

    /// @return whether there is something to take hold of.
    bool begin(const QPoint &point, const BoardHit &hit);
    void move(const QPoint &point);
    void finish(const QPoint &point);
    bool isActive() const { return m_kind != Kind::None; }
    /// The column whose thumb is held; -1: none.
    int scrolledColumn() const { return m_kind == Kind::Scroll ? m_column : -1; }
    /// The place before which a column that is moved would land; -1: none.
    int landing() const { return m_landing; }

signals:
    /// A column is of another width.
    void resized();
    /// … and stays so.
    void layoutChanged();
    void scrolled();
    void columnsReordered(const QList<qint64> &keys);
    /// The head was pressed and let go.
    void headClicked(int column, const QPoint &point);

private:
    enum class Kind { None, Pan, Resize, MoveColumn, Scroll };

    bool hold(Kind kind, int column, double start);
    void moveColumn(const QPoint &point);
    bool isClick(const QPoint &point) const;

    QAbstractScrollArea &m_board;
    const BoardModel &m_model;
    BoardPlaces &m_places;
    Kind m_kind = Kind::None;
    QPoint m_pressed;
    int m_column = -1;
    double m_start = 0; ///< how far the board was scrolled, how wide the column was, or the place of its thumb
    int m_landing = -1;
};

} // namespace Kartoteka
