// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QRandomGenerator>

namespace Kartoteka {

/// What a person of the simulation does to activities. An empty set: there is none.

/// One for an item, which comes again now and then.
Result<ChangeSet> randomPlan(Store &store, const ItemRef &item, QRandomGenerator &random, const QString &word);
/// One is completed, reopened or put off.
Result<ChangeSet> randomActivityChange(Store &store, QRandomGenerator &random);
/// One of a series is completed, reopened, changed or deleted with or without the others, or some activity gets another rule or none.
Result<ChangeSet> randomSeriesAct(Store &store, QRandomGenerator &random, const QString &word);
/// A step of one is added, ticked or taken away, or some other part of it changes.
Result<ChangeSet> randomActivityPart(Store &store, QRandomGenerator &random, const QString &word);
/// What is usual for a kind of activities.
Result<ChangeSet> randomKind(Store &store, QRandomGenerator &random);

} // namespace Kartoteka
