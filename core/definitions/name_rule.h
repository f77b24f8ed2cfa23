// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"

namespace Kartoteka {

/// Refuses a name of a stage, a person, a filter … that no head or menu could show, whichever way it comes.
Result<void> nameRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
