// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/item_list_view.h"

#include "core/schema/builtin_names.h"
#include "core/transfer/table_text.h"
#include "views/list/column_chooser.h"
#include "views/list/frozen_columns.h"
#include "views/list/list_delegate.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

namespace Kartoteka {

void paintGroupHeads(QTableView &view, const ItemTableModel &model)
{
    if (model.query().groupBy.isEmpty())
        return;
    const Theme &theme = Theme::of(view.palette());
    QPainter painter(view.viewport());
    QFont strong = view.font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    const int height = view.verticalHeader()->defaultSectionSize();
    const int first = qMax(0, view.rowAt(0));
    for (int row = first; row < model.rowCount(); ++row) {
        const int y = view.rowViewportPosition(row);
        if (y > view.viewport()->height())
            break;
        if (!model.isGroupHead(row))
            continue;
        const QModelIndex index = model.index(row, 0);
        const QRect rect(0, y, view.viewport()->width(), height);
        painter.fillRect(rect, theme.colour(ColourRole::Window));
        painter.setPen(theme.colour(ColourRole::Line));
        painter.drawLine(rect.bottomLeft(), rect.bottomRight());
        const int side = view.fontMetrics().height();
        const QRect arrow(Space::s, rect.center().y() - side / 2, side, side);
        const bool folded = index.data(ItemTableModel::GroupFoldedRole).toBool();
        theme.icon(folded ? u"arrow-right"_s : u"chevron-down"_s, ColourRole::Muted).paint(&painter, arrow);
        painter.setPen(theme.colour(ColourRole::Text));
        painter.drawText(rect.adjusted(Space::s + side + Space::s, 0, -Space::s, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                         index.data().toString());
    }
}

ItemListView::ItemListView(Store &store, ItemTableModel &model, QWidget *parent)
    : QTableView(parent), m_store(store), m_model(model)
{
    setModel(&model);
    setItemDelegate(new ListDelegate(store, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed | SelectedClicked);
    setShowGrid(false);
    setMouseTracking(true);
    // The whole row shows that the pointer is over it; 0: over none.
    connect(this, &QTableView::entered, this, [this](const QModelIndex &index) {
        setProperty("hoveredRow", index.row() + 1);
        viewport()->update();
    });
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setAccessibleName(tr("List"));
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(scaled(sizes().listRow, fontMetrics()));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    // The head asks of each column whether all its cells are selected, which it does not show: a look at every row.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(&model, horizontalHeader()));
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setMinimumHeight(fontMetrics().height() + Space::l);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_frozenView = new FrozenColumns(*this, model);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &ItemListView::showColumnMenu);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int section) { m_model.toggleSort(section, QApplication::keyboardModifiers() & Qt::ShiftModifier); });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const qint64 id = m_model.idAt(index.row()); id != 0)
            emit opened(id);
    });
    connect(&model, &QAbstractItemModel::modelReset, viewport(), qOverload<>(&QWidget::update));
    // Rows go away with their selection, of which a reset and a removal say nothing.
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { emit selectionCountChanged(selectedCount()); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { emit selectionCountChanged(selectedCount()); });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { emit selectionCountChanged(selectedCount()); });
    connect(&model, &ItemTableModel::loaded, viewport(), qOverload<>(&QWidget::update));
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

void ItemListView::setEmptyState(const QString &text, const QString &hint)
{
    m_emptyText = text;
    m_emptyHint = hint;
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
    emit selectionCountChanged(selectedCount());
}

void ItemListView::adjustWidths()
{
    const int unit = fontMetrics().averageCharWidth();
    setColumnWidth(0, unit * 9);
    for (int i = 0; i < m_model.columns().size(); ++i) {
        const Field *field = m_store.schema()->field(m_model.query().typeId, m_model.columns()[i]);
        if (!field)
            continue;
        const bool isLong = field->code == u"title";
        const bool isShort = field->type == FieldType::Money || field->type == FieldType::DateTime
            || field->type == FieldType::Date;
        setColumnWidth(i + 1, unit * (isLong ? 42 : isShort ? 18 : 25));
    }
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
    stream << m_model.columns() << horizontalHeader()->saveState() << m_frozen;
    return state;
}

void ItemListView::restoreState(const QByteArray &state)
{
    QStringList columns;
    QByteArray header;
    int frozen = 0;
    QDataStream stream(state);
    stream >> columns >> header >> frozen;
    if (columns.isEmpty()) {
        adjustWidths();
        return;
    }
    m_model.setColumns(columns);
    horizontalHeader()->restoreState(header);
    horizontalHeader()->setSortIndicatorShown(false);
    setFrozen(frozen);
}

void ItemListView::setColumns(const QStringList &codes)
{
    QHash<QString, int> widths;
    for (int section = 0; section < horizontalHeader()->count(); ++section)
        widths.insert(m_model.columnCode(section), columnWidth(section));
    m_model.setColumns(codes);
    m_model.setQuery(m_model.query());
    adjustWidths();
    for (int section = 0; section < horizontalHeader()->count(); ++section) {
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(section), section);
        if (const int width = widths.value(m_model.columnCode(section)); width > 0)
            setColumnWidth(section, width);
    }
    m_frozenView->follow();
}

void ItemListView::chooseColumns()
{
    QStringList shown = visibleColumns();
    shown.removeAll(u"number"_s);
    ColumnChooser chooser(m_store, m_model.query().typeId, shown, this);
    if (chooser.exec() == QDialog::Accepted)
        setColumns(chooser.columns());
}

void ItemListView::showColumnMenu(const QPoint &at)
{
    const Theme &theme = Theme::of(palette());
    const int section = horizontalHeader()->logicalIndexAt(at);
    const QString code = m_model.columnCode(section);
    const Field *field = m_store.schema()->field(m_model.query().typeId, code);
    QMenu menu(this);
    menu.addAction(theme.icon(u"columns"_s), tr("Choose columns…"), this, &ItemListView::chooseColumns);
    const int place = horizontalHeader()->visualIndex(section) + 1;
    if (m_frozen == place)
        menu.addAction(tr("Let all columns scroll"), this, [this] { setFrozen(0); });
    else
        menu.addAction(theme.icon(u"pin"_s), tr("Freeze up to here"), this, [this, place] { setFrozen(place); });
    if (field) {
        menu.addSeparator();
        if (!field->multiple && !holdsTexts(field->type))
            menu.addAction(tr("Group by “%1”").arg(displayName(*field)), this, [this, code] { emit groupWanted(code); });
        if (!m_model.query().groupBy.isEmpty())
            menu.addAction(tr("Do not group"), this, [this] { emit groupWanted({}); });
        menu.addAction(tr("Hide “%1”").arg(displayName(*field)), this, [this, code] {
            QStringList columns = visibleColumns();
            columns.removeAll(code);
            columns.removeAll(u"number"_s);
            setColumns(columns);
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void ItemListView::copySelected()
{
    const QList<qint64> ids = selectedItems();
    if (ids.isEmpty())
        return;
    const qint64 type = m_model.query().typeId;
    m_store
        .read<TableText>(
            {},
            [type, ids, columns = visibleColumns()](ReadContext &context) { return tableText(context, type, ids, columns); })
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
    paintGroupHeads(*this, m_model);
    if (m_model.rowCount() > 0 || m_model.isLoading())
        return;
    QPainter painter(viewport());
    paintEmptyState(painter, *this, viewport()->rect(), m_emptyText, m_emptyHint);
}

void ItemListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_model.isGroupHead(index.row())) {
        m_model.toggleGroup(index.row());
        return;
    }
    QTableView::mousePressEvent(event);
}

void ItemListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
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
