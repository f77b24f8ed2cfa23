// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/key_cap.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int beforeCap = 3;

QPixmap keyCap(const QString &key, const QWidget &widget)
{
    const Theme &theme = Theme::of(widget.palette());
    const QFont font = Theme::caption(widget.font());
    const QFontMetrics metrics(font);
    const QSize size(qMax(metrics.height(), metrics.horizontalAdvance(key) + Space::s), metrics.height());
    // As far from the button's edge as its words are on the other side, and a gap before them.
    const QSize room(beforeCap + size.width() + Space::xs, size.height());
    QPixmap picture(room * widget.devicePixelRatio());
    picture.setDevicePixelRatio(widget.devicePixelRatio());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(beforeCap, 0);
    painter.setPen(theme.colour(ColourRole::QuietEdge));
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5), Space::xs, Space::xs);
    painter.setFont(font);
    painter.setPen(theme.colour(ColourRole::Muted));
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter, key);
    return picture;
}

} // namespace

void showKey(QToolButton &button, const QString &key)
{
    const QPixmap picture = keyCap(key, button);
    button.setIcon(picture);
    button.setIconSize((QSizeF(picture.size()) / picture.devicePixelRatio()).toSize());
    button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

} // namespace Kartoteka
