// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/change/commit_rule.h"

namespace Kartoteka {

/// Completes every item at the one door: number, title, author and times, responsible, pipeline and
/// first stage, date of closing; refuses an item whose required fields are empty
/// (Error::where is the field's code), and a move to a stage that is won by conversion.
Result<void> itemRule(RuleContext &context, PendingChange &pending);

/// The stage is reached by making other items of this one (a lead), not by moving it there.
bool isWonByConversion(const EntityType &type, const Stage &stage);
/// What says so to whoever tries.
Error needsConversion(const Schema &schema, const Stage &stage);

/// Fields that an item with these values (by field code) lacks to stand in a stage; 0: whatever the stage.
QStringList missingRequired(const Schema &schema, qint64 typeId, const QHash<QString, Value> &values, qint64 stage = 0);

} // namespace Kartoteka
