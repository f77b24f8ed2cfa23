// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"

namespace Kartoteka {

/// That the times of an activity make sense: years that somebody means, a duration, a time zone that is known. @p values: by column
/// code, what is said of it. Refused in words.
Result<void> requireSensibleTimes(const QHash<QString, Value> &values);

/// Completes activities (title, kind, responsible, times) at the one door.
Result<void> activityRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
