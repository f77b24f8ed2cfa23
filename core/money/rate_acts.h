// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/rate_file.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// The office works with one more currency. Usage error for a name of none; refused for one it has already.
Result<ChangeSet> planAddCurrency(const Schema &schema, const QString &name);
/// … and no more. Refused while there are amounts in it, and for the base currency.
Result<ChangeSet> planRemoveCurrency(const ReadContext &context, const QString &code, qint64 nowMs);
/// Their order on lists, by row id.
ChangeSet planOrderCurrencies(const Schema &schema, const QList<qint64> &ids);
/// The identity of a rate, which is that of its currency, the base currency and its day.
QUuid rateUid(const QString &currency, const QString &base, const QDate &day);
/// Writes down rates against the base currency, in place of those of the same days; currencies that the office does not work
/// with yet are added.
Result<ChangeSet> planRates(const Schema &schema, const QList<DayRate> &rates);
ChangeSet planRemoveRate(const QString &subject, qint64 id, qint64 nowMs);

} // namespace Kartoteka
