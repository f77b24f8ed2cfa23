// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/palette_delegate.h"

#include "models/shell/palette_model.h"
#include "views/theme/theme.h"
#include "views/widgets/highlight.h"

#include <QPainter>

namespace Kartoteka {

namespace {
constexpr int rowHeight = 36;
constexpr int headingHeight = 28;
constexpr int iconSide = 18;
} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(PaletteModel::KindRole).toInt() == int(PaletteModel::Kind::Heading);
    return {0, scaled(heading ? headingHeight : rowHeight, option.fontMetrics)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const QString title = index.data().toString();
    const QString typed = static_cast<const PaletteModel *>(index.model())->text().trimmed();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect room = option.rect.adjusted(Space::m, 0, -Space::m, 0);
    if (index.data(PaletteModel::KindRole).toInt() == int(PaletteModel::Kind::Heading)) {
        painter->setFont(Theme::caption(option.font));
        painter->setPen(theme.colour(ColourRole::Muted));
        painter->drawText(room.adjusted(0, 0, 0, -Space::xs), Qt::AlignLeft | Qt::AlignBottom, title);
        painter->restore();
        return;
    }
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? theme.colour(ColourRole::Tint) : theme.hover());
        painter->drawRoundedRect(option.rect, Space::controlRadius, Space::controlRadius);
    }
    const int side = scaled(iconSide, option.fontMetrics);
    if (const QString icon = index.data(PaletteModel::IconRole).toString(); !icon.isEmpty())
        theme.icon(icon, chosen ? ColourRole::Accent : ColourRole::Muted)
            .paint(painter, QRect(room.left(), room.center().y() - side / 2 + 1, side, side));
    room.setLeft(room.left() + side + Space::m);
    const auto drawRight = [&](const QString &text) {
        if (text.isEmpty())
            return;
        const int width = qMin(room.width() * 2 / 3, painter->fontMetrics().horizontalAdvance(text) + 2);
        const QRect place(room.right() - width, room.top(), width, room.height());
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, width));
        room.setRight(place.left() - Space::m);
    };
    painter->setFont(Theme::small(option.font));
    painter->setPen(theme.colour(ColourRole::Muted));
    drawRight(index.data(PaletteModel::KeysRole).toString());
    drawRight(index.data(PaletteModel::NoteRole).toString());
    painter->setFont(option.font);
    painter->setPen(theme.colour(ColourRole::Text));
    drawHighlighted(*painter, room, Qt::AlignLeft | Qt::AlignVCenter, title, typed, theme);
    painter->restore();
}

} // namespace Kartoteka
