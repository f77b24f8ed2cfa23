// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/day/queue_list.h"

#include "models/activities/day_queue.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/work_row.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// A row of the queue.
class QueueDelegate final : public QStyledItemDelegate
{
public:
    QueueDelegate(Store &store, const DayQueue &queue, QObject *parent)
        : QStyledItemDelegate(parent), m_store(store), m_queue(queue)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return workRowSize(option); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const DayEntry &entry = m_queue.at(index.row());
        paintWorkRow(painter, option,
                     {activityIcon(*m_store.schema(), entry.activity.kind), entry.activity.title, entry.itemTitle,
                      m_queue.when(entry), m_queue.isLate(entry), entry.activity.incoming});
    }

private:
    Store &m_store;
    const DayQueue &m_queue;
};

} // namespace

QListView *makeQueueList(Store &store, DayQueue &queue, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setObjectName(u"dayQueue"_s);
    list->setModel(&queue);
    list->setItemDelegate(new QueueDelegate(store, queue, list));
    list->setMouseTracking(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

} // namespace Kartoteka
