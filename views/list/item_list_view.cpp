// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/item_list_view.h"

#include "core/schema/builtin_names.h"
#include "views/list/list_delegate.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace Kartoteka {

ItemListView::ItemListView(Store &store, ItemTableModel &model, QWidget *parent)
    : QTableView(parent), m_store(store), m_model(model)
{
    setModel(&model);
    setItemDelegate(new ListDelegate(store, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setMouseTracking(true);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setAccessibleName(tr("List"));
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(qMax(32, fontMetrics().height() + Space::m));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setMinimumHeight(fontMetrics().height() + Space::l);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &ItemListView::showColumnMenu);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { emit opened(m_model.idAt(index.row())); });
    connect(&model, &QAbstractItemModel::modelReset, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &ItemTableModel::loaded, viewport(), qOverload<>(&QWidget::update));
    adjustWidths();
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

QList<qint64> ItemListView::selectedItems() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    QList<qint64> ids;
    for (const int row : std::as_const(rows))
        ids << m_model.idAt(row);
    return ids;
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

QByteArray ItemListView::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_model.columns() << horizontalHeader()->saveState();
    return state;
}

void ItemListView::restoreState(const QByteArray &state)
{
    QStringList columns;
    QByteArray header;
    QDataStream stream(state);
    stream >> columns >> header;
    if (stream.status() != QDataStream::Ok || columns.isEmpty()) {
        adjustWidths();
        return;
    }
    m_model.setColumns(columns);
    horizontalHeader()->restoreState(header);
    horizontalHeader()->setSortIndicatorShown(true);
}

void ItemListView::showColumnMenu(const QPoint &at)
{
    QMenu menu(this);
    for (const Field &field : m_store.schema()->fields(m_model.query().typeId)) {
        QAction *action = menu.addAction(displayName(field));
        action->setCheckable(true);
        action->setChecked(m_model.columns().contains(field.code));
        connect(action, &QAction::toggled, this, [this, code = field.code](bool on) {
            QStringList columns = m_model.columns();
            if (on)
                columns << code;
            else
                columns.removeAll(code);
            m_model.setColumns(columns);
            m_model.setQuery(m_model.query());
            adjustWidths();
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void ItemListView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model.rowCount() > 0 || m_model.isLoading())
        return;
    QPainter painter(viewport());
    paintEmptyState(painter, *this, viewport()->rect(), m_emptyText, m_emptyHint);
}

void ItemListView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem() != 0) {
        emit opened(currentItem());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ItemListView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        emit contextMenuWanted(m_model.idAt(index.row()), event->globalPos());
}

} // namespace Kartoteka
