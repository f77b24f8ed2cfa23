// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"
#include "core/store/commit/closing_rule.h"

namespace Kartoteka {

/// Refuses a name of a stage, a person, a filter … that no head or menu could show, whichever way it comes.
Result<void> nameRule(RuleContext &context, PendingChange &pending);

/// Refuse an act after which a stage, a pipeline or a type that it named or brought back is called like one beside it.
QList<ClosingRule> ownNameRules();

} // namespace Kartoteka
