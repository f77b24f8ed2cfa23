// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QRandomGenerator>

namespace Kartoteka {

/// What a person of the simulation changes about what the office has defined. An empty set: there is nothing to change.

Result<ChangeSet> randomField(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word);
/// Not every time: each one is a table.
Result<ChangeSet> randomType(Store &store, QRandomGenerator &random, const QString &word);
/// A field of the office's own: called otherwise, of another code, hidden or back.
Result<ChangeSet> randomFieldChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word);
/// A value of a list: added, renamed, merged into another one or deleted.
Result<ChangeSet> randomListChange(Store &store, QRandomGenerator &random, const QString &word);
/// A type: called otherwise, without a client or with one, hidden or back.
Result<ChangeSet> randomTypeChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word);
/// A field that most items have filled in is required from a stage on, or no longer.
ChangeSet randomStageRule(Store &store, const Stage &stage, QRandomGenerator &random);
/// The card: a field or section put elsewhere, hidden or named, in the view that applies; a view made, forced, chosen or reset.
Result<ChangeSet> randomLayoutChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word);

} // namespace Kartoteka
