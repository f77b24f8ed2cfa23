// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/products/row_order.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr double smallestGap = 1e-9;

/// Whether each rank is of the longest run that grows (patience sorting).
QList<bool> longestGrowing(const QList<double> &ranks)
{
    QList<qsizetype> ends; // of the runs of each length, the one that ends lowest
    QList<qsizetype> before(ranks.size(), -1);
    for (qsizetype i = 0; i < ranks.size(); ++i) {
        if (ranks[i] <= 0)
            continue;
        const auto at = std::lower_bound(ends.begin(), ends.end(), ranks[i],
                                         [&](qsizetype end, double rank) { return ranks[end] < rank; });
        before[i] = at == ends.begin() ? -1 : *(at - 1);
        if (at == ends.end())
            ends.append(i);
        else
            *at = i;
    }
    QList<bool> kept(ranks.size(), false);
    for (qsizetype i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = before[i])
        kept[i] = true;
    return kept;
}

} // namespace

QList<double> ranksInOrder(const QList<double> &ranks)
{
    const QList<bool> kept = longestGrowing(ranks);
    QList<double> ordered = ranks;
    double last = 0;
    for (qsizetype i = 0; i < ranks.size();) {
        if (kept[i]) {
            last = ranks[i++];
            continue;
        }
        const auto next = std::find(kept.begin() + i, kept.end(), true) - kept.begin();
        const auto count = double(next - i);
        const double step = next == ranks.size() ? 1 : (ranks[next] - last) / (count + 1);
        if (step < smallestGap) { // no room is left: all are numbered anew
            for (qsizetype at = 0; at < ordered.size(); ++at)
                ordered[at] = double(at) + 1;
            return ordered;
        }
        for (double place = 1; i < next; ++i, ++place)
            ordered[i] = last + step * place;
        last = ordered[i - 1];
    }
    return ordered;
}

} // namespace Kartoteka
