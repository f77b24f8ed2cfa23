// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item_queries.h"
#include "core/timeline/timeline.h"

namespace Kartoteka {

/// What entries tell of as it stands now. Nothing where it was deleted, or tells nothing in a history.
struct CommentWords
{
    QString text;
    Value editedAt; ///< UTC ms
};
Result<std::optional<CommentWords>> standingComment(const ReadContext &context, qint64 id);

struct FileWords
{
    QString name;
    qint64 size = 0; ///< bytes
};
/// A file that a field holds is told of by the field.
Result<std::optional<FileWords>> standingFile(const ReadContext &context, qint64 id);

/// A link that a person, a merge or a tunnel made; those of a conversion are told by the items themselves.
Result<std::optional<ItemLink>> standingLink(const ReadContext &context, qint64 id);

struct ActivityWords
{
    QString title;
    QString description;
};
/// Also of a deleted one.
Result<std::optional<ActivityWords>> activityWords(const ReadContext &context, qint64 id);
/// Whether an activity was made, or completed, when a row did so: two seats may do it without knowing of each other.
Result<bool> isToldBefore(const ReadContext &context, const JournalEntry &row);

/// How many rows of a kind the act wrote of the item together with this one.
Result<int> partsWrittenWith(const ReadContext &context, const JournalEntry &row, const QString &entity);

/// Conflicts that a row of the journal won, and whether they are open.
Result<QList<std::pair<qint64, bool>>> conflictsOf(const ReadContext &context, qint64 row);

/// What was last written into a column of an item before an entry of its history, the entry included; invalid: nothing.
Result<Value> writtenBefore(const ReadContext &context, const TimelineEntry &entry, const QString &column);

} // namespace Kartoteka
