// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"

namespace Kartoteka {

/// Years in which nothing is to be done: of a slip of the pen, of a clock that is wrong, lie before and after these.
constexpr int firstYearOfDeadlines = 1900;
constexpr int lastYearOfDeadlines = 2199;

/// That the times of an activity make sense: years that somebody means, a duration, a time zone that is known. @p values: by column
/// code, what is said of it. Refused in words.
Result<void> requireSensibleTimes(const QHash<QString, Value> &values);

/// Completes activities (title, kind, responsible, times) at the one door.
Result<void> activityRule(RuleContext &context, PendingChange &pending);

/// The refusal of what is for those that are to be done.
Error isDoneAlready(const QString &title);

} // namespace Kartoteka
