// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conflicts.h"
#include "core/exchange/exchange_reader.h"

namespace Kartoteka {

/// Plural name of what a record table holds: "Leads", "Comments".
QString recordsName(const Schema &schema, const QString &table);

/// What a reading did or would do, in lines for people.
QStringList mergeLines(const Schema &schema, const MergeReport &report);
/// What of it is worth a look: conflicts and the like.
QStringList mergeNotes(const MergeReport &report);

/// What became of a file, in one sentence or two.
QString stateText(const ExchangeRead &read);

/// What is to be said of a sender who is not simply known; empty for one who is.
QString trustText(const ExchangeRead &read);

/// What happened when a file went on as another replica (CommitNotice::newIdentity).
QString newIdentityText(const CommitNotice &notice);

/// A conflict in words.
struct ConflictWords
{
    QString record; ///< what it is about: type and title of an item, or kind and name of a definition
    QString field;
    QString kept;
    QString keptBy;
    QString other;
    QString otherBy;
};
ConflictWords conflictWords(const ReadContext &context, const Conflict &conflict);

} // namespace Kartoteka
