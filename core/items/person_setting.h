// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/change/commit_notice.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What the program remembers of a person, on whatever computer: a view last chosen. Empty when nothing is.
Result<QString> personSetting(const ReadContext &context, qint64 person, const QString &code);
/// Whether a change was one of that.
bool isOfPersonSetting(const RecordChange &change, const Schema &schema, qint64 person, const QString &code);
/// Remembering is no act that a person would take back.
ChangeSet planPersonSetting(const Schema &schema, qint64 person, const QString &code, const QString &value);

} // namespace Kartoteka
