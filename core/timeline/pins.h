// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"
#include "core/timeline/timeline.h"

namespace Kartoteka {

/// An entry that stands on top of an item's timeline.
struct Pin
{
    qint64 id = 0;    ///< row of the pin
    qint64 entry = 0; ///< row of the journal: TimelineEntry::id
    qint64 at = 0;    ///< UTC ms: when it was pinned
    qint64 author = 0;
};

/// The last pinned first. What is pinned in what was merged into the item is its own.
Result<QList<Pin>> readPins(const ReadContext &context, const ItemRef &item);
/// The entries that are pinned, in the same order; those that tell nothing any more are left out.
Result<QList<TimelineEntry>> readPinned(const ReadContext &context, const ItemRef &item);

/// Pins an entry of the item's timeline, in this item alone. Refused where it has no such entry. Its identity comes from item
/// and entry: two seats that pin the same make one pin.
Result<ChangeSet> planPin(const ReadContext &context, const ItemRef &item, qint64 entry);
/// NotFound where it is not pinned.
Result<ChangeSet> planUnpin(const ReadContext &context, const ItemRef &item, qint64 entry);

/// Completes pins (author, time) at the one door.
Result<void> pinRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
