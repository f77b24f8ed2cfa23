// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/act_rows.h"

namespace Kartoteka {

/// What goes with a row of the journal that is taken back, if it began a series of activities (docs/decisions/0102): those that the
/// series has made since and nobody has changed, and the word that nothing comes any more, also where another seat does not know of
/// it yet. @p now: UTC ms.
Result<QList<Change>> endOfBegunSeries(Connection &connection, const RecordTable &table, const WrittenRow &row, qint64 now);

} // namespace Kartoteka
