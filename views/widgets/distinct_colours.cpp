// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/distinct_colours.h"

#include <algorithm>
#include <array>

namespace Kartoteka {

namespace {

/// The seven of people first (LOOK 2), then five that lie far from them and from each other.
constexpr std::array<QRgb, distinctColourCount> colours{0xff0E7C86, 0xff8A4FBE, 0xff2D69FE, 0xffB4571B,
                                                        0xffA03A78, 0xff14784A, 0xff5B6472, 0xff7D6B00,
                                                        0xff5E4030, 0xffD6336C, 0xff567D00, 0xff3B2F9E};

} // namespace

QHash<qint64, QColor> distinctColours(const QList<ColourWish> &wishes)
{
    QHash<qint64, QColor> given;
    QList<QRgb> taken;
    for (const ColourWish &one : wishes) {
        if (one.isFixed && one.wish.isValid())
            taken << one.wish.rgb();
    }
    qsizetype turn = 0;
    for (const ColourWish &one : wishes) {
        QColor colour = one.wish;
        if (!one.isFixed || !colour.isValid()) {
            const bool isFree = colour.isValid() && !taken.contains(colour.rgb());
            const auto *free = std::ranges::find_if(colours, [&](QRgb rgb) { return !taken.contains(rgb); });
            if (!isFree && free != colours.end())
                colour = QColor::fromRgb(*free);
            else if (!colour.isValid()) // all are taken: they begin anew
                colour = QColor::fromRgb(colours[size_t(turn++) % colours.size()]);
            taken << colour.rgb();
        }
        given.insert(one.id, colour);
    }
    return given;
}

QHash<qint64, QColor> choiceColours(const QList<ListValue> &values)
{
    QList<ColourWish> wishes;
    for (const ListValue &one : values) {
        const QColor own(one.colour);
        wishes << ColourWish{one.id, own, own.isValid()};
    }
    return distinctColours(wishes);
}

} // namespace Kartoteka
