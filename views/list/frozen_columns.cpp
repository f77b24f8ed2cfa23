// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/frozen_columns.h"

#include "views/list/group_heads.h"
#include "views/list/item_list_view.h"
#include "views/list/list_delegate.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace Kartoteka {

FrozenColumns::FrozenColumns(QTableView &list, Store &store, ItemTableModel &model)
    : QTableView(&list), m_list(list), m_store(store), m_model(model), m_rows(new ListDelegate(store, this))
{
    setModel(&model);
    setSelectionModel(list.selectionModel());
    setItemDelegate(m_rows); // of its own: a delegate tells all its views of each editor
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(list.verticalHeader()->defaultSectionSize());
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFont(list.horizontalHeader()->font());
    horizontalHeader()->viewport()->setFont(horizontalHeader()->font()); // under a style sheet it does not follow
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(&model, horizontalHeader())); // as the list's own
    horizontalHeader()->setContextMenuPolicy(Qt::NoContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(list.verticalScrollMode());
    connect(this, &QTableView::entered, &list,
            [&list](const QModelIndex &index) { static_cast<ItemListView &>(list).setHoveredRow(index.row()); });
    connect(list.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int section) { m_model.toggleSort(section, QApplication::keyboardModifiers() & Qt::ShiftModifier); });
    connect(list.horizontalHeader(), &QHeaderView::sectionResized, this, &FrozenColumns::follow);
    connect(list.horizontalHeader(), &QHeaderView::sectionMoved, this, &FrozenColumns::follow);
    connect(&model, &QAbstractItemModel::modelReset, this, &FrozenColumns::follow);
    hide();
}

void FrozenColumns::setCount(int columns)
{
    m_count = columns;
    follow();
}

void FrozenColumns::setHoveredRow(int row)
{
    m_rows->setHoveredRow(row);
    viewport()->update();
}

void FrozenColumns::follow()
{
    const QHeaderView *theirs = m_list.horizontalHeader();
    setVisible(m_count > 0 && theirs->count() > m_count);
    if (!isVisible())
        return;
    int width = 0;
    for (int visual = 0; visual < theirs->count(); ++visual) {
        const int section = theirs->logicalIndex(visual);
        setColumnHidden(section, visual >= m_count);
        if (visual >= m_count)
            continue;
        setColumnWidth(section, theirs->sectionSize(section));
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(section), visual);
        width += theirs->sectionSize(section);
    }
    horizontalHeader()->setFixedHeight(theirs->height());
    setGeometry(m_list.frameWidth() + m_list.verticalHeader()->width(), m_list.frameWidth(), width + 1,
                m_list.viewport()->height() + theirs->height());
    verticalScrollBar()->setValue(m_list.verticalScrollBar()->value());
    raise();
}

void FrozenColumns::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintGroupHeads(*this, m_model, *m_store.schema());
    // A hairline where what scrolls begins.
    QPainter painter(viewport());
    painter.fillRect(viewport()->width() - 1, 0, 1, viewport()->height(), Theme::of(palette()).colour(ColourRole::Line));
}

void FrozenColumns::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_list.viewport(), event);
}

void FrozenColumns::contextMenuEvent(QContextMenuEvent *event)
{
    QContextMenuEvent theirs(event->reason(), m_list.viewport()->mapFromGlobal(event->globalPos()), event->globalPos());
    QApplication::sendEvent(&m_list, &theirs);
}

void FrozenColumns::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid())
        emit m_list.doubleClicked(index);
}

} // namespace Kartoteka
