// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/resource_codes.h"

namespace Kartoteka {

/// The largest number that a field of a resource may have, the least is none; -1: it is not bounded.
inline qint64 largestOfResource(const QString &code)
{
    constexpr qint64 mostPlaces = 1'000'000;
    constexpr qint64 minutesOfOneDay = 24 * 60;
    if (code == Codes::capacity)
        return mostPlaces;
    return code == Codes::slot || code == Codes::bufferBefore || code == Codes::bufferAfter ? minutesOfOneDay : -1;
}

} // namespace Kartoteka
