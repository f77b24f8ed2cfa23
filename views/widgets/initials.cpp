// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/initials.h"

#include "views/theme/theme.h"
#include "views/widgets/people_colours.h"

#include <QIcon>
#include <QPainter>
#include <QWidget>

namespace Kartoteka {

namespace {

QString initials(const QString &name)
{
    QString out;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts).mid(0, 2))
        out += word[0].toUpper();
    return out;
}

} // namespace

void paintInitials(QPainter &painter, const QRect &circle, const User &user)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(personColour(user));
    painter.drawEllipse(circle);
    QFont tiny = painter.font();
    tiny.setPixelSize(qMax(8, circle.height() * 9 / 20));
    tiny.setWeight(QFont::DemiBold);
    painter.setFont(tiny);
    painter.setPen(Qt::white);
    painter.drawText(circle, int(Qt::AlignCenter), initials(user.name));
    painter.restore();
}

QImage initialsImage(const User &user, int side, qreal ratio, const QFont &font)
{
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(font);
    paintInitials(painter, QRect(0, 0, side, side), user);
    return image;
}

QIcon initialsIcon(const User &user, const QWidget &beside)
{
    constexpr int side = 20;
    return QPixmap::fromImage(
        initialsImage(user, scaled(side, beside.fontMetrics()), beside.devicePixelRatioF(), beside.font()));
}

} // namespace Kartoteka
