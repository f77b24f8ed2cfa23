// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_pictures.h"

#include <QPainter>

namespace Kartoteka {

namespace {

constexpr qsizetype bytesOfPixel = 4;

} // namespace

const QPixmap &CardPictures::picture(const Shown &shown, const std::function<void(QPainter &)> &draw)
{
    if (const Kept *known = m_kept.object(shown.card.id); known && known->shown == shown)
        return known->picture;
    const QSize pixels(int(std::ceil(shown.size.width() * shown.ratio)), int(std::ceil(shown.size.height() * shown.ratio)));
    m_unkept = QPixmap(pixels);
    m_unkept.setDevicePixelRatio(shown.ratio);
    QPainter painter(&m_unkept);
    draw(painter);
    painter.end();
    m_kept.insert(shown.card.id, new Kept{shown, m_unkept}, qsizetype(pixels.width()) * pixels.height() * bytesOfPixel);
    return m_unkept;
}

void CardPictures::setSeen(const QSize &seen)
{
    if (const qsizetype room = 2 * bytesOfPixel * seen.width() * seen.height(); room != m_kept.maxCost())
        m_kept.setMaxCost(room);
}

} // namespace Kartoteka
