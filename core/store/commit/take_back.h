// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// So many records an act may have written to be taken back out of turn.
constexpr qsizetype mostTakenBack = 5000;

/// Whether an act can be taken back out of turn: a person's here, and nobody has taken it back yet.
Result<bool> canTakeBack(const ReadContext &context, qint64 act);
/// An act like any other that takes back what earlier ones wrote and what still holds, whatever came after them:
/// Receipt::keptNewer says how many values stayed. Empty: nothing of it is left. Refused where it changed definitions, on
/// which others may have built. @p acts the newest first.
Result<ChangeSet> planTakeBack(const ReadContext &context, const QList<qint64> &acts);

} // namespace Kartoteka
