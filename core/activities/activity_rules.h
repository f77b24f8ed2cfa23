// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"

namespace Kartoteka {

/// Completes activities (title, kind, responsible, times) at the one door.
Result<void> activityRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
