// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"
#include "core/store/commit/closing_rule.h"

namespace Kartoteka {

/// Refuses a name of a stage, a person, a filter … that no head or menu could show, whichever way it comes.
Result<void> nameRule(RuleContext &context, PendingChange &pending);

/// Refuses an act after which a type, a field of a type, a pipeline or a stage that it named or brought back is called like one
/// beside it: the command line, imports and choices know these by their names.
ClosingRule ownNameRule();

} // namespace Kartoteka
