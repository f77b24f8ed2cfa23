// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/shadow.h"

#include "views/theme/theme.h"

#include <QPixmapCache>

#include <array>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    int drop; ///< downwards
    int blur;
    double light; ///< opacity
    double dark;
    double lightRing;
    double darkRing;
};
constexpr std::array<Look, 3> looks{
    {{1, 2, 0.06, 0.40, 0.07, 0.06}, {4, 12, 0.12, 0.50, 0.08, 0.10}, {8, 32, 0.20, 0.60, 0.08, 0.10}}};

/// One pass of a blur along the rows, turned by 90°: two passes blur both ways.
QImage blurredTurned(const QImage &image, int reach)
{
    QImage out(image.height(), image.width(), QImage::Format_Alpha8);
    const int width = image.width();
    for (int y = 0; y < image.height(); ++y) {
        const uchar *line = image.constScanLine(y);
        int sum = 0;
        for (int x = -reach; x < width; ++x) {
            sum += x + reach < width ? line[x + reach] : 0;
            sum -= x - reach - 1 >= 0 ? line[x - reach - 1] : 0;
            if (x >= 0)
                out.scanLine(x)[y] = uchar(sum / (2 * reach + 1));
        }
    }
    return out;
}

/// A box whose middle pixel is stretched, in device pixels.
QPixmap makePatch(const Look &look, int radius, int margin, bool dark, qreal ratio)
{
    const int side = qRound((2 * (margin + radius) + 1) * ratio);
    const QRectF box(margin * ratio, margin * ratio, side - 2 * margin * ratio, side - 2 * margin * ratio);
    QImage shape(side, side, QImage::Format_Alpha8);
    shape.fill(0);
    {
        QPainter painter(&shape);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawRoundedRect(box.translated(0, look.drop * ratio), radius * ratio, radius * ratio);
    }
    const int reach = qMax(1, qRound(look.blur * ratio / 4));
    for (int pass = 0; pass < 4; ++pass)
        shape = blurredTurned(shape, reach);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::black);
    image.setAlphaChannel(shape);
    QPixmap patch(side, side);
    patch.fill(Qt::transparent);
    QPainter painter(&patch);
    painter.setOpacity(dark ? look.dark : look.light);
    painter.drawImage(0, 0, image);
    painter.setOpacity(dark ? look.darkRing : look.lightRing);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(dark ? Qt::white : Qt::black, ratio));
    painter.drawRoundedRect(box.adjusted(-0.5 * ratio, -0.5 * ratio, 0.5 * ratio, 0.5 * ratio), radius * ratio,
                            radius * ratio);
    painter.end();
    patch.setDevicePixelRatio(ratio);
    return patch;
}

} // namespace

void paintShadow(QPainter &painter, const QRect &box, int radius, Elevation elevation, const Theme &theme)
{
    const Look &look = looks[size_t(elevation)];
    const qreal ratio = painter.device()->devicePixelRatio();
    const int margin = look.blur + look.drop;
    const QString key = u"shadow-%1-%2-%3-%4"_s.arg(int(elevation)).arg(radius).arg(theme.isDark()).arg(ratio);
    QPixmap patch;
    if (!QPixmapCache::find(key, &patch)) {
        patch = makePatch(look, radius, margin, theme.isDark(), ratio);
        QPixmapCache::insert(key, patch);
    }
    const QRect outer = box.adjusted(-margin, -margin, margin, margin);
    const int corner = margin + radius;
    if (outer.width() < 2 * corner || outer.height() < 2 * corner)
        return;            // smaller than its own corners
    if (theme.isStark()) { // a shadow is no edge
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.colour(ColourRole::Edge));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius);
        painter.restore();
        return;
    }
    const std::array<int, 4> x{outer.left(), outer.left() + corner, outer.right() + 1 - corner, outer.right() + 1};
    const std::array<int, 4> y{outer.top(), outer.top() + corner, outer.bottom() + 1 - corner, outer.bottom() + 1};
    const std::array<qreal, 4> from{0, corner * ratio, patch.width() - corner * ratio, qreal(patch.width())};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column) {
            if (row == 1 && column == 1)
                continue; // the box itself lies there
            painter.drawPixmap(QRectF(QPointF(x[column], y[row]), QPointF(x[column + 1], y[row + 1])), patch,
                               QRectF(QPointF(from[column], from[row]), QPointF(from[column + 1], from[row + 1])));
        }
    }
}

} // namespace Kartoteka
