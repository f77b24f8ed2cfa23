// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/board_places.h"
#include "views/theme/fade.h"

#include <QObject>

class QMouseEvent;

namespace Kartoteka {

class BoardView;

/// What the mouse does over a board: what it lights up, clicks and takes hold of.
class BoardMouse final : public QObject
{
    Q_OBJECT
public:
    BoardMouse(BoardView &view, const BoardPainter &painter, BoardPlaces &places, CardDrag &drag, LaneGesture &gesture);

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    /// What it pressed is nothing to go on with.
    void forget() { m_pressedHit = {}; }
    /// It is not over the board any more.
    void leave();

    /// What it is over.
    const BoardHit &hovered() const { return m_hovered; }
    /// How far a card is lit up, from 0 to 1: the one it is over, and the one that it left.
    double lightOf(qint64 id) const;

private:
    void setHovered(const BoardHit &hit);
    void takeHold(const QPoint &point);
    void hover(const QPoint &point);
    void click(const QPoint &point);
    void clickCard(const QPoint &point);

    BoardView &m_view;
    const BoardPainter &m_painter;
    BoardPlaces &m_places;
    CardDrag &m_drag;
    LaneGesture &m_gesture;
    BoardHit m_hovered;
    qint64 m_left = 0; ///< the card it was over before
    Fade m_light;
    QPoint m_pressed;
    BoardHit m_pressedHit;
};

} // namespace Kartoteka
