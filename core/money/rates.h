// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/store/record/read_context.h"

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

/// The latest rates on or before @p day of the currencies that the office works with.
Result<Rates> readRates(const ReadContext &context, const QDate &day);

/// Amounts of several currencies as one of the base currency.
struct BaseSum
{
    Money sum;
    QStringList missing = {}; ///< currencies without a rate, sorted: they are not in the sum
    bool isConverted = false; ///< something was not in the base currency
};
/// @p sums: minor units by currency. Each currency is converted once, rounded half away from zero.
BaseSum inBase(const Rates &rates, const QHash<QString, qint64> &sums);
/// "no rate for KZT"; empty when none is missing.
QString missingText(const QStringList &missing);

/// A rate that somebody wrote down.
struct RateLine
{
    qint64 id = 0;
    QString currency;
    QDate day;
    qint64 value = 0;

    bool operator==(const RateLine &) const = default;
};
/// The one that holds on a day; none before the first.
Result<std::optional<RateLine>> latestRate(const ReadContext &context, const QString &currency, const QDate &day);
/// Rates against the base currency, of one currency or of all, the newest day first; limit < 0: all.
Result<QList<RateLine>> readRateLines(const ReadContext &context, const QString &currency = {}, int limit = -1);

/// "92.3456" or "92,3456" as it is kept; nothing when it is no rate.
std::optional<qint64> parseRate(const QString &text);
/// As scripts read it: "92.3456", at least two decimals.
QString rateNumber(qint64 value);
/// As people read it.
QString rateText(qint64 value, const QLocale &locale = {});

} // namespace Kartoteka
