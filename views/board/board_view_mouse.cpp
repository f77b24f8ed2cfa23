// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"

#include "views/theme/motion.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

namespace Kartoteka {

namespace {
constexpr int edgeZone = 48; ///< of the viewport in which a dragged card scrolls it
}

void BoardView::select(Qt::KeyboardModifiers modifiers, const Hit &hit)
{
    const auto [column, row] = m_model.find(m_current);
    if (!(modifiers & Qt::ShiftModifier) || column != hit.column || row < 0) {
        toggleSelected(hit.id);
        return;
    }
    for (int at = qMin(row, hit.row); at <= qMax(row, hit.row); ++at) {
        if (const Card *card = m_model.card(column, at))
            m_selected.insert(card->id);
    }
    viewport()->update();
    emit selectionChanged();
}

void BoardView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setFocus();
    m_pressed = event->pos();
    m_pressedHit = hitAt(event->pos());
    if (pressOutside(event->pos(), m_pressedHit)) {
        m_pressedHit.id = 0;
        return;
    }
    if (m_pressedHit.id == 0)
        return;
    if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        select(event->modifiers(), m_pressedHit);
        setCurrent(m_pressedHit.column, m_pressedHit.row);
        m_pressedHit.id = 0; // a selecting click opens nothing
        return;
    }
    setCurrent(m_pressedHit.column, m_pressedHit.row);
}

/// Takes hold of a scroll bar, a column's edge or head, or the background.
bool BoardView::pressOutside(const QPoint &point, const Hit &hit)
{
    const auto begin = [this](Gesture gesture, int column, int start) {
        m_gesture = gesture;
        m_gestureColumn = column;
        m_gestureStart = start;
        return true;
    };
    if (hit.column >= 0 && scrollbarRect(hit.column).adjusted(-Space::xs, 0, Space::xs, 0).contains(point)) {
        m_gesturePlace = m_rows[hit.column].place(shapeOf(hit.column));
        return begin(Gesture::Scroll, hit.column, 0);
    }
    if (hit.id != 0)
        return false;
    if (hit.final || hit.add)
        return true; // the release acts
    const int edge = m_layout.edgeAt(point.x() + horizontalScrollBar()->value());
    if (edge >= 0 && point.y() < headerHeight())
        return begin(Gesture::Resize, edge, m_layout.width(edge));
    if (hit.head && hit.column >= 0)
        return begin(Gesture::MoveColumn, hit.column, point.x());
    return begin(Gesture::Pan, -1, horizontalScrollBar()->value());
}

void BoardView::moveGesture(const QPoint &point)
{
    const int dx = point.x() - m_pressed.x();
    switch (m_gesture) {
    case Gesture::Pan: horizontalScrollBar()->setValue(m_gestureStart - dx); break;
    case Gesture::Resize:
        m_layout.setWidth(m_gestureColumn, m_gestureStart + dx);
        updateBars();
        break;
    case Gesture::Scroll: {
        const QRect body = bodyRect(m_gestureColumn);
        const int track = qMax(1, body.height() - scrollbarRect(m_gestureColumn).height());
        m_rows[m_gestureColumn].setPlace(m_gesturePlace + double(point.y() - m_pressed.y()) / track,
                                         shapeOf(m_gestureColumn));
        needVisible();
        break;
    }
    case Gesture::MoveColumn:
        if (qAbs(dx) >= QApplication::startDragDistance()) {
            const int over = columnAt(point);
            const Stage *own = m_model.stage(m_gestureColumn);
            const Stage *other = over >= 0 ? m_model.stage(over) : nullptr;
            const bool sameGroup = own && other && own->group == other->group; // what is no stage has its order
            const QRect rect = over >= 0 ? columnRect(over) : QRect();
            m_landing = sameGroup ? over + (point.x() > rect.center().x() ? 1 : 0) : -1;
            viewport()->setCursor(sameGroup ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
        }
        break;
    case Gesture::None: break;
    }
    viewport()->update();
}

void BoardView::finishGesture(const QPoint &point)
{
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    const int column = m_gestureColumn;
    const int landing = std::exchange(m_landing, -1);
    viewport()->setCursor(Qt::ArrowCursor);
    if (gesture == Gesture::Resize) {
        needVisible();
        emit layoutChanged();
    } else if (gesture == Gesture::MoveColumn && landing >= 0 && landing != column && landing != column + 1) {
        QList<qint64> stages;
        for (int i = 0; i < m_model.columnCount(); ++i)
            stages << m_model.head(i).key;
        stages.move(column, landing > column ? landing - 1 : landing);
        emit columnsReordered(stages);
    } else if (gesture == Gesture::MoveColumn && landing < 0
               && (point - m_pressed).manhattanLength() < QApplication::startDragDistance()) {
        if (m_layout.isFolded(column))
            setFolded(column, false);
        else if (plusRect(column).contains(point))
            startQuickForm(column);
    }
    viewport()->update();
}

void BoardView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag.active)
        updateDrag(event->pos());
    else if (m_gesture != Gesture::None)
        moveGesture(event->pos());
    else if ((event->buttons() & Qt::LeftButton) && m_pressedHit.id != 0
             && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        beginDrag(event->pos());
    else
        hover(event->pos());
}

void BoardView::hover(const QPoint &point)
{
    const Hit hit = hitAt(point);
    m_hovered = hit.id;
    m_hoveredColumn = hit.column;
    m_hoveredHead = hit.head ? hit.column : -1;
    m_hoveredFinal = hit.final;
    m_hoveredAdd = hit.add;
    const bool edge = hit.id == 0 && point.y() < headerHeight()
        && m_layout.edgeAt(point.x() + horizontalScrollBar()->value()) >= 0;
    const bool plus = hit.head && hit.column >= 0 && (plusRect(hit.column).contains(point) || m_layout.isFolded(hit.column));
    viewport()->setCursor(edge                                              ? Qt::SplitHCursor
                              : hit.id != 0 || plus || hit.final || hit.add ? Qt::PointingHandCursor
                                                                            : Qt::ArrowCursor);
    viewport()->update();
}

void BoardView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_drag.active) {
        updateDrag(event->pos());
        finishDrag();
    } else if (m_gesture != Gesture::None) {
        finishGesture(event->pos());
    } else if (const Hit hit = hitAt(event->pos()); m_pressedHit.final && hit.final) {
        toggleFinal();
    } else if (m_pressedHit.add && hit.add) {
        startQuickForm(hit.column);
    } else if (m_pressedHit.id != 0 && hitAt(event->pos()).id == m_pressedHit.id) {
        const QRect rect = rowRect(m_pressedHit.column, m_pressedHit.row);
        const Card card = *m_model.card(m_pressedHit.column, m_pressedHit.row);
        const QRect act = nextActRect(m_pressedHit.column, m_pressedHit.row);
        if (m_painter->phoneRect(rect, card).contains(event->pos()))
            emit callRequested(m_pressedHit.id);
        else if (m_painter->mailRect(rect, card).contains(event->pos()))
            emit mailRequested(m_pressedHit.id);
        else if (act.contains(event->pos()))
            emit planRequested(m_pressedHit.id);
        else
            emit opened(m_pressedHit.id);
        if (!m_selected.isEmpty() && !m_selected.contains(m_pressedHit.id))
            clearSelection();
    }
    m_pressedHit = {};
}

void BoardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->pos());
    if (hit.head && hit.column >= 0 && !plusRect(hit.column).contains(event->pos()))
        setFolded(hit.column, !m_layout.isFolded(hit.column));
    else
        mousePressEvent(event);
}

void BoardView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Hit hit = hitAt(viewport()->mapFrom(this, event->pos()));
    const qint64 id = byKey ? m_current : hit.id;
    if (id != 0)
        emit contextMenuWanted(id, byKey ? viewport()->mapToGlobal(cardRect(id).center()) : event->globalPos());
    else if (hit.head && hit.column >= 0)
        emit headerMenuWanted(hit.column, event->globalPos());
}

void BoardView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier || qAbs(pixels.x()) > qAbs(pixels.y())) {
        const int delta = qAbs(pixels.x()) > qAbs(pixels.y()) ? pixels.x() : pixels.y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    } else if (const int column = columnAt(event->position().toPoint()); column >= 0) {
        scrollColumn(column, -pixels.y());
        needVisible();
    }
    event->accept();
}

void BoardView::beginDrag(const QPoint &point)
{
    const Card *card = m_model.card(m_pressedHit.column, m_pressedHit.row);
    if (!card)
        return;
    const QList<qint64> ids = actedOn();
    m_drag = {.ids = ids,
              .held = QSet<qint64>(ids.begin(), ids.end()),
              .card = *card,
              .size = rowRect(m_pressedHit.column, m_pressedHit.row).size(),
              .at = point,
              .column = m_pressedHit.column,
              .row = m_pressedHit.row,
              .active = true};
    emit dragBegan();
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_autoScroll.start();
    const SchemaPtr schema = m_store.schema();
    m_dropBar.setZones(*schema, *schema->type(m_model.query().typeId), m_model.query().pipeline,
                       Theme::of(palette()).colour(ColourRole::Danger));
    placeDropBar(isMotionWanted() ? 0 : 1);
    if (isMotionWanted())
        m_rise.start();
    updateDrag(point);
}

void BoardView::updateDrag(const QPoint &point)
{
    m_drag.at = point;
    m_drag.zone = m_dropBar.zoneAt(point);
    const bool onBar = m_dropBar.rect().contains(point);
    m_drag.final = !onBar && !m_model.showsFinal() && finalRect().contains(point);
    const int column = onBar || m_drag.final ? -1 : columnAt(point);
    if (column != m_drag.column)
        m_unfold.start();
    m_drag.column = column;
    if (column >= 0) {
        // Before the first row whose middle is below the pointer.
        const ColumnRows::Shape shape = shapeOf(column);
        const int y = point.y() - bodyRect(column).top();
        int row = m_rows[column].first();
        int top = m_rows[column].top(row, shape);
        for (; row < shape.count && top < shape.view; ++row) {
            const int height = shape.heightOf(row);
            if (height > 0 && y < top + height / 2)
                break;
            top += height;
        }
        m_drag.row = row;
    }
    viewport()->update();
}

void BoardView::finishDrag()
{
    const Drag drag = m_drag;
    cancelDrag();
    if (drag.zone >= 0)
        finish(drag.ids, m_dropBar.zones()[drag.zone], viewport()->mapToGlobal(drag.at));
    else if (drag.final)
        emit outcomeWanted(drag.ids, viewport()->mapToGlobal(drag.at));
    else if (drag.column >= 0)
        emit dropped(drag.ids, drag.column, m_layout.isFolded(drag.column) ? 0 : drag.row);
}

void BoardView::finish(const QList<qint64> &ids, const DropBar::Zone &zone, const QPoint &at)
{
    switch (zone.act) {
    case DropBar::Act::Finish: emit finishRequested(ids, zone.stage); break;
    case DropBar::Act::Pipeline: emit pipelineRequested(ids, at); break;
    case DropBar::Act::Delete: emit deleteDropped(ids); break;
    }
}

void BoardView::placeDropBar(double risen)
{
    m_dropBar.place(viewport()->rect(), scaled(56, fontMetrics()) + 2 * Space::m, risen);
    viewport()->update();
}

void BoardView::cancelDrag()
{
    m_drag = {};
    m_autoScroll.stop();
    m_unfold.stop();
    m_rise.stop();
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

/// A dragged card near an edge scrolls towards it, faster the nearer it is.
void BoardView::autoScroll()
{
    const QRect area = viewport()->rect();
    const auto speed = [](int distance) { return distance < edgeZone ? (edgeZone - distance) / 3 : 0; };
    const int dx = speed(area.right() - m_drag.at.x()) - speed(m_drag.at.x());
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + dx);
    if (m_drag.column >= 0) {
        const int dy = speed(m_dropBar.rect().top() - m_drag.at.y()) - speed(m_drag.at.y() - headerHeight());
        if (dy != 0) {
            scrollColumn(m_drag.column, dy);
            needVisible();
        }
    }
    updateDrag(m_drag.at);
}

} // namespace Kartoteka
