// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/icon_engine.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace Kartoteka {

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const double ratio = painter->device()->devicePixelRatio();
    const int side = qMin(rect.width(), rect.height());
    QPixmap drawn = pixmap(QSize(side, side) * ratio, mode, state);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, drawn);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    const bool isDisabled = mode == QIcon::Disabled;
    const int side = qMin(size.width(), size.height());
    QPixmap &known = m_drawn[{side, isDisabled}];
    if (known.isNull() && side > 0) {
        known = QPixmap(side, side);
        known.fill(Qt::transparent);
        QPainter painter(&known);
        QSvgRenderer(isDisabled ? m_disabled : m_svg).render(&painter);
    }
    if (size.width() <= side || known.isNull())
        return known;
    QPixmap wide(size.width(), side); // what is asked wider keeps room behind it
    wide.fill(Qt::transparent);
    QPainter(&wide).drawPixmap(0, 0, known);
    return wide;
}

QList<QSize> IconEngine::availableSizes(QIcon::Mode, QIcon::State)
{
    return {{16, 16}, {24, 24}, {32, 32}, {48, 48}, {64, 64}, {128, 128}};
}

} // namespace Kartoteka
