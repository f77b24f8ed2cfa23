// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"

#include "core/schema/builtin_names.h"
#include "views/widgets/empty_state.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

namespace Kartoteka {

namespace {

constexpr int scrollStepMs = 16;
constexpr int edgeZone = 48; ///< of the viewport in which a dragged card scrolls it
constexpr int riseMs = 140;

QString sumText(const ItemTotals &totals)
{
    QStringList parts;
    for (auto it = totals.sums.cbegin(); it != totals.sums.cend(); ++it) {
        if (it.value() != 0)
            parts << moneyText({it.value(), it.key()});
    }
    parts.sort();
    return parts.join(u" + "_s);
}

} // namespace

BoardView::BoardView(Store &store, BoardModel &model, QWidget *parent)
    : QAbstractScrollArea(parent), m_store(store), m_model(model), m_painter(std::in_place, font(), palette())
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Board"));
    m_autoScroll.setInterval(scrollStepMs);
    m_rise.setDuration(riseMs);
    m_rise.setEasingCurve(QEasingCurve::OutCubic);
    m_rise.setStartValue(0.0);
    m_rise.setEndValue(1.0);
    connect(&m_rise, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &risen) { placeDropBar(risen.toDouble()); });
    connect(&m_autoScroll, &QTimer::timeout, this, &BoardView::autoScroll);
    connect(&model, &BoardModel::reset, this, [this] {
        m_scroll.fill(0, m_model.columnCount());
        if (m_model.find(m_current).first < 0)
            m_current = 0;
        updateBars();
        needVisible();
        viewport()->update();
    });
    connect(&model, &BoardModel::columnChanged, this, [this](int column) {
        m_scroll.resize(m_model.columnCount());
        setColumnScroll(column, m_scroll[column]);
        needVisible();
        viewport()->update();
    });
    connect(&model, &BoardModel::totalsChanged, viewport(), qOverload<>(&QWidget::update));
}

void BoardView::setEmptyState(const QString &text, const QString &hint)
{
    m_emptyText = text;
    m_emptyHint = hint;
    viewport()->update();
}

int BoardView::columnWidth() const
{
    return qMax(280, fontMetrics().averageCharWidth() * 36);
}

int BoardView::headerHeight() const
{
    return Space::m + fontMetrics().height() + Space::xs + QFontMetrics(Theme::small(font())).height() + Space::m;
}

int BoardView::columnLeft(int column) const
{
    return Space::m + column * (columnWidth() + Space::m) - horizontalScrollBar()->value();
}

QRect BoardView::columnRect(int column) const
{
    return {columnLeft(column), 0, columnWidth(), viewport()->height()};
}

QRect BoardView::bodyRect(int column) const
{
    return columnRect(column).adjusted(0, headerHeight(), 0, 0);
}

QRect BoardView::rowRect(int column, int row) const
{
    const int top = headerHeight() + row * rowHeight() - m_scroll.value(column);
    return {columnLeft(column), top, columnWidth() - Space::m, m_painter->height()};
}

QRect BoardView::cardRect(qint64 id) const
{
    const auto [column, row] = m_model.find(id);
    return column < 0 ? QRect() : rowRect(column, row);
}

int BoardView::maxScroll(int column) const
{
    return qMax(0, m_model.cardCount(column) * rowHeight() + Space::m - bodyRect(column).height());
}

void BoardView::setColumnScroll(int column, int value)
{
    m_scroll[column] = qBound(0, value, maxScroll(column));
    viewport()->update();
}

void BoardView::updateBars()
{
    const int total = Space::m + m_model.columnCount() * (columnWidth() + Space::m);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(columnWidth() / 4);
    horizontalScrollBar()->setRange(0, qMax(0, total - viewport()->width()));
}

void BoardView::needVisible()
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int first = m_scroll.value(column) / rowHeight();
        const int last = (m_scroll.value(column) + bodyRect(column).height()) / rowHeight();
        m_model.need(column, first, last);
    }
}

int BoardView::columnAt(const QPoint &point) const
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (columnRect(column).adjusted(-Space::s, 0, Space::s, 0).contains(point))
            return column;
    }
    return -1;
}

BoardView::Hit BoardView::hitAt(const QPoint &point) const
{
    Hit hit;
    hit.column = columnAt(point);
    if (hit.column < 0 || point.y() < headerHeight())
        return hit;
    const int row = (point.y() - headerHeight() + m_scroll.value(hit.column)) / rowHeight();
    if (row >= m_model.cardCount(hit.column) || !rowRect(hit.column, row).contains(point))
        return hit;
    hit.row = row;
    if (const Card *card = m_model.card(hit.column, row))
        hit.id = card->id;
    return hit;
}

void BoardView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::of(palette()).colour(ColourRole::Window));
    bool any = false;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        any = any || m_model.cardCount(column) > 0;
        if (columnRect(column).intersects(viewport()->rect()))
            paintColumn(painter, column);
    }
    if (!any && !m_model.isLoading())
        paintEmptyState(painter, *this, viewport()->rect().adjusted(0, headerHeight(), 0, 0), m_emptyText, m_emptyHint);
    if (m_drag.active) {
        painter.setRenderHint(QPainter::Antialiasing);
        m_dropBar.paint(painter, *this, m_drag.zone);
        const QRect rect(m_drag.at - m_drag.grip, QSize(columnWidth() - Space::m, m_painter->height()));
        m_painter->paint(painter, rect, m_drag.card, {.hovered = true, .focused = true, .selected = false, .dragged = true},
                         *m_store.schema(), m_store.clock().now());
    }
}

void BoardView::paintColumn(QPainter &painter, int column)
{
    painter.save();
    painter.setClipRect(bodyRect(column).adjusted(-Space::s, 0, Space::s, 0));
    const qint64 now = m_store.clock().now();
    const int first = m_scroll.value(column) / rowHeight();
    const int last = qMin(m_model.cardCount(column) - 1, (m_scroll.value(column) + viewport()->height()) / rowHeight());
    // While a card is dragged the cards below its landing place make room.
    const bool gapHere = m_drag.active && m_drag.column == column;
    const QPair<int, int> source = m_drag.active ? m_model.find(m_drag.id) : QPair<int, int>{-1, -1};
    for (int row = first; row <= last; ++row) {
        QRect rect = rowRect(column, row);
        if (m_drag.active && source == QPair<int, int>{column, row}) {
            painter.setPen(QPen(Theme::of(palette()).colour(ColourRole::Line), 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            if (!gapHere || m_drag.row >= row)
                painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), Space::cardRadius, Space::cardRadius);
            continue;
        }
        if (gapHere && row >= m_drag.row)
            rect.translate(0, rowHeight() / 2);
        if (const Card *card = m_model.card(column, row)) {
            const bool current = card->id == m_current && hasFocus();
            m_painter->paint(painter, rect, *card,
                             {.hovered = card->id == m_hovered && !m_drag.active,
                              .focused = current,
                              .selected = false,
                              .dragged = false},
                             *m_store.schema(), now);
        } else {
            m_painter->paintPlaceholder(painter, rect);
        }
    }
    if (gapHere) {
        const Theme &theme = Theme::of(palette());
        const int y = rowRect(column, m_drag.row).top() + rowHeight() / 4 - Space::xs;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(ColourRole::Accent));
        painter.drawRoundedRect(QRect(columnLeft(column), y, columnWidth() - Space::m, 3), 1.5, 1.5);
    }
    painter.restore();
    paintScrollbar(painter, column);
    paintHeader(painter, column, QRect(columnLeft(column), 0, columnWidth(), headerHeight()));
}

void BoardView::paintHeader(QPainter &painter, int column, const QRect &rect)
{
    const Theme &theme = Theme::of(palette());
    const Stage &stage = m_model.stage(column);
    const QColor colour(stage.colour);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect.adjusted(-Space::m, 0, Space::xs, 0), theme.colour(ColourRole::Window));
    const QRect box = rect.adjusted(0, Space::s, -Space::m, -Space::xs);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tint(colour, ColourRole::Window));
    painter.drawRoundedRect(box, Space::controlRadius, Space::controlRadius);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRect(box.left(), box.top(), 3, box.height()), 1.5, 1.5);

    const ItemTotals &totals = m_model.totals(column);
    const QRect inner = box.adjusted(Space::m, Space::xs, -Space::m, -Space::xs);
    const QString count = QLocale().toString(m_model.cardCount(column));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const int countWidth = fontMetrics().horizontalAdvance(count) + Space::xs;
    const QRect first(inner.left(), inner.top(), inner.width(), fontMetrics().height());
    painter.setFont(strong);
    painter.setPen(theme.colour(ColourRole::Text));
    painter.drawText(
        first.adjusted(0, 0, -countWidth, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
        QFontMetrics(strong).elidedText(displayName(*m_store.schema(), stage), Qt::ElideRight, first.width() - countWidth));
    painter.setFont(font());
    painter.setPen(theme.readable(theme.colour(ColourRole::Muted)));
    painter.drawText(first, int(Qt::AlignRight | Qt::AlignVCenter), count);
    const QFont small = Theme::small(font());
    painter.setFont(small);
    const QRect second(inner.left(), inner.bottom() + 1 - QFontMetrics(small).height(), inner.width(),
                       QFontMetrics(small).height());
    painter.drawText(second, int(Qt::AlignLeft | Qt::AlignVCenter),
                     QFontMetrics(small).elidedText(sumText(totals), Qt::ElideRight, second.width()));
    painter.restore();
}

void BoardView::paintScrollbar(QPainter &painter, int column)
{
    const int range = maxScroll(column);
    if (range == 0 || columnAt(viewport()->mapFromGlobal(QCursor::pos())) != column)
        return;
    const QRect body = bodyRect(column);
    const int height = qMax(32, body.height() * body.height() / (range + body.height()));
    const int top = body.top() + int(qint64(body.height() - height) * m_scroll[column] / range);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(palette()).colour(ColourRole::Line));
    painter.drawRoundedRect(QRect(body.right() - Space::s, top, 6, height), 3, 3);
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
    for (int column = 0; column < m_scroll.size(); ++column)
        setColumnScroll(column, m_scroll[column]);
    needVisible();
}

void BoardView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void BoardView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::StyleChange) {
        // The painter keeps metrics and theme of one font and palette.
        m_painter.emplace(font(), palette());
        updateBars();
    }
}

bool BoardView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showCardToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = 0;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BoardView::showCardToolTip(const QPoint &point, const QPoint &global)
{
    const Hit hit = hitAt(point);
    const Card *card = hit.row >= 0 ? m_model.card(hit.column, hit.row) : nullptr;
    if (!card) {
        QToolTip::hideText();
        return;
    }
    QStringList lines{u"#%1 %2"_s.arg(card->number, card->title)};
    if (m_painter->counterRect(rowRect(hit.column, hit.row)).contains(point) && card->lights.planned > 0) {
        lines = {tr("Open activities: %1").arg(card->lights.planned)};
        if (card->lights.red > 0)
            lines << tr("Red: %1 with a deadline that is near or has passed").arg(card->lights.red);
        if (card->lights.green > 0)
            lines << tr("Green: %1 incoming, waiting for an answer").arg(card->lights.green);
    } else {
        if (!card->client.isEmpty())
            lines << card->client;
        if (const User *user = m_store.schema()->user(card->responsible))
            lines << tr("Responsible: %1").arg(user->name);
        if (!card->tags.isEmpty())
            lines << card->tags.join(u", "_s);
    }
    QToolTip::showText(global, lines.join(u'\n'), viewport());
}

void BoardView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->pos();
    m_pressedHit = hitAt(event->pos());
    if (m_pressedHit.id != 0) {
        setCurrent(m_pressedHit.column, m_pressedHit.row);
    } else if (event->pos().y() > headerHeight()) {
        m_panning = true;
        m_panStart = horizontalScrollBar()->value();
    }
}

void BoardView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag.active) {
        updateDrag(event->pos());
    } else if (m_panning) {
        horizontalScrollBar()->setValue(m_panStart - (event->pos().x() - m_pressed.x()));
    } else if ((event->buttons() & Qt::LeftButton) && m_pressedHit.id != 0
               && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        beginDrag(event->pos());
    } else {
        const Hit hit = hitAt(event->pos());
        const QRect rect = hit.id != 0 ? rowRect(hit.column, hit.row) : QRect();
        const bool button = hit.id != 0
            && (m_painter->phoneRect(rect).contains(event->pos()) || m_painter->mailRect(rect).contains(event->pos()));
        viewport()->setCursor(button || hit.id != 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        m_hovered = hit.id;
        viewport()->update();
    }
}

void BoardView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_drag.active) {
        updateDrag(event->pos());
        finishDrag();
    } else if (m_pressedHit.id != 0 && hitAt(event->pos()).id == m_pressedHit.id) {
        const QRect rect = rowRect(m_pressedHit.column, m_pressedHit.row);
        if (m_painter->phoneRect(rect).contains(event->pos()))
            emit callRequested(m_pressedHit.id);
        else if (m_painter->mailRect(rect).contains(event->pos()))
            emit mailRequested(m_pressedHit.id);
        else if (m_painter->counterRect(rect).contains(event->pos()))
            emit planRequested(m_pressedHit.id);
        else
            emit opened(m_pressedHit.id);
    }
    m_panning = false;
    m_pressedHit = {};
}

void BoardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void BoardView::contextMenuEvent(QContextMenuEvent *event)
{
    const Hit hit = hitAt(viewport()->mapFrom(this, event->pos()));
    const qint64 id = event->reason() == QContextMenuEvent::Keyboard ? m_current : hit.id;
    if (id != 0)
        emit contextMenuWanted(id, event->globalPos());
}

void BoardView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier || qAbs(pixels.x()) > qAbs(pixels.y())) {
        const int delta = qAbs(pixels.x()) > qAbs(pixels.y()) ? pixels.x() : pixels.y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    } else if (const int column = columnAt(event->position().toPoint()); column >= 0) {
        setColumnScroll(column, m_scroll[column] - pixels.y());
        needVisible();
    }
    event->accept();
}

void BoardView::beginDrag(const QPoint &point)
{
    const Card *card = m_model.card(m_pressedHit.column, m_pressedHit.row);
    if (!card)
        return;
    m_drag = {.id = card->id,
              .card = *card,
              .grip = m_pressed - rowRect(m_pressedHit.column, m_pressedHit.row).topLeft(),
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
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0;
    placeDropBar(moves ? 0 : 1);
    if (moves)
        m_rise.start();
    updateDrag(point);
}

void BoardView::updateDrag(const QPoint &point)
{
    m_drag.at = point;
    m_drag.zone = m_dropBar.zoneAt(point);
    const int column = m_dropBar.rect().contains(point) ? -1 : columnAt(point);
    m_drag.column = column;
    if (column >= 0) {
        const int middle = point.y() - m_drag.grip.y() + m_painter->height() / 2 - headerHeight() + m_scroll[column];
        m_drag.row = qBound(0, (middle + rowHeight() / 2) / rowHeight(), m_model.cardCount(column));
    }
    viewport()->update();
}

void BoardView::finishDrag()
{
    const Drag drag = m_drag;
    cancelDrag();
    if (drag.zone >= 0) {
        finish(drag.id, m_dropBar.zones()[drag.zone]);
    } else if (drag.column >= 0) {
        moveOrConvert(drag.id, drag.column, drag.row);
    }
}

/// What is won by conversion converts, however it comes to that column.
void BoardView::moveOrConvert(qint64 id, int column, int row)
{
    const EntityType &type = *m_store.schema()->type(m_model.query().typeId);
    if (m_model.find(id).first != column && isWonByConversion(type, m_model.stage(column)))
        emit convertRequested(id);
    else
        m_model.moveCard(id, column, row);
}

void BoardView::finish(qint64 id, const DropBar::Zone &zone)
{
    switch (zone.act) {
    case DropBar::Act::Convert: emit convertRequested(id); break;
    case DropBar::Act::Finish: m_model.finishCard(id, zone.stage); break;
    case DropBar::Act::Delete: emit deleteRequested(id); break;
    }
}

void BoardView::placeDropBar(double risen)
{
    m_dropBar.place(viewport()->rect(), headerHeight() + Space::m, risen);
    viewport()->update();
}

void BoardView::cancelDrag()
{
    m_drag = {};
    m_autoScroll.stop();
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
            setColumnScroll(m_drag.column, m_scroll[m_drag.column] + dy);
            needVisible();
        }
    }
    updateDrag(m_drag.at);
}

void BoardView::setCurrent(int column, int row)
{
    if (const Card *card = m_model.card(column, row)) {
        m_current = card->id;
        viewport()->update();
    }
}

void BoardView::ensureVisible(int column, int row)
{
    const QRect rect = rowRect(column, row);
    const QRect body = bodyRect(column);
    if (rect.top() < body.top())
        setColumnScroll(column, m_scroll[column] - (body.top() - rect.top()));
    else if (rect.bottom() + Space::s > body.bottom())
        setColumnScroll(column, m_scroll[column] + rect.bottom() + Space::s - body.bottom());
    if (rect.left() < 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.left() - Space::m);
    else if (rect.right() > viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.right() - viewport()->width() + Space::m);
    needVisible();
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    if (m_drag.active && event->key() == Qt::Key_Escape) {
        cancelDrag();
        return;
    }
    auto [column, row] = m_model.find(m_current);
    const bool none = column < 0;
    const bool move = event->modifiers() & Qt::ControlModifier;
    const int lastColumn = m_model.columnCount() - 1;
    int toColumn = none ? 0 : column;
    int toRow = none ? 0 : row;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = event->key() == Qt::Key_Left ? -1 : 1;
        if (move && !none) {
            if (const int target = column + step; target >= 0 && target <= lastColumn)
                moveOrConvert(m_current, target, 0);
            return;
        }
        // Columns without cards are passed over.
        for (int next = toColumn + (none ? 0 : step); next >= 0 && next <= lastColumn; next += step) {
            if (m_model.cardCount(next) > 0) {
                toColumn = next;
                toRow = qMin(toRow, m_model.cardCount(next) - 1);
                break;
            }
        }
        break;
    }
    case Qt::Key_Up: toRow = qMax(0, toRow - (none ? 0 : 1)); break;
    case Qt::Key_Down: toRow += none ? 0 : 1; break;
    case Qt::Key_PageDown: toRow += qMax(1, bodyRect(0).height() / rowHeight()); break;
    case Qt::Key_PageUp: toRow = qMax(0, toRow - qMax(1, bodyRect(0).height() / rowHeight())); break;
    case Qt::Key_Home: toRow = 0; break;
    case Qt::Key_End: toRow = lastColumn >= 0 ? m_model.cardCount(toColumn) - 1 : 0; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!none)
            emit opened(m_current);
        return;
    default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    if (lastColumn < 0)
        return;
    toRow = qBound(0, toRow, qMax(0, m_model.cardCount(toColumn) - 1));
    ensureVisible(toColumn, toRow);
    setCurrent(toColumn, toRow);
}

} // namespace Kartoteka
