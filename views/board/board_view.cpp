// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"

#include "core/schema/codes.h"
#include "views/board/board_accessible.h"
#include "views/board/board_keys.h"
#include "views/board/board_tips.h"
#include "views/board/final_count.h"
#include "views/board/quick_form.h"
#include "views/theme/motion.h"
#include "views/widgets/empty_state.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

namespace Kartoteka {

namespace {

constexpr int scrollStepMs = 16;
constexpr int riseMs = 140;
constexpr int unfoldMs = 600; ///< of holding a card over a folded lane

} // namespace

BoardView::BoardView(Store &store, BoardModel &model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_model(model)
    , m_final(new FinalCount(store, model, this))
    , m_quick(new QuickForm(store, this))
    , m_empty(new EmptyState(viewport(), true))
{
    BoardAccessible::install();
    connect(this, &BoardView::currentChanged, this, [this] { BoardAccessible::tellCurrent(*this); });
    makePainter();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Board"));
    m_quick->setParent(viewport());
    m_quick->hide();
    connect(m_quick, &QuickForm::closed, this, [this] {
        m_quickColumn = -1;
        showEmpty();
        setFocus();
        viewport()->update();
    });
    m_autoScroll.setInterval(scrollStepMs);
    m_unfold.setSingleShot(true);
    m_unfold.setInterval(unfoldMs);
    connect(&m_unfold, &QTimer::timeout, this, [this] {
        if (m_drag.active && m_drag.column >= 0 && m_layout.isFolded(m_drag.column))
            setFolded(m_drag.column, false);
    });
    connect(m_final, &FinalCount::changed, viewport(), qOverload<>(&QWidget::update));
    m_rise.setDuration(riseMs);
    m_rise.setEasingCurve(QEasingCurve::OutCubic);
    m_rise.setStartValue(0.0);
    m_rise.setEndValue(1.0);
    connect(&m_rise, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &risen) { placeDropBar(risen.toDouble()); });
    connect(&m_autoScroll, &QTimer::timeout, this, &BoardView::autoScroll);
    connect(&model, &BoardModel::reset, this, [this] {
        QList<qint64> keys;
        for (int i = 0; i < m_model.columnCount(); ++i)
            keys << m_model.head(i).key;
        m_layout.setColumns(keys);
        m_rows.resize(m_model.columnCount());
        makePainter(); // another type may have no amounts
        if (m_drag.active)
            cancelDrag(); // its column may be gone
        updateBars();
        for (int column = 0; column < m_rows.size(); ++column)
            scrollColumn(column, 0);
        if (m_revealFinal && m_model.showsFinal() && !m_model.isLoading()) {
            // The lane that folds them again stands at the far right.
            horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
            m_revealFinal = false;
        }
        needVisible();
        showEmpty();
        viewport()->update();
    });
    connect(&model, &BoardModel::columnChanged, this, [this](int column) {
        m_rows.resize(m_model.columnCount());
        scrollColumn(column, 0);
        needVisible();
        showEmpty();
        viewport()->update();
    });
    connect(&model, &BoardModel::totalsChanged, viewport(), qOverload<>(&QWidget::update));
}

void BoardView::makePainter()
{
    CardLook look = m_look;
    look.amount = look.amount && m_store.schema()->field(m_model.query().typeId, Codes::amount);
    m_painter.emplace(font(), palette(), look);
    m_lanes.emplace(font(), palette());
    const QFontMetrics metrics = fontMetrics();
    m_layout.setDefaults(scaled(264, metrics), scaled(400, metrics), m_lanes->foldedWidth(), sizes().laneGap, Space::l);
}

void BoardView::setCardLook(const CardLook &look)
{
    m_look = look;
    QStringList codes;
    for (const CardLook::Field &field : look.fields)
        codes << field.code;
    m_model.setCardFields(codes);
    makePainter();
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
    m_layout.restore(state);
    updateBars();
}

int BoardView::boardTop() const
{
    return Space::m;
}

int BoardView::columnLeft(int column) const
{
    return m_layout.left(column) - horizontalScrollBar()->value();
}

QRect BoardView::columnRect(int column) const
{
    return {columnLeft(column), 0, m_layout.width(column), viewport()->height()};
}

QRect BoardView::laneRect(int column) const
{
    return columnRect(column).adjusted(0, boardTop(), 0, 0);
}

QRect BoardView::plusRect(int column) const
{
    return m_lanes->plusRect(laneRect(column));
}

QRect BoardView::addRect(int column) const
{
    const QRect body = bodyRect(column);
    const ColumnRows::Shape shape = shapeOf(column);
    const int top = body.top() + m_rows.value(column).top(shape.count, shape);
    const QRect row(body.left() + Space::s, top, body.width() - 2 * Space::s, scaled(sizes().control, fontMetrics()));
    return m_layout.isFolded(column) || row.bottom() + Space::s > body.bottom() ? QRect() : row;
}

QRect BoardView::finalRect() const
{
    if (!m_final->hasFinal())
        return {};
    const int width = m_lanes->foldedWidth();
    const int left = m_layout.totalWidth() - Space::l - width - horizontalScrollBar()->value();
    return {left, boardTop(), width, viewport()->height() - boardTop()};
}

bool BoardView::isFinal(int column) const
{
    const Stage *stage = m_model.stage(column);
    return stage && stage->group != StageGroup::InProgress;
}

LaneLook BoardView::laneOf(int column) const
{
    const ColumnHead &head = m_model.head(column);
    return {.name = head.name,
            .count = QLocale().toString(m_model.cardCount(column)),
            .sum = sumText(m_model.totals(column), true),
            .colour = Theme::of(palette()).mark(QColor(head.colour), ColourRole::Lane),
            .hovered = !m_drag.active && (m_hoveredHead == column),
            .target = m_drag.active && m_drag.column == column};
}

QRect BoardView::bodyRect(int column) const
{
    const int quick = column == m_quickColumn ? m_quick->height() + Space::s : 0;
    return columnRect(column).adjusted(0, headerHeight() + quick, 0, 0);
}

int BoardView::heightOf(int column, int row) const
{
    const Card *card = m_model.card(column, row);
    if (!card)
        return m_painter->usualHeight() + Space::s;
    if (m_drag.active && m_drag.held.contains(card->id))
        return 0;
    return m_painter->height(*card, m_layout.width(column) - 2 * Space::s, m_store.clock().localNow()) + Space::s;
}

ColumnRows::Shape BoardView::shapeOf(int column) const
{
    return {m_model.cardCount(column), bodyRect(column).height() - Space::xs,
            [this, column](int row) { return heightOf(column, row); }};
}

QPair<int, int> BoardView::seenRows(int column) const
{
    if (m_layout.isFolded(column))
        return {0, -1};
    return {m_rows.value(column).first(), m_rows.value(column).last(shapeOf(column))};
}

QRect BoardView::rowRect(int column, int row) const
{
    const int top = bodyRect(column).top() + m_rows.value(column).top(row, shapeOf(column));
    return {columnLeft(column) + Space::s, top, m_layout.width(column) - 2 * Space::s, heightOf(column, row) - Space::s};
}

QRect BoardView::cardRect(qint64 id) const
{
    const auto [column, row] = m_model.find(id);
    return column < 0 || m_layout.isFolded(column) ? QRect() : rowRect(column, row);
}

void BoardView::scrollColumn(int column, int pixels)
{
    m_rows[column].scrollBy(pixels, shapeOf(column));
    viewport()->update();
}

void BoardView::updateBars()
{
    m_layout.setRoom(viewport()->width(), m_final->hasFinal() ? m_lanes->foldedWidth() + sizes().laneGap : 0);
    const int total = m_layout.totalWidth();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 9);
    horizontalScrollBar()->setRange(0, qMax(0, total - viewport()->width()));
    placeQuickForm();
}

void BoardView::needVisible()
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_layout.isFolded(column))
            continue;
        const auto [first, last] = seenRows(column);
        m_model.need(column, first, qMax(first, last));
    }
}

int BoardView::columnAt(const QPoint &point) const
{
    return m_layout.columnAt(point.x() + horizontalScrollBar()->value());
}

BoardView::Hit BoardView::hitAt(const QPoint &point) const
{
    Hit hit;
    hit.final = finalRect().contains(point);
    hit.column = hit.final ? -1 : columnAt(point);
    if (hit.column < 0)
        return hit;
    hit.head = point.y() < headerHeight() || m_layout.isFolded(hit.column);
    const QRect body = bodyRect(hit.column);
    if (hit.head || point.y() < body.top())
        return hit;
    const int row = m_rows.value(hit.column).rowAt(point.y() - body.top(), shapeOf(hit.column));
    if (row < 0 || !rowRect(hit.column, row).contains(point)) {
        hit.add = addRect(hit.column).contains(point);
        return hit;
    }
    hit.row = row;
    if (const Card *card = m_model.card(hit.column, row))
        hit.id = card->id;
    return hit;
}

void BoardView::toggleFinal()
{
    m_revealFinal = !m_model.showsFinal();
    emit finalWanted(m_revealFinal);
}

void BoardView::setFolded(int column, bool folded)
{
    m_layout.setFolded(column, folded);
    updateBars();
    needVisible();
    viewport()->update();
    emit layoutChanged();
}

void BoardView::startQuickForm(int column)
{
    if (column < 0 || column >= m_model.columnCount())
        return;
    const ColumnSource &source = *m_model.source();
    auto given = source.valueFor(m_model.head(column).key, {}, m_store.clock().now());
    if (!given) {
        emit failed(given.error()); // nothing new stands there
        return;
    }
    if (m_layout.isFolded(column))
        setFolded(column, false);
    m_quickColumn = column;
    showEmpty();
    m_quick->open(m_model.query().typeId, m_model.query().pipeline, {{source.field(), *given}});
    m_rows[column].scrollToRow(0, shapeOf(column));
    ensureVisible(column, 0);
    m_quick->show();
    placeQuickForm();
    m_quick->focusFirst();
    viewport()->update();
}

void BoardView::placeQuickForm()
{
    if (m_quickColumn < 0 || m_quickColumn >= m_model.columnCount())
        return;
    const int width = m_layout.width(m_quickColumn) - 2 * Space::s;
    m_quick->setGeometry(columnLeft(m_quickColumn) + Space::s, headerHeight(), width, m_quick->sizeHint().height());
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
    for (int column = 0; column < m_rows.size(); ++column)
        scrollColumn(column, 0);
    needVisible();
}

void BoardView::scrollContentsBy(int, int)
{
    placeQuickForm();
    viewport()->update();
}

void BoardView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::StyleChange) {
        makePainter(); // it keeps metrics and theme of one font and palette
        updateBars();
    }
}

bool BoardView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(*this, help->pos()).join(u'\n'), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = 0;
        m_hoveredHead = m_hoveredColumn = -1;
        m_hoveredFinal = m_hoveredAdd = false;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QRect BoardView::nextActRect(int column, int row) const
{
    const Card *card = m_model.card(column, row);
    return card ? m_painter->nextActRect(rowRect(column, row), *card, isFinal(column), m_store.clock().localNow()) : QRect();
}

void BoardView::clearSelection()
{
    m_selected.clear();
    viewport()->update();
    emit selectionChanged();
}

void BoardView::selectColumn(int column)
{
    m_model.needAll(column); // what is not read yet is selected by the next press
    for (const qint64 id : m_model.cardsOf(column))
        m_selected.insert(id);
    viewport()->update();
    emit selectionChanged();
}

/// Ctrl adds and takes away, Shift extends from the current card in its column.
void BoardView::toggleSelected(qint64 id)
{
    if (!m_selected.remove(id))
        m_selected.insert(id);
    viewport()->update();
    emit selectionChanged();
}

/// The selected cards if the current one is among them, else the current one alone.
QList<qint64> BoardView::actedOn() const
{
    if (m_current == 0)
        return {};
    QList<qint64> ids{m_current};
    if (m_selected.contains(m_current)) {
        for (const qint64 id : m_selected) {
            if (id != m_current)
                ids << id;
        }
    }
    return ids;
}

void BoardView::setCurrent(int column, int row)
{
    if (const Card *card = m_model.card(column, row)) {
        m_current = card->id;
        viewport()->update();
        emit currentChanged();
    }
}

int BoardView::rowsInPage(int column) const
{
    return qMax(1, bodyRect(column).height() / (m_painter->usualHeight() + Space::s));
}

void BoardView::walkTo(int column, int row, bool extend)
{
    ensureVisible(column, row);
    if (extend && m_current != 0)
        m_selected.insert(m_current);
    setCurrent(column, row);
    if (extend) {
        m_selected.insert(m_current);
        emit selectionChanged();
    }
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    if (!BoardKeys(*this).press(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

void BoardView::setCurrentCard(qint64 id)
{
    const auto [column, row] = m_model.find(id);
    if (column < 0)
        return;
    m_current = id;
    if (!m_layout.isFolded(column))
        ensureVisible(column, row);
    viewport()->update();
    emit currentChanged();
}

void BoardView::ensureVisible(int column, int row)
{
    m_rows[column].reveal(row, shapeOf(column));
    viewport()->update();
    const QRect rect = laneRect(column);
    if (rect.left() < 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.left() - Space::m);
    else if (rect.right() > viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.right() - viewport()->width() + Space::m);
    needVisible();
}

} // namespace Kartoteka
