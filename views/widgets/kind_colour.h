// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QColor>

#include <array>

namespace Kartoteka {

/// The colour of a kind of activities: its own, else one that it keeps wherever it is seen. None of these is the accent, which
/// means "act" and "selected".
inline QColor kindColour(const ListValue &kind)
{
    // As many as the kinds that the program brings, whose identities end in a row of digits: each has one of its own.
    constexpr std::array<QRgb, 7> usual{0xff0E7C86, 0xff8A4FBE, 0xffB4571B, 0xffA03A78, 0xff14784A, 0xff5B6472, 0xff6F6A12};
    const QColor own(kind.colour);
    return own.isValid() ? own : QColor::fromRgb(usual[size_t(kind.uid.data4[7]) % usual.size()]);
}

} // namespace Kartoteka
