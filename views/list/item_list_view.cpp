// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/item_list_view.h"

#include "core/items/field_path.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/transfer/table_text.h"
#include "models/base/rate_watch.h"
#include "views/list/column_chooser.h"
#include "views/list/column_menu.h"
#include "views/list/frozen_columns.h"
#include "views/list/group_heads.h"
#include "views/list/list_delegate.h"
#include "views/list/rows_of.h"
#include "views/list/tick_column.h"
#include "views/list/usual_width.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/spoken_role.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>

#include <utility>

namespace Kartoteka {

ItemListView::ItemListView(Store &store, ItemTableModel &model, QWidget *parent)
    : QTableView(parent), m_store(store), m_model(model)
{
    // The model is set last of these: it asks what is selected.
    m_rows = new ListDelegate(store, this);
    m_empty = new EmptyState(this, false);
    m_all = new QCheckBox(this);
    setModel(&model);
    setItemDelegate(m_rows);
    setVerticalHeader(new TickColumn(*this, model));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed | SelectedClicked);
    setShowGrid(false);
    setMouseTracking(true);
    connect(this, &QTableView::entered, this, [this](const QModelIndex &index) { setHoveredRow(index.row()); });
    connect(&RateWatch::of(store), &RateWatch::changed, viewport(), qOverload<>(&QWidget::update)); // sums of groups
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setAccessibleName(tr("List"));
    setTabKeyNavigation(false);
    verticalHeader()->setDefaultSectionSize(scaled(sizes().listRow, fontMetrics()));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    // The head asks of each column whether all its cells are selected, which it does not show: a look at every row.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(&model, horizontalHeader()));
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setFont(Theme::small(font()));
    horizontalHeader()->viewport()->setFont(horizontalHeader()->font()); // under a style sheet it does not follow
    horizontalHeader()->setFixedHeight(scaled(36, fontMetrics()));
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_frozenView = new FrozenColumns(*this, store, model);
    m_all->setObjectName(u"selectAll"_s);
    m_all->setFocusPolicy(Qt::NoFocus); // Ctrl+A does the same
    m_all->setToolTip(tr("Select everything the filter finds (Ctrl+A)"));
    m_all->setAccessibleName(m_all->toolTip());
    speakAs(*m_all, QAccessible::CheckBox);
    connect(m_all, &QCheckBox::clicked, this, [this](bool on) {
        setFocus();
        on ? selectAll() : tickNothing();
    });
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        ColumnMenu(*this, m_model, m_store)
            .show(horizontalHeader()->logicalIndexAt(at), horizontalHeader()->mapToGlobal(at));
    });
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int section) { m_model.toggleSort(section, QApplication::keyboardModifiers() & Qt::ShiftModifier); });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const qint64 id = m_model.idAt(index.row()); id != 0)
            emit opened(id);
    });
    connect(&model, &QAbstractItemModel::modelReset, viewport(), qOverload<>(&QWidget::update));
    // Of a selection of everything Qt keeps the corners alone, of which one may go.
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        m_allTicked = m_ticking && selectedCount() == m_model.ids().size() ? m_model.ids() : QList<qint64>();
    });
    connect(&model, &QAbstractItemModel::layoutChanged, this, &ItemListView::keepAllTicked);
    // Rows come and go with their selection, of which these say nothing.
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &ItemListView::noteSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &ItemListView::noteSelection);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &ItemListView::noteSelection);
    // While rows move nothing is selected, and afterwards what was.
    const auto noteKept = [this] {
        if (!m_ticking && selectedCount() > 1)
            noteSelection();
    };
    connect(&model, &QAbstractItemModel::rowsMoved, this, noteKept, Qt::QueuedConnection);
    connect(&model, &QAbstractItemModel::layoutChanged, this, noteKept, Qt::QueuedConnection);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        // Only a person resizes with the button down.
        m_widthsFixed = m_widthsFixed
            || (section >= 0 && QGuiApplication::mouseButtons() & Qt::LeftButton
                && horizontalHeader()->viewport()->underMouse());
    });
    connect(&model, &ItemTableModel::loaded, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &ItemTableModel::loaded, this, &ItemListView::showEmpty);
    connect(&model, &ItemTableModel::sorted, horizontalHeader()->viewport(), qOverload<>(&QWidget::update));
    adjustWidths();
    m_model.setShown(false);
}

void ItemListView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    m_model.setShown(true);
}

void ItemListView::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    m_model.setShown(false);
}

void ItemListView::setEmptyText(const EmptyText &text)
{
    m_empty->setText(text);
    showEmpty();
}

void ItemListView::showEmpty()
{
    m_empty->setVisible(m_model.rowCount() == 0 && !m_model.isLoading() && !m_empty->text().title.isEmpty());
    // Columns wider than the view are no reason to scroll what is not there.
    setHorizontalScrollBarPolicy(m_empty->isHidden() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

qint64 ItemListView::currentItem() const
{
    return currentIndex().isValid() ? m_model.idAt(currentIndex().row()) : 0;
}

void ItemListView::setCurrentItem(qint64 id)
{
    const int row = m_model.rowOf(id);
    if (row < 0 || id == currentItem())
        return;
    const QModelIndex index = m_model.index(row, qMax(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

qsizetype ItemListView::selectedCount() const
{
    qsizetype rows = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() == 0)
            rows += range.height() - m_model.groupHeadsBetween(range.top(), range.bottom());
    }
    return rows;
}

void ItemListView::selectAll()
{
    const QScopedValueRollback ticking(m_inTick, true);
    m_model.unfoldAll();
    QTableView::selectAll();
}

QList<qint64> ItemListView::selectedItems() const
{
    QList<QPair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() == 0) // of a row that is selected column by column, once
            ranges.append({range.top(), range.bottom()});
    }
    std::sort(ranges.begin(), ranges.end());
    QList<qint64> ids;
    for (const auto &[top, bottom] : std::as_const(ranges)) {
        for (int row = top; row <= bottom; ++row) {
            if (const qint64 id = m_model.idAt(row); id != 0)
                ids << id;
        }
    }
    return ids;
}

void ItemListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    noteSelection();
}

/// A click to look at something else drops no ticks: they may have taken a while.
QItemSelectionModel::SelectionFlags ItemListView::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    const bool isInput = event && (event->isPointerEvent() || event->type() == QEvent::KeyPress);
    const bool isPlain = isInput && !(static_cast<const QInputEvent *>(event)->modifiers() & ~Qt::KeypadModifier);
    return m_ticking && isPlain ? QItemSelectionModel::NoUpdate : QTableView::selectionCommand(index, event);
}

/// What follows from how many rows are selected.
void ItemListView::noteSelection()
{
    const qsizetype count = selectedCount();
    m_ticking = count > 1 || (count == 1 && m_inTick);
    const QSignalBlocker quiet(m_all);
    m_all->setVisible(m_model.rowCount() > 0);
    m_all->setChecked(m_ticking && count == m_model.ids().size());
    verticalHeader()->viewport()->update();
    showEmpty();
    emit tickedChanged(m_ticking ? count : 0);
}

/// What has come since is not among them.
void ItemListView::keepAllTicked()
{
    if (m_allTicked.isEmpty())
        return;
    const QSignalBlocker quiet(selectionModel()); // how things stand is noted afterwards
    selectionModel()->clearSelection();
    selectionModel()->select(rowsOf(m_model, std::exchange(m_allTicked, {})), QItemSelectionModel::Select);
}

void ItemListView::tick(int row, bool through)
{
    if (m_model.idAt(row) == 0)
        return;
    const QScopedValueRollback ticking(m_inTick, true);
    const QModelIndex index = m_model.index(row, qMax(0, currentIndex().column()));
    using Selection = QItemSelectionModel;
    if (through && currentIndex().isValid()) {
        const auto [top, bottom] = std::minmax(currentIndex().row(), row);
        selectionModel()->select(QItemSelection(m_model.index(top, 0), m_model.index(bottom, 0)),
                                 Selection::Select | Selection::Rows);
    } else {
        // What merely is current is not what was ticked.
        selectionModel()->select(index, (m_ticking ? Selection::Toggle : Selection::ClearAndSelect) | Selection::Rows);
    }
    selectionModel()->setCurrentIndex(index, Selection::NoUpdate);
    noteSelection(); // where one row is both current and ticked nothing was selected anew
}

void ItemListView::tickNothing()
{
    selectionModel()->clearSelection();
}

void ItemListView::setHoveredRow(int row)
{
    if (m_rows->hoveredRow() == row)
        return;
    m_rows->setHoveredRow(row);
    viewport()->update();
    verticalHeader()->viewport()->update();
    m_frozenView->setHoveredRow(row);
}

void ItemListView::adjustWidths()
{
    const SchemaPtr schema = m_store.schema();
    QList<ColumnWidth> columns;
    for (int column = 0; column <= m_model.columns().size(); ++column) {
        columns << usualWidth(*schema, m_model.query().typeId, m_model.columnCode(column), font());
    }
    const QList<int> widths = sharedWidths(columns, m_model.columnOf(Codes::title), viewport()->width(), fontMetrics());
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths[column]);
}

void ItemListView::setFrozen(int columns)
{
    m_frozen = columns;
    m_frozenView->setCount(columns);
}

QStringList ItemListView::visibleColumns() const
{
    QStringList codes;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        codes << m_model.columnCode(horizontalHeader()->logicalIndex(visual));
    return codes;
}

QByteArray ItemListView::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_model.columns() << horizontalHeader()->saveState() << m_frozen << m_widthsFixed;
    return state;
}

void ItemListView::restoreState(const QByteArray &state)
{
    QStringList columns;
    QByteArray header;
    int frozen = 0;
    bool fixed = true; // earlier programs did not say
    QDataStream stream(state);
    stream >> columns >> header >> frozen;
    if (!stream.atEnd())
        stream >> fixed;
    if (columns.isEmpty()) {
        adjustWidths();
        return;
    }
    m_model.setColumns(columns);
    horizontalHeader()->restoreState(header);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setStretchLastSection(true);
    m_widthsFixed = fixed;
    setFrozen(frozen);
}

void ItemListView::setColumns(const QStringList &codes)
{
    QHash<QString, int> widths;
    for (int section = 0; section < horizontalHeader()->count(); ++section)
        widths.insert(m_model.columnCode(section), columnWidth(section));
    showColumns(codes);
    m_model.setQuery(m_model.query());
    for (int section = 0; section < horizontalHeader()->count(); ++section) {
        if (const int width = widths.value(m_model.columnCode(section)); width > 0)
            setColumnWidth(section, width);
    }
    m_frozenView->follow();
}

void ItemListView::showColumns(const QStringList &codes)
{
    m_model.setColumns(codes);
    adjustWidths();
    for (int section = 0; section < horizontalHeader()->count(); ++section)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(section), section);
    m_frozenView->follow();
}

void ItemListView::chooseColumns()
{
    QStringList shown = visibleColumns();
    shown.removeAll(ListColumn::number);
    ColumnChooser chooser(m_store, m_model.query().typeId, shown, this);
    if (chooser.exec() == QDialog::Accepted)
        setColumns(chooser.columns());
}

void ItemListView::widen(int section, int pixels)
{
    m_widthsFixed = true;
    setColumnWidth(section, qMax(horizontalHeader()->minimumSectionSize(), columnWidth(section) + pixels));
}

/// Below the head of the column at hand.
void ItemListView::showMenuOfCurrentColumn()
{
    const int section = qMax(0, currentIndex().column());
    const QPoint under(horizontalHeader()->sectionViewportPosition(section), horizontalHeader()->height());
    ColumnMenu(*this, m_model, m_store).show(section, horizontalHeader()->mapToGlobal(under));
}

void ItemListView::copySelected()
{
    const QList<qint64> ids = selectedItems();
    if (ids.isEmpty())
        return;
    const qint64 type = m_model.query().typeId;
    m_store
        .read<TableText>({},
                         [type, ids, columns = ListColumn::fieldsOf(*m_store.schema(), type, visibleColumns())](
                             ReadContext &context) { return tableText(context, type, ids, columns); })
        .then(this, [this, count = ids.size()](const Result<TableText> &table) {
            if (!table) {
                emit failed(table.error());
                return;
            }
            auto *data = new QMimeData; // the clipboard owns it
            data->setText(table->tsv);
            data->setHtml(table->html);
            QGuiApplication::clipboard()->setMimeData(data);
            emit copied(count);
        });
}

void ItemListView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintGroupHeads(*this, m_model, *m_store.schema());
}

void ItemListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_model.isGroupHead(index.row())) {
        m_model.toggleGroup(index.row());
        return;
    }
    m_pressedStage = QPersistentModelIndex();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && index.flags() & Qt::ItemIsEditable
        && index.data(ItemTableModel::StageRole).isValid()
        && m_rows->stageRect(visualRect(index), index.data().toString(), font()).contains(event->pos()))
        m_pressedStage = index;
    QTableView::mousePressEvent(event);
}

void ItemListView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (m_pressedStage.isValid() && indexAt(event->pos()) == m_pressedStage)
        askStage(m_pressedStage);
    m_pressedStage = QPersistentModelIndex();
}

void ItemListView::askStage(const QModelIndex &index)
{
    emit stageWanted(m_model.idAt(index.row()), viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

bool ItemListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

/// A stage is chosen from a menu, and by the mouse at the first click.
bool ItemListView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    if (!index.data(ItemTableModel::StageRole).isValid())
        return QTableView::edit(index, trigger, event);
    if (trigger == EditKeyPressed && index.flags() & Qt::ItemIsEditable)
        askStage(index);
    return false;
}

void ItemListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (!m_widthsFixed && event->size().width() != event->oldSize().width())
        adjustWidths();
    const int side = m_all->sizeHint().height();
    const QPoint middle =
        TickColumn::boxIn(QRect(0, 0, verticalHeader()->width(), horizontalHeader()->height()), font()).center();
    m_all->setGeometry(QRect(middle - QPoint(side / 2, side / 2), QSize(side, side)));
    m_all->raise();
    m_frozenView->follow();
}

void ItemListView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && state() != EditingState) {
        if (currentItem() != 0)
            emit opened(currentItem());
        else if (currentIndex().isValid())
            m_model.toggleGroup(currentIndex().row());
        return;
    }
    if (event->key() == Qt::Key_Space && state() != EditingState) {
        tick(currentIndex().row(), event->modifiers() & Qt::ShiftModifier);
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() & Qt::AltModifier && state() != EditingState) {
        showMenuOfCurrentColumn();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_ticking && state() != EditingState) {
        tickNothing();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        return;
    }
    if (event->key() == Qt::Key_Delete && state() != EditingState) {
        if (const QList<qint64> ids = selectedItems(); !ids.isEmpty())
            emit deleteRequested(ids);
        return;
    }
    QTableView::keyPressEvent(event);
}

void ItemListView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard
        ? currentIndex()
        : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (const qint64 id = index.isValid() ? m_model.idAt(index.row()) : 0; id != 0)
        emit contextMenuWanted(id, event->globalPos());
}

} // namespace Kartoteka
