// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/closed_sums.h"
#include "core/base/money.h"

#include <QDate>
#include <QHash>

namespace Kartoteka {

/// A rate of 1: what one unit of a currency is worth is kept as a whole number of these.
constexpr qint64 rateUnit = 100'000'000;
/// The largest rate that is taken.
constexpr qint64 largestRate = 10'000'000 * rateUnit;

/// What one unit of each currency is worth in the base currency on a day. A value.
struct Rates
{
    QString base;
    QDate day;
    QHash<QString, qint64> values = {}; ///< by currency, in rateUnit; one without a rate is missing

    bool operator==(const Rates &) const = default;
};

/// Amounts of several currencies as one of the base currency.
struct BaseSum
{
    Money sum;
    QStringList missing = {};             ///< currencies without a rate, sorted: they are not in the sum
    QHash<QString, QDate> missingOn = {}; ///< of those that lack one in the past alone: the first day that lacks it
    bool isConverted = false;             ///< something was not in the base currency
};
/// @p sums: minor units by currency; @p closed: what of them counts by rates of their days. Each currency is converted once,
/// rounded half away from zero.
BaseSum inBase(const Rates &rates, const QHash<QString, qint64> &sums, const ClosedSums &closed = {});
/// "no rate for KZT"; empty when none is missing.
QString missingText(const QStringList &missing);
/// "no rate for KZT (on 3/2/2026)" where only that of a day in the past is missing.
QString missingText(const BaseSum &sum);

/// "92.3456" or "92,3456" as it is kept; nothing when it is no rate.
std::optional<qint64> parseRate(const QString &text);
/// As scripts read it: "92.3456", at least two decimals.
QString rateNumber(qint64 value);
/// As people read it.
QString rateText(qint64 value, const QLocale &locale = {});

} // namespace Kartoteka
