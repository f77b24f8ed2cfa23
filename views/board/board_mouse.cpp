// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_mouse.h"

#include "views/board/board_view.h"

#include <QApplication>
#include <QMouseEvent>

#include <tuple>
#include <utility>

namespace Kartoteka {

namespace {
constexpr int lightMs = 80;
}

BoardMouse::BoardMouse(BoardView &view, const BoardPainter &painter, BoardPlaces &places, CardDrag &drag,
                       LaneGesture &gesture)
    : QObject(&view)
    , m_view(view)
    , m_painter(painter)
    , m_places(places)
    , m_drag(drag)
    , m_gesture(gesture)
    , m_light(*view.viewport(), lightMs)
{}

void BoardMouse::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_view.setFocus();
    m_pressed = event.pos();
    m_pressedHit = m_places.hitAt(event.pos());
    if (m_gesture.begin(event.pos(), m_pressedHit))
        m_pressedHit.id = 0;
    if (m_pressedHit.id == 0)
        return; // of a lane or of the row that adds a card the release acts
    CardSelection &selection = m_view.selection();
    if (event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        selection.click(m_view.model(), m_pressedHit.id, event.modifiers());
        selection.setCurrent(std::exchange(m_pressedHit.id, 0)); // a selecting click opens nothing
        return;
    }
    selection.setCurrent(m_pressedHit.id);
}

void BoardMouse::move(const QMouseEvent &event)
{
    if (m_drag.isActive())
        m_drag.move(event.pos());
    else if (m_gesture.isActive())
        m_gesture.move(event.pos());
    else if ((event.buttons() & Qt::LeftButton) && m_pressedHit.id != 0
             && (event.pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        takeHold(event.pos());
    else
        hover(event.pos());
}

void BoardMouse::takeHold(const QPoint &point)
{
    std::tie(m_pressedHit.column, m_pressedHit.row) = m_view.model().find(m_pressedHit.id);
    if (m_pressedHit.column >= 0)
        m_drag.begin(m_view.selection().actedOn(), m_pressedHit, point);
}

void BoardMouse::hover(const QPoint &point)
{
    const BoardHit hit = m_places.hitAt(point);
    const bool edge = hit.id == 0 && m_places.edgeAt(point) >= 0;
    const bool plus = (hit.head && hit.column >= 0
                       && (m_places.plusRect(hit.column).contains(point) || m_view.isFolded(hit.column)))
        || hit.laneHead >= 0;
    m_view.viewport()->setCursor(edge                                              ? Qt::SplitHCursor
                                     : hit.id != 0 || plus || hit.final || hit.add ? Qt::PointingHandCursor
                                                                                   : Qt::ArrowCursor);
    setHovered(hit);
}

void BoardMouse::setHovered(const BoardHit &hit)
{
    const BoardHit before = std::exchange(m_hovered, hit);
    if (before == hit)
        return;
    if (before.id != hit.id) {
        m_left = before.id;
        m_light.begin();
    }
    m_view.viewport()->update();
}

double BoardMouse::lightOf(qint64 id) const
{
    const double light = m_light.value();
    if (id == 0)
        return 0;
    return id == m_hovered.id ? light : id == m_left ? 1 - light : 0;
}

void BoardMouse::leave()
{
    setHovered({});
}

void BoardMouse::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    if (m_drag.isActive())
        m_drag.drop(event.pos());
    else if (m_gesture.isActive())
        m_gesture.finish(event.pos());
    else
        click(event.pos());
    m_pressedHit = {};
}

void BoardMouse::click(const QPoint &point)
{
    const BoardHit hit = m_places.hitAt(point);
    if (m_pressedHit.laneHead >= 0 && hit.laneHead == m_pressedHit.laneHead)
        m_view.clickLane(hit.laneHead);
    else if (m_pressedHit.final && hit.final)
        m_view.toggleFinal();
    else if (m_pressedHit.add && hit.add)
        m_view.startQuickForm(hit.column);
    else if (m_pressedHit.id != 0 && hit.id == m_pressedHit.id)
        clickCard(point);
}

void BoardMouse::clickCard(const QPoint &point)
{
    const qint64 id = m_pressedHit.id;
    const auto [column, row] = m_view.model().find(id); // others may have moved it since it was pressed
    const Card *found = column < 0 ? nullptr : m_view.model().card(column, row);
    if (!found)
        return;
    const Card card = *found;
    const QRect rect = m_places.rowRect(column, row);
    if (m_painter.cards().phoneRect(rect, card).contains(point))
        emit m_view.callRequested(id);
    else if (m_painter.cards().mailRect(rect, card).contains(point))
        emit m_view.mailRequested(id);
    else if (m_places.nextActRect(column, row).contains(point))
        emit m_view.planRequested(id);
    else
        emit m_view.opened(id);
    if (!m_view.selection().cards().isEmpty() && !m_view.selection().contains(id))
        m_view.selection().clear();
}

void BoardMouse::doubleClick(const QMouseEvent &event)
{
    const BoardHit hit = m_places.hitAt(event.pos());
    if (hit.head && hit.column >= 0 && !m_places.plusRect(hit.column).contains(event.pos()))
        m_view.setFolded(hit.column, !m_places.columns().isFolded(m_places.across(hit.column)));
    else
        press(event);
}

} // namespace Kartoteka
