// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/product_sum.h"

#include "core/base/money.h"
#include "core/base/wide.h"

#include <QHash>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What a line is before anything is rounded: ten-thousandths squared, times millionths.
constexpr Wide exactUnit = Wide(productUnit) * productUnit * wholePercent;
/// Exact sums beyond this are no amounts any more, and a rate times this fits.
constexpr Wide largestExact = Wide(largestAmount) * exactUnit;

Wide magnitude(Wide value)
{
    return value < 0 ? -value : value;
}

/// Half away from zero.
Wide rounded(Wide value, Wide divisor)
{
    const Wide size = (magnitude(value) + divisor / 2) / divisor;
    return value < 0 ? -size : size;
}

bool isInBounds(Wide minor)
{
    return magnitude(minor) <= largestAmount;
}

Wide power(int digits)
{
    Wide power = 1;
    while (digits-- > 0)
        power *= 10;
    return power;
}

/// The line after its discount, in 1/exactUnit of the major unit.
Wide exactLine(const ProductLine &line)
{
    const Wide full = Wide(line.quantity) * line.price;
    if (!line.discount)
        return full * wholePercent;
    switch (line.discountKind) {
    case DiscountKind::Percent: return full * (wholePercent - qBound<qint64>(0, *line.discount, wholePercent));
    case DiscountKind::Amount:
        return (full - Wide(line.quantity < 0 ? -*line.discount : *line.discount) * productUnit) * wholePercent;
    case DiscountKind::Price: return Wide(line.quantity) * *line.discount * wholePercent;
    }
    return 0;
}

/// Tax in what is without it, or in what holds it; @p value and @p divisor say what is taxed.
Wide taxOf(Wide value, Wide divisor, qint64 rate, bool included)
{
    return rounded(value * rate, divisor * (included ? wholeTax + rate : wholeTax));
}

/// Lines of one rate, and what all of them come to exactly.
struct RateGroup
{
    Wide exact = 0;
    Wide afterDiscount = 0; ///< of the lines as they are rounded
    Wide tax = 0;
    qsizetype largest = -1;
};

} // namespace

QString discountKindName(DiscountKind kind)
{
    switch (kind) {
    case DiscountKind::Percent: return u"percent"_s;
    case DiscountKind::Amount: return u"amount"_s;
    case DiscountKind::Price: return u"price"_s;
    }
    return {};
}

std::optional<DiscountKind> discountKindFromName(const QString &name)
{
    for (const DiscountKind kind : {DiscountKind::Percent, DiscountKind::Amount, DiscountKind::Price}) {
        if (discountKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

ProductTotals productTotals(const QList<ProductLine> &lines, int digits, TaxRounding rounding)
{
    ProductTotals totals;
    const Wide divisor = exactUnit / power(digits); // of what is exact, for minor units
    QHash<QPair<qint64, bool>, RateGroup> groups;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const ProductLine &line = lines[i];
        const Wide exact = exactLine(line);
        const Wide full = rounded(Wide(line.quantity) * line.price * wholePercent, divisor);
        const Wide afterDiscount = rounded(exact, divisor);
        const qint64 rate = line.tax.value_or(0);
        // A tax is that of the line as it is shown: what is rounded is rounded once.
        const Wide tax = taxOf(afterDiscount, 1, rate, line.taxIncluded);
        const Wide net = line.taxIncluded ? afterDiscount - tax : afterDiscount;
        const bool fits = isInBounds(full) && isInBounds(net) && isInBounds(net + tax);
        totals.tooLarge = totals.tooLarge || !fits;
        totals.lines.append(fits ? LineSum{qint64(full), qint64(net), qint64(tax), qint64(net + tax)} : LineSum());
        if (!fits || rounding == TaxRounding::Line)
            continue;
        RateGroup &group = groups[{line.tax.value_or(-1), line.taxIncluded}];
        group.exact += exact;
        group.afterDiscount += afterDiscount;
        group.tax += tax;
        if (group.largest < 0 || magnitude(totals.lines[group.largest].net) < magnitude(net))
            group.largest = i;
    }
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        if (magnitude(group->exact) > largestExact) {
            totals.tooLarge = true;
            continue;
        }
        const auto [rate, included] = group.key();
        const Wide tax = taxOf(group->exact, divisor, qMax<qint64>(rate, 0), included);
        const Wide more = rounded(group->exact, divisor) - group->afterDiscount;
        LineSum &line = totals.lines[group->largest];
        line.tax += qint64(tax - group->tax);
        line.net += qint64(included ? more - (tax - group->tax) : more);
        line.total = line.net + line.tax;
    }
    Wide net = 0;
    Wide tax = 0;
    Wide full = 0;
    Wide afterDiscount = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const LineSum &line = totals.lines[i];
        net += line.net;
        tax += line.tax;
        full += line.full;
        afterDiscount += lines[i].taxIncluded ? line.total : line.net;
    }
    if (!isInBounds(net) || !isInBounds(tax) || !isInBounds(net + tax) || !isInBounds(full - afterDiscount)) {
        totals.tooLarge = true;
        return totals;
    }
    totals.net = qint64(net);
    totals.tax = qint64(tax);
    totals.total = qint64(net + tax);
    totals.discount = qint64(full - afterDiscount);
    return totals;
}

QString scaledNumber(qint64 value, qint64 unit, int leastDecimals)
{
    const quint64 size = value < 0 ? 0 - quint64(value) : quint64(value);
    QString part;
    for (quint64 rest = size % quint64(unit), scale = quint64(unit) / 10; scale > 0; scale /= 10) {
        part += QChar(u'0' + int(rest / scale));
        rest %= scale;
    }
    while (part.size() > leastDecimals && part.endsWith(u'0'))
        part.chop(1);
    const QString text = QString::number(size / quint64(unit)) + (part.isEmpty() ? QString() : u'.' + part);
    return value < 0 ? u'-' + text : text;
}

} // namespace Kartoteka
