// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QRandomGenerator>

namespace Kartoteka {

/// What a person of the simulation changes about the office's money, days and people.

Result<ChangeSet> randomCurrency(Store &store, QRandomGenerator &random);
Result<ChangeSet> randomDay(Store &store, QRandomGenerator &random, const QString &word);
/// A new one, or one that is there: in a department, away, inactive.
Result<ChangeSet> randomPerson(Store &store, QRandomGenerator &random, const QString &word);
/// Two seats may put each of two below the other.
Result<ChangeSet> randomDepartment(Store &store, QRandomGenerator &random, const QString &word);
/// Ways of stages, which is the usual one, and what is required in them.
Result<ChangeSet> randomPipeline(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word);
Result<ChangeSet> randomPreset(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word);
Result<ChangeSet> randomPersonSetting(Store &store, QRandomGenerator &random, const QString &word);

} // namespace Kartoteka
