// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notices/notice_delegate.h"

#include "models/shell/notice_model.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/initials.h"

#include <QPainter>

namespace Kartoteka {

namespace {

constexpr int faceSide = 28;
constexpr int dotSide = 8;

} // namespace

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int small = QFontMetrics(Theme::small(option.font)).height();
    return {0, 2 * Space::s + option.fontMetrics.height() + 2 * (small + 2)};
}

void NoticeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool isUnread = index.data(NoticeModel::UnreadRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(Space::xs, 0, -Space::xs, 0);
    const bool isCurrent = option.state & QStyle::State_Selected;
    if (isCurrent || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isCurrent ? theme.colour(ColourRole::Tint) : theme.hover());
        painter->drawRoundedRect(row, Space::controlRadius, Space::controlRadius);
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, row, Space::controlRadius, option.palette);
    const int face = scaled(faceSide, option.fontMetrics);
    QRect room = row.adjusted(Space::s, Space::s, -Space::s, -Space::s);
    if (const User *author = m_store.schema()->user(index.data(NoticeModel::AuthorRole).toLongLong())) {
        painter->setFont(option.font);
        paintInitials(*painter, QRect(room.left(), room.top(), face, face), *author);
    }
    room.setLeft(room.left() + face + Space::m);
    const QFont small = Theme::small(option.font);
    const auto draw = [&](const QRect &place, const QFont &font, ColourRole role, const QString &text) {
        painter->setFont(font);
        painter->setPen(theme.colour(role));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    QRect line(room.left(), room.top(), room.width(), option.fontMetrics.height());
    const QString time = index.data(NoticeModel::TimeRole).toString();
    const int timeWidth = QFontMetrics(small).horizontalAdvance(time) + 2;
    const int dot = scaled(dotSide, option.fontMetrics);
    QRect clock = line;
    clock.setLeft(line.right() + 1 - timeWidth - dot - Space::s);
    draw(clock, small, ColourRole::Muted, time);
    if (isUnread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.colour(ColourRole::Accent));
        painter->drawEllipse(QRect(line.right() + 1 - dot, line.center().y() - dot / 2 + 1, dot, dot));
    }
    draw(line.adjusted(0, 0, -(line.right() + 1 - clock.left()) - Space::s, 0),
         isUnread ? Theme::strong(option.font) : option.font, ColourRole::Text,
         index.data(NoticeModel::TitleRole).toString());
    const int below = QFontMetrics(small).height() + 2;
    line = QRect(room.left(), line.bottom() + 1, room.width(), below);
    const QString text = index.data(NoticeModel::TextRole).toString();
    if (!text.isEmpty()) {
        draw(line, small, ColourRole::Text, text);
        line.translate(0, below);
    }
    draw(line, small, ColourRole::Muted, index.data(NoticeModel::ItemRole).toString());
    painter->restore();
}

} // namespace Kartoteka
