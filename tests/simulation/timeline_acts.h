// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QRandomGenerator>

namespace Kartoteka {

/// What a person of the simulation does to the entries of timelines. An empty set: there is nothing to change.

Result<ChangeSet> randomPin(Store &store, const ItemRef &item, QRandomGenerator &random);
Result<ChangeSet> randomUnpin(Store &store, QRandomGenerator &random);
/// Written anew, or deleted.
Result<ChangeSet> randomCommentChange(Store &store, QRandomGenerator &random, const QString &word);
/// A comment that names somebody, or one that is there made to do so.
Result<ChangeSet> randomMention(Store &store, const ItemRef &item, QRandomGenerator &random, const QString &word);
/// Somebody else is to answer for an item, to observe it, or to do something about it.
Result<ChangeSet> randomHandOver(Store &store, const ItemRef &item, QRandomGenerator &random);
/// Somebody reads some notice, or all of theirs.
Result<ChangeSet> randomReading(Store &store, QRandomGenerator &random);
/// Out of turn.
Result<ChangeSet> randomTakeBack(Store &store, QRandomGenerator &random);

} // namespace Kartoteka
