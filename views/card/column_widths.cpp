// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/column_widths.h"

#include <algorithm>
#include <numeric>

namespace Kartoteka {

QList<int> sharedWidths(QList<int> wanted, const QList<int> &flexible, int room, int least)
{
    if (flexible.isEmpty())
        return wanted;
    int left = room - std::accumulate(wanted.cbegin(), wanted.cend(), 0);
    if (left >= 0) {
        wanted[flexible.last()] += left;
        return wanted;
    }
    for (const int column : flexible)
        left += wanted[column];
    // From the narrowest on: each takes an equal share of what is left, or less where it wants less.
    QList<int> rising = flexible;
    std::ranges::stable_sort(rising, {}, [&](int column) { return wanted[column]; });
    for (qsizetype i = 0; i < rising.size(); ++i) {
        const int share = qMax(least, left / int(rising.size() - i));
        int &width = wanted[rising[i]];
        width = qMin(width, share);
        left -= width;
    }
    return wanted;
}

} // namespace Kartoteka
