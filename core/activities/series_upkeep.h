// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"
#include "core/store/store.h"

#include <optional>

namespace Kartoteka {

/// What is to be done about series though nobody completes anything (docs/decisions/0090): those that come by their dates get the
/// next one on its date, while an earlier one is open; of too many that are open the oldest are skipped; what was made where
/// nobody knew that the series had ended goes, and one that was completed where nobody knew of its new rule is followed by that.
struct SeriesUpkeep
{
    QList<ChangeSet> changes;     ///< one for each series; none can be undone, as nobody did them
    std::optional<qint64> nextAt; ///< UTC ms: when there is something to be done again, as far as that is known
};

/// More of one series are never open.
constexpr int mostOpenOfSeries = 30;

/// What is to be done at @p now, UTC ms. After it is written there may be more: of each series one is made at a time.
Result<SeriesUpkeep> planSeriesUpkeep(const ReadContext &context, qint64 now);
/// Does it all, and waits for it: for the command line. What is booked for it, a room that is taken, stops no series: it stands, and
/// clashes. What another rule refuses is left for another time.
Result<void> keepUpSeries(Store &store);

} // namespace Kartoteka
