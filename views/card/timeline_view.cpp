// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/timeline_view.h"

#include "views/card/timeline_delegate.h"

#include <QContextMenuEvent>
#include <QMouseEvent>

namespace Kartoteka {

TimelineView::TimelineView(Store &store, TimelineModel &model, QWidget *parent) : QListView(parent)
{
    m_delegate = new TimelineDelegate(store.clock(), this);
    setObjectName(u"timeline"_s);
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setResizeMode(Adjust);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Timeline"));
}

QStyleOptionViewItem TimelineView::optionOf(int row) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(model()->index(row, 0));
    return option;
}

QRect TimelineView::checkRect(int row) const
{
    return m_delegate->checkRect(optionOf(row));
}

QRect TimelineView::conflictButton(int row, bool takeOther) const
{
    const QModelIndex index = model()->index(row, 0);
    return takeOther ? m_delegate->takeRect(optionOf(row), index) : m_delegate->keepRect(optionOf(row), index);
}

void TimelineView::activate(const QModelIndex &index)
{
    if (const qint64 activity = index.data(TimelineModel::ActivityRole).toLongLong(); activity != 0)
        emit completeWanted(activity);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    if (checkRect(index.row()).adjusted(-4, -4, 4, 4).contains(event->pos())) {
        activate(index);
        return;
    }
    if (const qint64 conflict = index.data(TimelineModel::ConflictRole).toLongLong(); conflict != 0) {
        for (const bool takeOther : {true, false}) {
            if (conflictButton(index.row(), takeOther).contains(event->pos()))
                emit settleWanted(conflict, takeOther);
        }
        return;
    }
    if (const qint64 file = index.data(TimelineModel::AttachmentRole).toLongLong(); file != 0) {
        emit fileActivated(file);
        return;
    }
    const QVariantList links = index.data(TimelineModel::LinksRole).toList();
    if (links.isEmpty())
        return;
    // One line a link: the line that was clicked.
    const QRect rect = visualRect(index);
    const int line = qBound(
        0, (event->pos().y() - rect.top() - rect.height() / 3) * int(links.size()) / qMax(1, rect.height() / 2),
        int(links.size()) - 1);
    emit linkActivated(links[line].value<ItemRef>());
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const qint64 file = currentIndex().data(TimelineModel::AttachmentRole).toLongLong();
    if (enter && file != 0)
        emit fileActivated(file);
    else if (event->key() == Qt::Key_Space)
        activate(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (const qint64 file = index.data(TimelineModel::AttachmentRole).toLongLong(); file != 0)
        emit fileMenuWanted(file, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // rows wrap to the new width
}

} // namespace Kartoteka
