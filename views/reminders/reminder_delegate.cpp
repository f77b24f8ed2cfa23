// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_delegate.h"

#include "core/schema/builtin_names.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/tip_text.h"
#include "views/widgets/work_row.h"

#include <QHelpEvent>
#include <QToolTip>

namespace Kartoteka {

QSize ReminderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return workRowSize(option);
}

void ReminderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const DueReminder &reminder = m_model.rows()[index.row()];
    const SchemaPtr schema = m_store.schema();
    const ListValue *kind = schema->listValue(reminder.activity.kind);
    QStringList what{kind ? displayName(*schema, *kind) : QString(), reminder.itemTitle};
    what.removeAll(QString());
    paintWorkRow(painter, option,
                 {.icon = activityIcon(*schema, reminder.activity.kind),
                  .title = reminder.activity.title,
                  .note = what.join(u" · "_s),
                  .when = m_model.when(reminder),
                  .isLate = reminder.activity.deadline.toLongLong() <= m_store.clock().now()});
}

bool ReminderDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const DueReminder &reminder = m_model.rows()[index.row()];
    const QDateTime deadline = QDateTime::fromMSecsSinceEpoch(reminder.activity.deadline.toLongLong());
    QStringList lines{reminder.activity.title, reminder.itemTitle, QLocale().toString(deadline, QLocale::ShortFormat)};
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), tipText(lines), view);
    return true;
}

} // namespace Kartoteka
