// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/work_row.h"

#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace Kartoteka {

namespace {
constexpr int rowHeight = 56;
constexpr int iconSide = 18;
} // namespace

QSize workRowSize(const QStyleOptionViewItem &option)
{
    return {0, scaled(rowHeight, option.fontMetrics)};
}

void paintWorkRow(QPainter *painter, const QStyleOptionViewItem &option, const WorkRow &row)
{
    const Theme &theme = Theme::of(option.palette);
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
    theme.icon(row.icon, ColourRole::Muted)
        .paint(painter, QRect(room.left(), room.top() + (room.height() / 2 - side) / 2, side, side));
    room.setLeft(room.left() + side + Space::s);
    const QRect above(room.left(), room.top(), room.width(), room.height() / 2);
    const QRect below(room.left(), above.bottom() + 1, room.width(), room.height() - above.height());
    painter->setFont(Theme::small(option.font));
    const int width = painter->fontMetrics().horizontalAdvance(row.when);
    painter->setPen(theme.colour(row.isLate ? ColourRole::Danger : row.isReply ? ColourRole::Success : ColourRole::Accent));
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, row.when);
    const auto draw = [&](const QRect &place, const QString &text) {
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    painter->setPen(theme.colour(ColourRole::Muted));
    draw(below.adjusted(0, 0, -width - Space::s, 0), row.note);
    painter->setFont(Theme::strong(option.font));
    painter->setPen(theme.colour(ColourRole::Text));
    draw(above, row.title);
    painter->restore();
}

} // namespace Kartoteka
