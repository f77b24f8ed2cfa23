// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/money/rates.h"

namespace Kartoteka {

/// What one unit of a currency is worth in the base currency from a day on.
struct DayRate
{
    QString currency;
    QDate day;
    qint64 value = 0; ///< in rateUnit

    bool operator==(const DayRate &) const = default;
};

/// What a file of rates says of the currencies that are asked for.
struct RateFile
{
    QList<DayRate> rates;
    QStringList others; ///< currencies in it that nobody asked for, sorted
};

/// Largest file of rates that is read.
constexpr qint64 largestRateFile = 8 * 1024 * 1024;

/// Reads the daily file of the Bank of Russia (XML_daily) or of the European Central Bank (eurofxref, one day or several).
/// Rates against another currency than @p base are turned into those against it. The file may come from anywhere: what is not
/// such a file, has a document type, or is too large is refused in words.
Result<RateFile> readRateFile(const QByteArray &bytes, const QString &base, const QStringList &wanted);

/// Rates as people paste them, one a line: a currency, a day if it is not @p today, a number, in any order, between spaces,
/// tabs or semicolons. The error names the line.
Result<QList<DayRate>> readRateLines(const QString &text, const QDate &today);

} // namespace Kartoteka
