// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/commit_rule.h"
#include "core/store/commit/follower.h"

namespace Kartoteka {

/// Activities that come again (docs/decisions/0081): one is open at a time, and completing it makes the next.

/// The rule as it is to be written of one that has this deadline; empty: it does not come again. Refused in words where the rule
/// makes no sense, and without a deadline, from which it is counted.
Result<QString> checkedRecurrence(const QString &rule, const Value &deadline, bool incoming);
/// Holds to that, and gives what comes again its series and its moment of the rule.
Result<void> recurrenceRule(PendingChange &pending);

/// Whether another one comes after it.
bool comesAgain(const Item &activity);

/// Puts what comes again off to the next moment of its rule, without having been done. Refused for what does not come again, for the
/// last of a series, and for what is done.
Result<ChangeSet> planSkip(const Item &activity);

/// Makes the next one of what is completed, the same on every seat, and takes an untouched one back when it is reopened.
Follower seriesFollower();

} // namespace Kartoteka
