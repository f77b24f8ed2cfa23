// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/timeline_view.h"

#include "core/schema/text_pictures.h"
#include "views/card/timeline_delegate.h"
#include "views/widgets/menu_text.h"

#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QItemSelectionModel>
#include <QMenu>
#include <QMouseEvent>
#include <QUrl>

namespace Kartoteka {

namespace {

bool isPinKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier;
}

bool isFoldable(const QModelIndex &index)
{
    return index.data(TimelineModel::FoldedRole).isValid();
}

bool isFolded(const QModelIndex &heading)
{
    return heading.data(TimelineModel::FoldedRole).toBool();
}

/// The heading that a row stands under; itself of a heading.
QModelIndex headingOf(QModelIndex index)
{
    while (index.isValid() && !isFoldable(index))
        index = index.siblingAtRow(index.row() - 1);
    return index;
}

} // namespace

TimelineView::TimelineView(Store &store, TimelineModel &model, QWidget *parent) : QListView(parent)
{
    m_delegate = new TimelineDelegate(store, this);
    connect(m_delegate, &TimelineDelegate::stale, viewport(), qOverload<>(&QWidget::update));
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
    return m_delegate->placesOf(optionOf(row), model()->index(row, 0)).icon;
}

QRect TimelineView::conflictButton(int row, bool takeOther) const
{
    const QModelIndex index = model()->index(row, 0);
    const TimelinePlaces places = m_delegate->placesOf(optionOf(row), index);
    return takeOther ? places.take : places.keep;
}

QRect TimelineView::actsButton(int row) const
{
    return m_delegate->placesOf(optionOf(row), model()->index(row, 0)).acts;
}

QPoint TimelineView::linkPoint(int row, int place) const
{
    const QModelIndex index = model()->index(row, 0);
    const QStyleOptionViewItem option = optionOf(row);
    for (int y = option.rect.top(); y <= option.rect.bottom(); ++y) {
        for (int x = option.rect.left(); x <= option.rect.right(); x += 4) {
            if (m_delegate->linkAt(option, index, {x, y}) == place)
                return {x + 4, y + option.fontMetrics.height() / 2};
        }
    }
    return {};
}

void TimelineView::complete(const QModelIndex &index)
{
    if (const qint64 activity = index.data(TimelineModel::ActivityRole).toLongLong(); activity != 0)
        emit completeWanted(activity);
}

void TimelineView::openRow(const QModelIndex &index)
{
    const QVariantList links = index.data(TimelineModel::LinksRole).toList();
    if (const qint64 file = index.data(TimelineModel::AttachmentRole).toLongLong(); file != 0) {
        emit fileActivated(file);
    } else if (const qint64 activity = index.data(TimelineModel::ActivityRole).toLongLong(); activity != 0) {
        emit activityWanted(activity);
    } else if (!m_delegate->placesOf(optionOf(index.row()), index).more.isNull()) {
        emit wholeWanted(index);
    } else if (const auto pictures = picturesIn(index.data(TimelineModel::MarkdownRole).toString()); !pictures.isEmpty()) {
        emit pictureActivated(pictures.constFirst().digest);
    } else if (links.size() == 1) {
        emit linkActivated(links.constFirst().value<ItemRef>());
    } else if (links.size() > 1) {
        QMenu menu(this);
        menu.setObjectName(u"linkMenu"_s);
        const QStringList names = index.data(TimelineModel::DetailRole).toString().split(u'\n');
        for (qsizetype i = 0; i < links.size(); ++i)
            menu.addAction(menuText(names.value(i)), this,
                           [this, ref = links[i].value<ItemRef>()] { emit linkActivated(ref); });
        menu.exec(viewport()->mapToGlobal(visualRect(index).center()));
    }
}

bool TimelineView::clickPart(const QModelIndex &index, const QPoint &at)
{
    const QStyleOptionViewItem option = optionOf(index.row());
    const TimelinePlaces places = m_delegate->placesOf(option, index);
    if (places.acts.contains(at)) {
        emit menuWanted(index, viewport()->mapToGlobal(places.acts.bottomLeft()));
        return true;
    }
    if (places.more.contains(at)) {
        emit wholeWanted(index);
        return true;
    }
    const QString address = m_delegate->addressAt(option, index, at);
    if (const QString digest = pictureDigest(address); !digest.isEmpty()) {
        emit pictureActivated(digest);
        return true;
    }
    return !address.isEmpty() && QDesktopServices::openUrl(QUrl(address));
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    if (isFoldable(index)) {
        emit foldWanted(index, !isFolded(index));
        return;
    }
    if (clickPart(index, event->pos()))
        return;
    if (checkRect(index.row()).adjusted(-4, -4, 4, 4).contains(event->pos())) {
        complete(index);
        return;
    }
    if (const qint64 conflict = index.data(TimelineModel::ConflictRole).toLongLong(); conflict != 0) {
        for (const bool takeOther : {true, false}) {
            if (conflictButton(index.row(), takeOther).contains(event->pos()))
                emit settleWanted(conflict, takeOther);
        }
        return;
    }
    const bool opensAnywhere = index.data(TimelineModel::AttachmentRole).toLongLong() != 0
        || index.data(TimelineModel::ActivityRole).toLongLong() != 0;
    if (opensAnywhere) {
        openRow(index);
        return;
    }
    const QVariantList links = index.data(TimelineModel::LinksRole).toList();
    if (const int at = m_delegate->linkAt(optionOf(index.row()), index, event->pos()); at >= 0)
        emit linkActivated(links[at].value<ItemRef>());
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const bool leads = index.isValid()
        && (index.data(TimelineModel::AttachmentRole).toLongLong() != 0
            || index.data(TimelineModel::ActivityRole).toLongLong() != 0 || isFoldable(index)
            || m_delegate->linkAt(optionOf(index.row()), index, event->pos()) >= 0
            || m_delegate->placesOf(optionOf(index.row()), index).acts.contains(event->pos())
            || m_delegate->placesOf(optionOf(index.row()), index).more.contains(event->pos())
            || !m_delegate->addressAt(optionOf(index.row()), index, event->pos()).isEmpty());
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool TimelineView::pressEntryKey(const QKeyEvent &event)
{
    const QModelIndex index = currentIndex();
    const bool isComment = index.data(TimelineModel::CommentRole).toLongLong() != 0;
    if (event.matches(QKeySequence::Copy) && index.isValid())
        emit copyWanted(index);
    else if (isPinKey(event))
        emit pinWanted(index);
    else if (event.key() == Qt::Key_F2 && isComment)
        emit editWanted(index);
    else if (event.key() == Qt::Key_Delete && isComment)
        emit deleteWanted(index);
    else
        return false;
    return true;
}

bool TimelineView::pressFoldKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const bool isHeading = isFoldable(currentIndex());
    const QModelIndex heading = headingOf(currentIndex());
    const bool turns = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Space;
    if (event.key() == Qt::Key_Left && heading.isValid()) {
        setCurrentIndex(heading); // what is folded cannot stay the current one
        emit foldWanted(heading, true);
    } else if (event.key() == Qt::Key_Right && isHeading) {
        emit foldWanted(heading, false);
    } else if (turns && isHeading) {
        emit foldWanted(heading, !isFolded(heading));
    } else {
        return false;
    }
    return true;
}

/// An entry is pinned by the key that leads to the day elsewhere.
bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && currentIndex().isValid() && isPinKey(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QListView::event(event);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const qint64 activity = currentIndex().data(TimelineModel::ActivityRole).toLongLong();
    if (pressEntryKey(*event) || pressFoldKey(*event))
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openRow(currentIndex());
    else if (event->key() == Qt::Key_Space)
        complete(currentIndex());
    else if (event->key() == Qt::Key_Delete && activity != 0)
        emit activityDeleteWanted(activity);
    else
        QListView::keyPressEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model()->rowCount() > 1)
        setCurrentIndex(model()->index(1, 0)); // below the heading
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QPoint at = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    if (index.isValid())
        emit menuWanted(index, at);
}

/// An entry that goes hands the ring on to the next one; a heading takes it only where nothing else is left.
void TimelineView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int current = currentIndex().row();
    if (current >= start && current <= end) {
        const auto isEntry = [this](int row) { return row < model()->rowCount() && !isFoldable(model()->index(row, 0)); };
        int next = end + 1;
        if (!isEntry(next)) {
            next = start - 1;
            while (next >= 0 && !isEntry(next))
                --next;
        }
        if (next < 0) // what stands under the next heading
            next = isEntry(end + 2) ? end + 2 : qMax(0, start - 1);
        if (next < model()->rowCount())
            selectionModel()->setCurrentIndex(model()->index(next, 0), QItemSelectionModel::NoUpdate);
    }
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // rows wrap to the new width
}

} // namespace Kartoteka
