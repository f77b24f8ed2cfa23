// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"

namespace Kartoteka {

/// At the one door: refuses a row of products that cannot be counted with, and has an amount that somebody writes come from
/// the products no more.
Result<void> productRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
