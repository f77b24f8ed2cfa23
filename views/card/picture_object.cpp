// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/picture_object.h"

#include "core/schema/text_pictures.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QTextDocument>

namespace Kartoteka {

namespace {
constexpr int widest = 320;
constexpr int highest = 180;
} // namespace

QTextCharFormat PictureObject::format(const QString &name, const QString &digest)
{
    QTextCharFormat format;
    format.setObjectType(type);
    format.setAnchor(true);
    format.setAnchorHref(contentScheme + digest);
    format.setToolTip(name);
    return format;
}

QSizeF PictureObject::intrinsicSize(QTextDocument *document, int, const QTextFormat &)
{
    const QFontMetrics metrics(document->defaultFont());
    const qreal width = document->textWidth() > 0 ? document->textWidth() : widest;
    return {qMin(qreal(scaled(widest, metrics)), width), qreal(scaled(highest, metrics))};
}

void PictureObject::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int,
                               const QTextFormat &format)
{
    const QTextCharFormat sign = format.toCharFormat();
    const QRectF room = rect.adjusted(0, 2, 0, -2);
    const qreal ratio = painter->device()->devicePixelRatioF();
    QImage picture = m_pictures.pictureOf(pictureDigest(sign.anchorHref()), (room.size() * ratio).toSize());
    painter->save();
    if (!picture.isNull()) {
        picture.setDevicePixelRatio(ratio);
        painter->drawImage(room.topLeft(), picture);
    } else {
        const Theme &theme = Theme::of(qApp->palette());
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.colour(ColourRole::Lane));
        painter->drawRoundedRect(room, Space::xs, Space::xs);
        painter->setPen(theme.colour(ColourRole::Muted));
        painter->setFont(Theme::small(document->defaultFont()));
        const QRectF place = room.adjusted(Space::s, Space::s, -Space::s, -Space::s);
        painter->drawText(place, int(Qt::AlignCenter),
                          painter->fontMetrics().elidedText(sign.toolTip(), Qt::ElideMiddle, int(place.width())));
    }
    painter->restore();
}

} // namespace Kartoteka
