// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace Kartoteka {

/// What a row of the journal tells in the timeline of @p item, the conflicts that it won first. Most tell one thing, some
/// nothing.
Result<QList<TimelineEntry>> entriesOf(const ReadContext &context, const ItemRef &item, const JournalEntry &row);

/// Rows that can tell something: those of an item's parts that one act wrote are told by the last of them alone.
JournalCondition tellingRows(const Catalog &catalog);

} // namespace Kartoteka
