// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_entry.h"
#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// One of those that will follow in a series.
struct Ghost
{
    qint64 activity = 0;         ///< the open one of the series
    QUuid uid;                   ///< under which it will be made
    QHash<QString, Value> times; ///< with the moment of the rule: `occurrence`
    bool isEstimate = false;     ///< its date is counted from when the one before is done
};

/// Those of open series that touch the days and have not begun by @p now: at most one a day of each. What was left out or moved, and
/// what stands already, is none.
Result<QList<Ghost>> ghostsOf(const ReadContext &context, const QList<Item> &series, const QDate &from, const QDate &to,
                              qint64 now);

} // namespace Kartoteka
