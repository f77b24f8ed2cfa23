// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/chip_look.h"

#include <QImage>
#include <QPainter>

namespace Kartoteka {

void paintChip(QPainter &painter, const QRect &chip, const QString &text, const Theme &theme, ColourRole ground,
               ColourRole ink)
{
    // In the dark a quiet ground is hardly another one than the card's.
    const bool isEdged = theme.isDark() && ground == ColourRole::Hover;
    painter.setPen(isEdged ? QPen(theme.colour(ColourRole::QuietEdge)) : QPen(Qt::NoPen));
    painter.setBrush(theme.colour(ground));
    const double inset = isEdged ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(chip).adjusted(inset, inset, -inset, -inset), Space::chipRadius, Space::chipRadius);
    painter.setPen(theme.colour(ink));
    painter.drawText(chip, int(Qt::AlignCenter), text);
}

QImage tagImage(const QString &text, const QFont &base, int widest, qreal ratio, const Theme &theme)
{
    const QFont font = Theme::small(base);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text.simplified(), Qt::ElideRight, qMax(widest - Space::m, Space::xl));
    const QSize size(metrics.horizontalAdvance(shown) + Space::m, metrics.height());
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    paintChip(painter, QRect(QPoint(), size), shown, theme, ColourRole::Hover, ColourRole::Muted);
    return image;
}

} // namespace Kartoteka
