// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"

#include "views/board/quick_form.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

namespace Kartoteka {

namespace {

constexpr int scrollStepMs = 16;
constexpr int riseMs = 140;

} // namespace

QString sumText(const ItemTotals &totals)
{
    QList<QPair<qint64, QString>> sums;
    for (auto it = totals.sums.cbegin(); it != totals.sums.cend(); ++it) {
        if (it.value() != 0)
            sums.append({it.value(), moneyText({it.value(), it.key()})});
    }
    std::sort(sums.rbegin(), sums.rend());
    QStringList parts;
    for (const auto &sum : std::as_const(sums))
        parts << sum.second;
    return parts.join(u" + "_s);
}

BoardView::BoardView(Store &store, BoardModel &model, QWidget *parent)
    : QAbstractScrollArea(parent), m_store(store), m_model(model), m_quick(new QuickForm(store, this))
{
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
        setFocus();
        viewport()->update();
    });
    m_autoScroll.setInterval(scrollStepMs);
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
        m_scroll.resize(m_model.columnCount());
        for (int column = 0; column < m_scroll.size(); ++column)
            setColumnScroll(column, m_scroll[column]);
        if (m_drag.active)
            cancelDrag(); // its column may be gone
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

void BoardView::makePainter()
{
    m_painter.emplace(font(), palette(), m_look);
    m_layout.setDefaults(qMax(280, fontMetrics().averageCharWidth() * 36), fontMetrics().height() + Space::xl, Space::m);
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

void BoardView::setEmptyState(const QString &text, const QString &hint)
{
    m_emptyText = text;
    m_emptyHint = hint;
    viewport()->update();
}

void BoardView::restoreColumns(const QString &state)
{
    m_layout.restore(state);
    updateBars();
}

int BoardView::headerHeight() const
{
    return Space::m + fontMetrics().height() + Space::xs + QFontMetrics(Theme::small(font())).height() + Space::m;
}

int BoardView::columnLeft(int column) const
{
    return m_layout.left(column) - horizontalScrollBar()->value();
}

QRect BoardView::columnRect(int column) const
{
    return {columnLeft(column), 0, m_layout.width(column), viewport()->height()};
}

QRect BoardView::plusRect(int column) const
{
    const int side = fontMetrics().height() + Space::xs;
    return {columnRect(column).right() - Space::m - Space::s - side, Space::s + Space::xs, side, side};
}

QRect BoardView::bodyRect(int column) const
{
    const int quick = column == m_quickColumn ? m_quick->height() + Space::s : 0;
    return columnRect(column).adjusted(0, headerHeight() + quick, 0, 0);
}

QRect BoardView::rowRect(int column, int row) const
{
    const int top = bodyRect(column).top() + row * rowHeight() - m_scroll.value(column);
    return {columnLeft(column), top, m_layout.width(column) - Space::m, m_painter->height()};
}

QRect BoardView::cardRect(qint64 id) const
{
    const auto [column, row] = m_model.find(id);
    return column < 0 || m_layout.isFolded(column) ? QRect() : rowRect(column, row);
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
        const int first = m_scroll.value(column) / rowHeight();
        const int last = (m_scroll.value(column) + bodyRect(column).height()) / rowHeight();
        m_model.need(column, first, last);
    }
}

int BoardView::columnAt(const QPoint &point) const
{
    return m_layout.columnAt(point.x() + horizontalScrollBar()->value());
}

BoardView::Hit BoardView::hitAt(const QPoint &point) const
{
    Hit hit;
    hit.column = columnAt(point);
    if (hit.column < 0)
        return hit;
    hit.head = point.y() < headerHeight() || m_layout.isFolded(hit.column);
    const QRect body = bodyRect(hit.column);
    if (hit.head || point.y() < body.top())
        return hit;
    const int row = (point.y() - body.top() + m_scroll.value(hit.column)) / rowHeight();
    if (row >= m_model.cardCount(hit.column) || !rowRect(hit.column, row).contains(point))
        return hit;
    hit.row = row;
    if (const Card *card = m_model.card(hit.column, row))
        hit.id = card->id;
    return hit;
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
    m_quick->open(m_model.query().typeId, m_model.query().pipeline, {{source.field(), *given}});
    setColumnScroll(column, 0);
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
    const int width = m_layout.width(m_quickColumn) - Space::m;
    m_quick->setGeometry(columnLeft(m_quickColumn), headerHeight(), width, m_quick->sizeHint().height());
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
        showCardToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = 0;
        m_hoveredHead = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BoardView::showCardToolTip(const QPoint &point, const QPoint &global)
{
    const Hit hit = hitAt(point);
    if (hit.head) {
        QStringList lines{m_model.head(hit.column).name, sumText(m_model.totals(hit.column))};
        lines.removeAll(QString());
        if (plusRect(hit.column).contains(point))
            lines << tr("New card here (Insert)");
        else if (m_model.source()->isStages())
            lines << tr("A right click edits the stage; dragging moves the column.");
        QToolTip::showText(global, lines.join(u'\n'), viewport());
        return;
    }
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
void BoardView::select(qint64 id, Qt::KeyboardModifiers modifiers, const Hit &hit)
{
    const auto [column, row] = m_model.find(m_current);
    if (modifiers & Qt::ShiftModifier && column == hit.column && row >= 0) {
        for (int at = qMin(row, hit.row); at <= qMax(row, hit.row); ++at) {
            if (const Card *card = m_model.card(column, at))
                m_selected.insert(card->id);
        }
    } else if (m_selected.contains(id)) {
        m_selected.remove(id);
    } else {
        m_selected.insert(id);
    }
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
    }
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

/// Moves the focus; with @p extend what it passes is selected.
void BoardView::walk(int key, bool extend)
{
    const auto [column, row] = m_model.find(m_current);
    const bool none = column < 0;
    const int lastColumn = m_model.columnCount() - 1;
    int toColumn = none ? 0 : column;
    int toRow = none ? 0 : row;
    const int page = lastColumn < 0 ? 1 : qMax(1, bodyRect(toColumn).height() / rowHeight());
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = key == Qt::Key_Left ? -1 : 1;
        // Columns without cards, and folded ones, are passed over.
        for (int next = toColumn + (none ? 0 : step); next >= 0 && next <= lastColumn; next += step) {
            if (m_model.cardCount(next) > 0 && !m_layout.isFolded(next)) {
                toColumn = next;
                toRow = qMin(toRow, m_model.cardCount(next) - 1);
                break;
            }
        }
        break;
    }
    case Qt::Key_Up: toRow -= none ? 0 : 1; break;
    case Qt::Key_Down: toRow += none ? 0 : 1; break;
    case Qt::Key_PageDown: toRow += page; break;
    case Qt::Key_PageUp: toRow -= page; break;
    case Qt::Key_Home: toRow = 0; break;
    case Qt::Key_End: toRow = lastColumn >= 0 ? m_model.cardCount(toColumn) - 1 : 0; break;
    default: return;
    }
    if (lastColumn < 0)
        return;
    toRow = qBound(0, toRow, qMax(0, m_model.cardCount(toColumn) - 1));
    ensureVisible(toColumn, toRow);
    if (extend && m_current != 0)
        m_selected.insert(m_current);
    setCurrent(toColumn, toRow);
    if (extend) {
        m_selected.insert(m_current);
        emit selectionChanged();
    }
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_drag.active || !m_selected.isEmpty())) {
        m_drag.active ? cancelDrag() : clearSelection();
        return;
    }
    const auto [column, row] = m_model.find(m_current);
    const bool none = column < 0;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int target = column + (event->key() == Qt::Key_Left ? -1 : 1);
        if (!(event->modifiers() & Qt::ControlModifier))
            walk(event->key(), false);
        else if (!none && target >= 0 && target < m_model.columnCount())
            emit dropped(actedOn(), target, 0);
        break;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() & Qt::ControlModifier && !none)
            emit dropped({m_current}, column, event->key() == Qt::Key_Up ? row - 1 : row + 2);
        else
            walk(event->key(), event->modifiers() & Qt::ShiftModifier);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Home:
    case Qt::Key_End: walk(event->key(), event->modifiers() & Qt::ShiftModifier); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!none)
            emit opened(m_current);
        break;
    case Qt::Key_Space:
        if (!none)
            select(m_current, {}, {column, row, m_current, false});
        break;
    case Qt::Key_A:
        if (event->modifiers() & Qt::ControlModifier && !none)
            selectColumn(column);
        break;
    case Qt::Key_Delete:
        if (!none)
            emit deleteRequested(actedOn());
        break;
    case Qt::Key_Insert: startQuickForm(none ? 0 : column); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace Kartoteka
