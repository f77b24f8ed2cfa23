// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Kartoteka {

/// Quantities, prices and percents are whole numbers of ten-thousandths: of a piece, of the major unit, of a percent.
constexpr qint64 productUnit = 10'000;
/// What is taken at most: a thousand million pieces, a hundred thousand million of the major unit.
constexpr qint64 largestQuantity = 1'000'000'000 * productUnit;
constexpr qint64 largestPrice = 100'000'000'000 * productUnit;
constexpr qint64 wholePercent = 100 * productUnit;
/// Taxes are whole hundredths of a percent.
constexpr qint64 taxUnit = 100;
constexpr qint64 wholeTax = 100 * taxUnit;

enum class DiscountKind {
    Percent, ///< of the line
    Amount,  ///< off the line as a whole
    Price,   ///< what one piece costs instead
};
QString discountKindName(DiscountKind kind);
std::optional<DiscountKind> discountKindFromName(const QString &name);

/// What a product row comes from. A negative quantity is a return: everything about it is mirrored.
struct ProductLine
{
    qint64 quantity = productUnit;
    qint64 price = 0; ///< of one piece, without discount
    std::optional<qint64> discount = {};
    DiscountKind discountKind = DiscountKind::Percent;
    std::optional<qint64> tax = {}; ///< hundredths of a percent; none: free of tax
    bool taxIncluded = false;       ///< the price holds it already

    bool operator==(const ProductLine &) const = default;
};

/// What a line comes to, in minor units.
struct LineSum
{
    qint64 full = 0; ///< quantity times price
    qint64 net = 0;  ///< after the discount, without tax
    qint64 tax = 0;
    qint64 total = 0; ///< net and tax

    bool operator==(const LineSum &) const = default;
};

enum class TaxRounding {
    Line, ///< each line's tax is rounded
    Total ///< that of all lines of one rate together
};

/// What all lines come to: the sums of what each shows, always.
struct ProductTotals
{
    QList<LineSum> lines;
    qint64 net = 0;
    qint64 discount = 0;
    qint64 tax = 0;
    qint64 total = 0;
    bool tooLarge = false; ///< some line, or all together, are beyond what amounts are taken

    bool operator==(const ProductTotals &) const = default;
};

/// The rule: a line is quantity × price − discount, exact, rounded once to minor units, half away from zero. Its tax is
/// rounded likewise: added to what is without tax, taken out of what includes it. TaxRounding::Total rounds once for all
/// lines of one rate instead and puts what that differs on the largest of them, so that lines still add up.
/// @p digits: those of the currency behind the point. Lines that are too large are left out of the sums.
ProductTotals productTotals(const QList<ProductLine> &lines, int digits, TaxRounding rounding = TaxRounding::Line);

/// "16", "348.35", "-0.5": a number of ten-thousandths (or whatever 1/@p unit is) as scripts read it.
QString scaledNumber(qint64 value, qint64 unit = productUnit, int leastDecimals = 0);

} // namespace Kartoteka
