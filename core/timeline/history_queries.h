// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/journal_reader.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What seats are called, by the row of their replica; this file's own is none.
Result<QHash<qint64, QString>> seatNames(const ReadContext &context);
/// Those of some rows of the journal that write an amount which comes from the products: they say so beside it.
Result<QSet<qint64>> computedAmounts(const ReadContext &context, const QList<qint64> &rows);
/// What kind a product row's discount was of when a row of the journal was written that does not say so.
Result<QString> discountKindAt(const ReadContext &context, qint64 productRow, qint64 journal);
/// What was written about an activity, under whatever item it stood then, newest first.
Result<QList<JournalEntry>> activityJournal(const ReadContext &context, qint64 activity, const JournalCondition &wanted);

} // namespace Kartoteka
