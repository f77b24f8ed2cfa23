// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/lane_gesture.h"

#include <QApplication>
#include <QScrollBar>

#include <utility>

namespace Kartoteka {

LaneGesture::LaneGesture(QAbstractScrollArea &board, const BoardModel &model, BoardPlaces &places)
    : QObject(&board), m_board(board), m_model(model), m_places(places)
{}

bool LaneGesture::hold(Kind kind, int column, double start)
{
    m_kind = kind;
    m_column = column;
    m_start = start;
    return true;
}

bool LaneGesture::begin(const QPoint &point, const BoardHit &hit)
{
    m_pressed = point;
    if (hit.column >= 0 && m_places.thumbRect(hit.column).adjusted(-Space::xs, 0, Space::xs, 0).contains(point))
        return hold(Kind::Scroll, hit.column, m_places.rows(hit.column).place(m_places.shapeOf(hit.column)));
    if (hit.id != 0 || hit.final || hit.add || hit.laneHead >= 0)
        return false;
    if (const int edge = m_places.edgeAt(point); edge >= 0)
        return hold(Kind::Resize, edge, m_places.columns().width(edge));
    if (hit.head && hit.column >= 0)
        return hold(Kind::MoveColumn, hit.column, 0);
    return hold(Kind::Pan, -1, m_board.horizontalScrollBar()->value());
}

void LaneGesture::move(const QPoint &point)
{
    const int dx = point.x() - m_pressed.x();
    switch (m_kind) {
    case Kind::Pan: m_board.horizontalScrollBar()->setValue(int(m_start) - dx); break;
    case Kind::Resize:
        m_places.columns().setWidth(m_column, int(m_start) + dx);
        emit resized();
        break;
    case Kind::Scroll: {
        const int track = qMax(1, m_places.bodyRect(m_column).height() - m_places.thumbRect(m_column).height());
        m_places.rows(m_column).setPlace(m_start + double(point.y() - m_pressed.y()) / track, m_places.shapeOf(m_column));
        emit scrolled();
        break;
    }
    case Kind::MoveColumn:
        if (qAbs(dx) >= QApplication::startDragDistance())
            moveColumn(point);
        break;
    case Kind::None: break;
    }
    m_board.viewport()->update();
}

/// Within its group of stages; what is no stage has its order.
void LaneGesture::moveColumn(const QPoint &point)
{
    const int over = m_places.columnAt(point);
    const Stage *own = m_model.stage(m_column);
    const Stage *other = over >= 0 ? m_model.stage(over) : nullptr;
    const bool sameGroup = own && other && own->group == other->group;
    m_landing = sameGroup ? over + (point.x() > m_places.columnRect(over).center().x() ? 1 : 0) : -1;
    m_board.viewport()->setCursor(sameGroup ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
}

bool LaneGesture::isClick(const QPoint &point) const
{
    return (point - m_pressed).manhattanLength() < QApplication::startDragDistance();
}

void LaneGesture::finish(const QPoint &point)
{
    const Kind kind = std::exchange(m_kind, Kind::None);
    const int landing = std::exchange(m_landing, -1);
    m_board.viewport()->setCursor(Qt::ArrowCursor);
    if (kind == Kind::Resize) {
        emit layoutChanged();
    } else if (kind == Kind::MoveColumn && landing >= 0 && landing != m_column && landing != m_column + 1) {
        QList<qint64> keys;
        for (int i = 0; i < m_model.across(); ++i)
            keys << m_model.head(i).key;
        keys.move(m_column, landing > m_column ? landing - 1 : landing);
        emit columnsReordered(keys);
    } else if (kind == Kind::MoveColumn && landing < 0 && isClick(point)) {
        emit headClicked(m_column, point);
    }
    m_board.viewport()->update();
}

} // namespace Kartoteka
