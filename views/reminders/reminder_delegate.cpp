// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_delegate.h"

#include "core/schema/builtin_names.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/tip_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Kartoteka {

namespace {

constexpr int rowHeight = 56;
constexpr int iconSide = 18;

} // namespace

QSize ReminderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, scaled(rowHeight, option.fontMetrics)};
}

void ReminderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const DueReminder &reminder = m_model.rows()[index.row()];
    const Theme &theme = Theme::of(option.palette);
    const SchemaPtr schema = m_store.schema();
    const ListValue *kind = schema->listValue(reminder.activity.kind);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect.adjusted(Space::xs, 1, -Space::xs, -1);
    const bool isChosen = option.state & QStyle::State_Selected;
    if (isChosen || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isChosen ? theme.colour(ColourRole::Tint) : theme.hover());
        painter->drawRoundedRect(box, Space::controlRadius, Space::controlRadius);
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, box, Space::controlRadius, option.palette);
    QRect room = box.adjusted(Space::s, Space::s, -Space::s, -Space::s);
    const int side = scaled(iconSide, option.fontMetrics);
    theme.icon(activityIcon(*schema, reminder.activity.kind), ColourRole::Muted)
        .paint(painter, QRect(room.left(), room.top() + (room.height() / 2 - side) / 2, side, side));
    room.setLeft(room.left() + side + Space::s);
    const QRect above(room.left(), room.top(), room.width(), room.height() / 2);
    const QRect below(room.left(), above.bottom() + 1, room.width(), room.height() - above.height());

    painter->setFont(Theme::small(option.font));
    const QString when = m_model.when(reminder);
    const int width = painter->fontMetrics().horizontalAdvance(when);
    const bool isLate = reminder.activity.deadline.toLongLong() <= m_store.clock().now();
    painter->setPen(theme.colour(isLate ? ColourRole::Danger : ColourRole::Accent));
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, when);
    const auto draw = [&](const QRect &place, const QString &text) {
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    QStringList what{kind ? displayName(*schema, *kind) : QString(), reminder.itemTitle};
    what.removeAll(QString());
    painter->setPen(theme.colour(ColourRole::Muted));
    draw(below.adjusted(0, 0, -width - Space::s, 0), what.join(u" · "_s));
    painter->setFont(Theme::strong(option.font));
    painter->setPen(theme.colour(ColourRole::Text));
    draw(above, reminder.activity.title);
    painter->restore();
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
