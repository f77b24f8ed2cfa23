// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/product_table.h"

#include "models/card/product_model.h"
#include "views/card/product_delegate.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isMoveKey(const QKeyEvent &event)
{
    return event.modifiers() == Qt::AltModifier && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
}

constexpr int narrowestName = 140;
constexpr int narrowestHandle = 32;
constexpr int rowsMeasured = 200; ///< for the widths of columns

} // namespace

ProductTable::ProductTable(ProductModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new ProductDelegate(this))
{
    setObjectName(u"productTable"_s);
    setAccessibleName(tr("Products"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed | AnyKeyPressed);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(scaled(sizes().listRow, fontMetrics()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(scaled(16, fontMetrics()));
    horizontalHeader()->setFixedHeight(scaled(32, fontMetrics()));
    connect(&model, &ProductModel::changed, this, &ProductTable::fitColumns);
}

/// How wide a column is that says all it has to say.
int ProductTable::neededWidth(int column) const
{
    const QFontMetrics metrics(column == ProductModel::Sum ? Theme::strong(font()) : font());
    int widest = horizontalHeader()->sectionSizeHint(column);
    for (int row = 0; row < qMin(rowsMeasured, m_model.rowCount()); ++row) {
        const QString text = m_model.index(row, column).data().toString();
        widest = qMax(widest, metrics.horizontalAdvance(text) + 2 * Space::s + 2);
    }
    return widest;
}

/// The name takes what the numbers leave. Where that is too little they give what they do not need, the unit all of it at last.
void ProductTable::fitColumns()
{
    const QFontMetrics metrics(fontMetrics());
    QMap<int, int> widths{{ProductModel::Handle, 48}, {ProductModel::Quantity, 84}, {ProductModel::Unit, 64},
                          {ProductModel::Price, 108}, {ProductModel::Discount, 84}, {ProductModel::Tax, 92},
                          {ProductModel::Sum, 128},   {ProductModel::Remove, 16}};
    for (int &width : widths)
        width = scaled(width, metrics);
    const auto left = [&] {
        return viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0) - scaled(narrowestName, metrics);
    };
    for (auto it = widths.begin(); it != widths.end() && left() < 0; ++it) {
        const int needed = it.key() == ProductModel::Remove ? it.value()
            : it.key() == ProductModel::Handle              ? scaled(narrowestHandle, metrics)
                                                            : neededWidth(it.key());
        it.value() -= qBound(0, it.value() - needed, -left());
    }
    const bool isUnitShown = left() >= 0;
    setColumnHidden(ProductModel::Unit, !isUnitShown);
    if (!isUnitShown)
        widths.remove(ProductModel::Unit);
    for (auto it = widths.cbegin(); it != widths.cend(); ++it)
        setColumnWidth(it.key(), it.value());
    setColumnWidth(ProductModel::Name, scaled(narrowestName, metrics) + qMax(0, left()));
}

void ProductTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

QList<int> ProductTable::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ProductTable::setCurrentRow(int row)
{
    const QModelIndex index = m_model.index(row, ProductModel::Quantity);
    setCurrentIndex(index);
    scrollTo(index);
}

/// One that was closed a moment ago is still there, hidden.
QLineEdit *ProductTable::editor() const
{
    const auto lines = viewport()->findChildren<QLineEdit *>();
    const auto open = std::find_if(lines.begin(), lines.end(), [](const QLineEdit *line) { return !line->isHidden(); });
    return open == lines.end() ? nullptr : *open;
}

void ProductTable::finishEditing()
{
    if (QLineEdit *line = editor()) {
        commitData(line);
        closeEditor(line, QAbstractItemDelegate::NoHint);
    }
}

void ProductTable::cancelEditing()
{
    if (QLineEdit *line = editor())
        closeEditor(line, QAbstractItemDelegate::RevertModelCache);
}

/// Tab goes from cell to cell that can be edited, and on to the next row.
QModelIndex ProductTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveNext && action != MovePrevious)
        return QTableView::moveCursor(action, modifiers);
    const int step = action == MoveNext ? 1 : -1;
    int column = currentIndex().column() + step;
    while (isColumnHidden(column))
        column += step;
    int row = currentIndex().row();
    if (column > ProductModel::Tax || column < ProductModel::Name) {
        row += step;
        column = step > 0 ? ProductModel::Name : ProductModel::Tax;
    }
    return m_model.index(row, column);
}

bool ProductTable::event(QEvent *event)
{
    // The card goes to its neighbours by the same keys.
    if (event->type() == QEvent::ShortcutOverride && currentIndex().isValid()
        && isMoveKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void ProductTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isMoveKey(*event))
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Delete)
        removeSelected();
    else if (event->key() == Qt::Key_Insert)
        emit addWanted();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Paste))
        m_model.paste(QGuiApplication::clipboard()->text());
    else if (isEnter && state() != EditingState && currentIndex().column() == ProductModel::Remove)
        removeSelected();
    else if (isEnter && state() != EditingState && currentIndex().isValid())
        edit(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void ProductTable::moveCurrent(int by)
{
    const int row = currentIndex().row();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_model.rowCount())
        return;
    const int column = currentIndex().column();
    m_model.move(row, by > 0 ? to + 1 : to);
    setCurrentIndex(m_model.index(to, column));
}

void ProductTable::removeSelected()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    const int column = currentIndex().column();
    m_model.remove(rows);
    if (const int left = m_model.rowCount(); left > 0)
        setCurrentIndex(m_model.index(qMin(rows.first(), left - 1), column));
}

void ProductTable::copy() const
{
    if (const QList<int> rows = selectedRows(); !rows.isEmpty())
        QGuiApplication::clipboard()->setText(m_model.copied(rows));
}

void ProductTable::hover(int row)
{
    if (row == m_delegate->hoveredRow())
        return;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void ProductTable::leaveEvent(QEvent *event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

void ProductTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier ? indexAt(event->pos())
                                                                                          : QModelIndex();
    m_pressedAt = event->pos();
}

int ProductTable::rowBefore(const QPoint &at) const
{
    const int row = rowAt(at.y());
    if (row < 0)
        return at.y() < 0 ? 0 : m_model.rowCount();
    return at.y() - rowViewportPosition(row) > rowHeight(row) / 2 ? row + 1 : row;
}

void ProductTable::mouseMoveEvent(QMouseEvent *event)
{
    const bool dragged = (event->buttons() & Qt::LeftButton) && m_pressed.isValid()
        && m_pressed.column() == ProductModel::Handle
        && (m_before >= 0
            || (event->pos() - m_pressedAt).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance());
    if (dragged) {
        m_before = rowBefore(event->pos());
        viewport()->setCursor(Qt::ClosedHandCursor);
        viewport()->update();
        return;
    }
    const QModelIndex under = indexAt(event->pos());
    hover(under.row());
    viewport()->setCursor(under.column() == ProductModel::Handle       ? Qt::OpenHandCursor
                              : under.column() == ProductModel::Remove ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
    if (!(event->buttons() & Qt::LeftButton))
        QTableView::mouseMoveEvent(event);
}

void ProductTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex pressed = m_pressed;
    m_pressed = QModelIndex();
    if (m_before >= 0) {
        const int row = pressed.row();
        const int before = m_before;
        stopDrag();
        m_model.move(row, before);
        setCurrentIndex(m_model.index(before > row ? before - 1 : before, ProductModel::Handle));
        return;
    }
    if (!pressed.isValid() || indexAt(event->pos()) != pressed)
        return;
    if (pressed.column() == ProductModel::Remove)
        removeSelected();
    else if (pressed.flags() & Qt::ItemIsEditable)
        edit(pressed);
}

void ProductTable::stopDrag()
{
    m_before = -1;
    viewport()->unsetCursor();
    viewport()->update();
}

void ProductTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_before < 0)
        return;
    const int rows = m_model.rowCount();
    const int y = m_before < rows ? rowViewportPosition(m_before) : rowViewportPosition(rows - 1) + rowHeight(rows - 1);
    QPainter painter(viewport());
    painter.fillRect(QRect(0, qMax(0, y - 1), viewport()->width(), 2), Theme::of(palette()).colour(ColourRole::Accent));
}

void ProductTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QList<int> rows = selectedRows();
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.addAction(withKey(tr("Add a product"), Qt::Key_Insert), this, &ProductTable::addWanted)
        ->setIcon(theme.icon(u"plus"_s));
    menu.addAction(withKey(tr("Paste rows"), QKeySequence::Paste), this,
                   [this] { m_model.paste(QGuiApplication::clipboard()->text()); })
        ->setEnabled(!QGuiApplication::clipboard()->text().trimmed().isEmpty());
    if (!rows.isEmpty()) {
        menu.addAction(withKey(tr("Copy as a table"), QKeySequence::Copy), this, [this] { copy(); })
            ->setIcon(theme.icon(u"copy"_s));
        menu.addSeparator();
        const bool included = std::all_of(rows.begin(), rows.end(),
                                          [this](int row) { return m_model.rows()[row].line.taxIncluded; });
        QAction *tax = menu.addAction(tr("The price includes the tax"), this,
                                      [this, rows, included] { m_model.setTaxIncluded(rows, !included); });
        tax->setCheckable(true);
        tax->setChecked(included);
        menu.addSeparator();
        menu.addAction(withKey(tr("Move up"), Qt::ALT | Qt::Key_Up), this, [this] { moveCurrent(-1); });
        menu.addAction(withKey(tr("Move down"), Qt::ALT | Qt::Key_Down), this, [this] { moveCurrent(1); });
        menu.addSeparator();
        menu.addAction(withKey(tr("Delete"), Qt::Key_Delete), this, [this] { removeSelected(); })
            ->setIcon(theme.icon(u"trash"_s, ColourRole::Danger));
    }
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()
        ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
        : event->globalPos();
    menu.exec(at);
}

} // namespace Kartoteka
