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

/// Required fields that are empty in a row of values by field code.
QStringList missingRequired(const Schema &schema, qint64 typeId, const QHash<QString, Value> &values);

} // namespace Kartoteka
