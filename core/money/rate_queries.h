// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/money/rates.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// The latest rates on or before @p day of the currencies that the office works with.
Result<Rates> readRates(const ReadContext &context, const QDate &day);

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
/// Another text when any rate against the base currency is another one.
Result<QString> ratesStamp(const ReadContext &context);

/// Items that have an amount in a currency.
Result<qint64> countAmountsIn(const ReadContext &context, const QString &currency);

} // namespace Kartoteka
