// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/sum_text.h"

#include "models/base/short_sum.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString partsText(const QHash<QString, qint64> &sums, bool brief)
{
    QList<QPair<qint64, QString>> found;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        if (it.value() != 0)
            found.append({it.value(), brief ? shortSum({it.value(), it.key()}) : moneyText({it.value(), it.key()})});
    }
    std::sort(found.rbegin(), found.rend());
    QStringList parts;
    for (const auto &sum : std::as_const(found))
        parts << sum.second;
    return parts.join(u" + "_s);
}

QString sumText(const Rates &rates, const QHash<QString, qint64> &sums, const ClosedSums &closed, bool brief)
{
    const BaseSum all = inBase(rates, sums, closed);
    const QString parts = partsText(sums, brief);
    if (!all.isConverted)
        return parts;
    if (all.missing.isEmpty()) {
        const QString sum = u"≈ "_s + (brief ? shortSum(all.sum) : moneyText(all.sum));
        return brief ? sum : sum + u" = "_s + parts;
    }
    const bool isAlone = std::ranges::count_if(sums, [](qint64 sum) { return sum != 0; }) == 1;
    if (brief)
        return isAlone ? parts : missingText(all);
    return parts + u" · "_s + missingText(all);
}

} // namespace Kartoteka
