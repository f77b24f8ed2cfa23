// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit_rule.h"

namespace Kartoteka {

/// Completes every item at the one door: number, title, author and times, responsible, pipeline and
/// first stage, date of closing; refuses an item whose required fields are empty
/// (Error::where is the field's code).
Result<void> itemRule(RuleContext &context, PendingChange &pending);

/// "Last First Middle", of whatever there is.
QString personName(const QString &last, const QString &first, const QString &middle);

/// Fields that an item with these values (by field code) lacks to stand in a stage; 0: whatever the stage.
QStringList missingRequired(const Schema &schema, qint64 typeId, const QHash<QString, Value> &values, qint64 stage = 0);

} // namespace Kartoteka
