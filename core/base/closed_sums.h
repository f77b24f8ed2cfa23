// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/wide.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <limits>

namespace Kartoteka {

/// Amounts of one currency that count by the rates of the days on which their items were closed, beside a sum of which they are
/// part. A value.
struct ClosedSum
{
    qint64 minor = 0;   ///< all of them
    Wide worth = 0;     ///< each times the rate of its day (core/money/rates.h)
    QDate missing = {}; ///< the first day that has no rate; their worth lacks what was closed then

    bool operator==(const ClosedSum &) const = default;
};
using ClosedSums = QHash<QString, ClosedSum>; ///< by currency

/// Adds the one to the other; what leaves its bits stays at their end.
inline void addClosed(ClosedSum &all, const ClosedSum &one)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    if (__builtin_add_overflow(all.minor, one.minor, &all.minor))
        all.minor = one.minor > 0 ? most : -most;
    constexpr Wide widest = Wide(1) << 116; // times a thousand it is still a number
    const Wide worth = all.worth + one.worth;
    all.worth = worth > widest ? widest : worth < -widest ? -widest : worth;
    if (one.missing.isValid() && (!all.missing.isValid() || one.missing < all.missing))
        all.missing = one.missing;
}

} // namespace Kartoteka
