// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"

#include "core/schema/codes.h"
#include "views/board/board_accessible.h"
#include "views/board/board_keys.h"
#include "views/board/board_tips.h"
#include "views/board/final_count.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/tip_text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace Kartoteka {

BoardView::BoardView(Store &store, BoardModel &model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_model(model)
    , m_final(new FinalCount(store, model, this))
    , m_places(model, store.clock(), m_painter)
    , m_drag(*this, store, model, m_places)
    , m_gesture(*this, model, m_places)
    , m_mouse(*this, m_painter, m_places, m_drag, m_gesture)
    , m_form(new ColumnForm(*viewport(), store, model, m_places))
    , m_empty(new EmptyState(viewport(), true))
{
    BoardAccessible::install();
    connect(&m_selection, &CardSelection::currentChanged, this, [this] {
        m_awaited = 0; // whoever goes elsewhere meanwhile stays there
        m_awaitedRow = {-1, -1};
        BoardAccessible::tellCurrent(*this);
    });
    for (const auto changed : {&CardSelection::changed, &CardSelection::currentChanged})
        connect(&m_selection, changed, viewport(), qOverload<>(&QWidget::update));
    setLook();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Board"));
    connect(m_form, &ColumnForm::closed, this, [this] {
        updateBars();
        showEmpty();
        setFocus();
        viewport()->update();
    });
    connectModel();
    connectGestures();
}

void BoardView::connectModel()
{
    connect(m_final, &FinalCount::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &BoardModel::reset, this, &BoardView::showReset);
    connect(&m_model, &BoardModel::columnChanged, this, [this](int column) {
        m_places.scrollBy(column, 0);
        if (m_places.arrangeLanes())
            updateBars();
        needVisible();
        showEmpty();
        if (m_awaited != 0)
            setCurrentCard(m_awaited);
        if (m_awaitedRow.first == column)
            walkTo(column, m_awaitedRow.second, false);
        goOnFromGone();
        viewport()->update();
    });
    connect(&m_model, &BoardModel::totalsChanged, viewport(), qOverload<>(&QWidget::update));
    // What is opened may be ended or deleted on its card.
    connect(this, &BoardView::opened, this, &BoardView::noteActedOn);
    connect(this, &BoardView::deleteRequested, this, &BoardView::noteActedOn);
    connect(this, &BoardView::outcomeWanted, this, &BoardView::noteActedOn);
}

void BoardView::connectGestures()
{
    connect(&m_drag, &CardDrag::began, this, &BoardView::dragBegan);
    connect(&m_drag, &CardDrag::scrolled, this, &BoardView::needVisible);
    connect(&m_drag, &CardDrag::unfoldWanted, this, [this](int column) { setFolded(column, false); });
    connect(&m_drag, &CardDrag::finalWanted, this, &BoardView::toggleFinal);
    connect(&m_drag, &CardDrag::dropped, this, &BoardView::dropped);
    connect(&m_drag, &CardDrag::outcomeWanted, this, &BoardView::outcomeWanted);
    connect(&m_drag, &CardDrag::finishWanted, this, &BoardView::finishRequested);
    connect(&m_drag, &CardDrag::pipelineWanted, this, &BoardView::pipelineRequested);
    connect(&m_drag, &CardDrag::deleteWanted, this, &BoardView::deleteDropped);
    connect(&m_gesture, &LaneGesture::resized, this, &BoardView::updateBars);
    connect(&m_gesture, &LaneGesture::layoutChanged, this, [this] {
        needVisible();
        emit layoutChanged();
    });
    connect(&m_gesture, &LaneGesture::scrolled, this, &BoardView::needVisible);
    connect(&m_gesture, &LaneGesture::columnsReordered, this, &BoardView::columnsReordered);
    connect(&m_gesture, &LaneGesture::headClicked, this, [this](int column, const QPoint &point) {
        if (m_places.columns().isFolded(m_places.across(column)))
            setFolded(column, false);
        else if (m_places.plusRect(column).contains(point))
            startQuickForm(m_places.firstOpen(column));
    });
}

void BoardView::showReset()
{
    m_places.takeColumns();
    setVerticalScrollBarPolicy(m_places.isLaned() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setLook(); // another type may have no amounts
    const bool isRevealed = m_revealFinal && m_model.showsFinal() && !m_model.isLoading();
    if (m_drag.isActive() && !isRevealed)
        cancelDrag(); // its column may be gone
    updateBars();
    m_places.settle();
    if (isRevealed) {
        // The lane that folds them again stands at the far right.
        horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
        m_revealFinal = false;
        if (m_drag.isActive())
            m_drag.takeColumns();
    }
    if (m_awaited != 0)
        setCurrentCard(m_awaited); // it may have come with all that was read anew
    needVisible();
    showEmpty();
    goOnFromGone();
    viewport()->update();
}

void BoardView::setLook()
{
    CardLook look = m_look;
    look.amount = look.amount && m_store.schema()->field(m_model.query().typeId, Codes::amount);
    m_painter.setLook(font(), palette(), look);
    const QFontMetrics metrics = fontMetrics();
    const int narrowest = m_model.source() && m_model.source()->isPlans() ? 176 : 264; // all six spans of days are seen
    m_places.columns().setDefaults(scaled(narrowest, metrics), scaled(400, metrics), m_painter.lanes().foldedWidth(),
                                   sizes().laneGap, Space::l);
}

void BoardView::setCardLook(const CardLook &look)
{
    m_look = look;
    QStringList codes;
    for (const CardLook::Field &field : look.fields)
        codes << field.code;
    m_model.setCardFields(codes);
    setLook();
    updateBars();
    viewport()->update();
}

void BoardView::setEmptyText(const EmptyText &text)
{
    m_empty->setText(text);
    showEmpty();
    viewport()->update();
}

void BoardView::restoreColumns(const QString &state)
{
    m_places.columns().restore(state);
    updateBars();
}

void BoardView::updateBars()
{
    m_places.setHasFinal(m_final->hasFinal());
    m_places.setView(viewport()->size(), {horizontalScrollBar()->value(), verticalScrollBar()->value()});
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 9);
    horizontalScrollBar()->setRange(0, qMax(0, m_places.columns().totalWidth() - viewport()->width()));
    m_form->place();
    const int page = viewport()->height() - m_places.headerHeight();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(m_places.lanes().headHeight());
    verticalScrollBar()->setRange(0, qMax(0, m_places.lanes().totalHeight() - page));
}

void BoardView::needVisible()
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const auto [first, last] = m_places.seenRows(column);
        if (isFolded(column) || (m_places.isLaned() && last < first))
            continue;
        m_model.need(column, first, qMax(first, last));
    }
}

bool BoardView::isEmpty() const
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_model.cardCount(column) > 0)
            return false;
    }
    return !m_model.isLoading();
}

void BoardView::showEmpty()
{
    m_empty->setVisible(isEmpty() && m_form->column() < 0 && !m_empty->text().title.isEmpty());
}

void BoardView::toggleFinal()
{
    m_revealFinal = !m_model.showsFinal();
    emit finalWanted(m_revealFinal);
}

void BoardView::setFolded(int column, bool folded)
{
    m_places.columns().setFolded(m_places.across(column), folded);
    if (m_places.isLaned() && !folded)
        m_places.lanes().setFolded(m_places.laneOf(column), false);
    showLayout();
}

void BoardView::setLaneFolded(int lane, bool folded)
{
    m_places.lanes().setFolded(lane, folded);
    showLayout();
}

void BoardView::foldAllLanes(bool folded)
{
    m_places.lanes().foldAll(folded);
    showLayout();
}

void BoardView::widen(int column, int pixels)
{
    m_places.columns().setWidth(m_places.across(column), m_places.columnRect(column).width() + pixels);
    showLayout();
}

std::optional<qint64> BoardView::finalCount() const
{
    return m_final->count();
}

void BoardView::showLayout()
{
    m_places.settle();
    updateBars();
    needVisible();
    viewport()->update();
    emit layoutChanged();
}

void BoardView::startQuickForm(int column)
{
    if (column < 0 || column >= m_model.columnCount())
        return;
    if (const auto opened = m_form->open(column); !opened) {
        emit failed(opened.error()); // nothing new stands there
        return;
    }
    if (isFolded(column))
        setFolded(column, false);
    showEmpty();
    m_places.rows(column).scrollToRow(0, m_places.shapeOf(column));
    updateBars();
    ensureVisible(column, 0);
    m_form->show();
    viewport()->update();
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
    m_places.settle();
    needVisible();
}

void BoardView::scrollContentsBy(int, int)
{
    m_places.setView(viewport()->size(), {horizontalScrollBar()->value(), verticalScrollBar()->value()});
    m_form->place();
    needVisible();
    viewport()->update();
}

void BoardView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::StyleChange) {
        setLook(); // it keeps metrics and theme of one font and palette
        updateBars();
    }
}

// The ring stands around a card, which the frame's own update does not reach.
void BoardView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    // Who comes by Tab sees where he is.
    const bool isTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    for (int column = 0; isTab && m_selection.current() == 0 && column < m_model.columnCount(); ++column) {
        const Card *card = isFolded(column) || m_model.cardCount(column) == 0 ? nullptr : m_model.card(column, 0);
        if (card)
            setCurrentCard(card->id);
    }
    viewport()->update();
}

void BoardView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool BoardView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipText(tipAt(*this, help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        m_mouse.leave();
    return QAbstractScrollArea::viewportEvent(event);
}

void BoardView::selectColumn(int column)
{
    m_model.needAll(column); // what is not read yet is selected by the next press
    m_selection.add(m_model.cardsOf(column));
}

void BoardView::walkTo(int column, int row, bool extend)
{
    ensureVisible(column, row);
    const qint64 from = m_selection.current();
    const Card *card = m_model.card(column, row);
    m_awaitedRow = card ? QPair(-1, -1) : QPair(column, row);
    if (card)
        m_selection.setCurrent(card->id);
    if (extend && from != 0)
        m_selection.add({from, m_selection.current()});
}

void BoardView::setCurrentCard(qint64 id)
{
    const auto [column, row] = m_model.find(id);
    m_awaited = column < 0 ? id : 0;
    if (column < 0)
        return;
    if (!isFolded(column))
        ensureVisible(column, row);
    m_selection.setCurrent(id);
}

void BoardView::noteActedOn()
{
    m_actedOn = m_model.find(m_selection.current());
}

/// Where the current card went out of sight by what a person did with it, the one that came in its place is the current one.
void BoardView::goOnFromGone()
{
    const auto [column, row] = m_actedOn;
    if (column < 0 || m_awaited != 0 || m_model.isLoading() || m_model.find(m_selection.current()).first >= 0)
        return;
    m_actedOn = {-1, -1};
    const int left = column < m_model.columnCount() && !isFolded(column) ? m_model.cardCount(column) : 0;
    if (left > 0)
        walkTo(column, qMin(row, left - 1), false);
    else
        BoardKeys(*this).walk(Qt::Key_Home, false);
}

void BoardView::ensureVisible(int column, int row)
{
    m_places.rows(column).reveal(row, m_places.shapeOf(column));
    viewport()->update();
    const QRect rect = m_places.laneRect(column);
    if (rect.left() < 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.left() - Space::m);
    else if (rect.right() > viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.right() - viewport()->width() + Space::m);
    if (m_places.isLaned())
        verticalScrollBar()->setValue(m_places.scrolledToLane(m_places.laneOf(column)));
    needVisible();
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    m_actedOn = {-1, -1};
    if (!BoardKeys(*this).press(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

void BoardView::mousePressEvent(QMouseEvent *event)
{
    m_mouse.press(*event);
}

void BoardView::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse.move(*event);
}

void BoardView::mouseReleaseEvent(QMouseEvent *event)
{
    m_mouse.release(*event);
}

void BoardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_mouse.doubleClick(*event);
}

void BoardView::clickLane(int lane)
{
    if (m_places.lanes().canOnlyFold(lane))
        emit otherLanesWanted();
    else
        setLaneFolded(lane, !m_places.lanes().isFolded(lane));
}

void BoardView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const BoardHit hit = m_places.hitAt(viewport()->mapFrom(this, event->pos()));
    const qint64 id = byKey ? m_selection.current() : hit.id;
    if (id != 0)
        emit contextMenuWanted(id, byKey ? viewport()->mapToGlobal(m_places.cardRect(id).center()) : event->globalPos());
    else if (hit.laneHead >= 0)
        emit laneMenuWanted(hit.laneHead, event->globalPos());
    else if (hit.head && hit.column >= 0)
        emit headerMenuWanted(hit.column, event->globalPos());
}

void BoardView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier || qAbs(pixels.x()) > qAbs(pixels.y())) {
        const int delta = qAbs(pixels.x()) > qAbs(pixels.y()) ? pixels.x() : pixels.y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    } else {
        // With swimlanes what cannot scroll by itself scrolls them.
        const int column = m_places.columnAt(event->position().toPoint());
        if (column < 0 || isFolded(column) || !m_places.scrollBy(column, -pixels.y()))
            verticalScrollBar()->setValue(verticalScrollBar()->value() - pixels.y());
        viewport()->update();
        needVisible();
    }
    event->accept();
}

void BoardView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    m_painter.paint(painter, viewport()->rect(),
                    {.store = m_store,
                     .model = m_model,
                     .places = m_places,
                     .drag = m_drag,
                     .gesture = m_gesture,
                     .mouse = m_mouse,
                     .selected = m_selection.cards(),
                     .focused = hasFocus() ? m_selection.current() : 0,
                     .formColumn = m_form->column(),
                     .isBlank = !m_empty->isHidden(),
                     .finalCount = finalCount()});
}

} // namespace Kartoteka
