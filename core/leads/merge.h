// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Several items of one type that are the same client or the same business.
struct MergeRequest
{
    ItemRef keep;                  ///< goes on
    QList<qint64> others;          ///< become part of it and go to the recycle bin
    QHash<QString, qint64> choice; ///< field code → the item whose value is to stand
};

/// A field in which the items differ so that a person should choose.
struct MergeQuestion
{
    QString field;
    QList<std::pair<qint64, Value>> answers; ///< item and its value, the kept item's first
};

/// What a merge comes to.
struct MergePlan
{
    QList<MergeQuestion> questions;
    QHash<QString, Value> values; ///< by field code, only what changes in the kept item
    qsizetype moved = 0;          ///< activities, comments, files and links that come along
    ChangeSet changes;
};

/// Plans a merge as one act: texts that differ in spaces, case or a full stop are equal; what one lacks the
/// other gives; lists unite; long texts join; for the rest the choice stands, else the kept item's value. Comments,
/// activities, files and links come along, and whatever referred to the others refers to the kept one.
/// @p nowMs: UTC ms of the deletion of the others.
Result<MergePlan> planMerge(const ReadContext &context, const MergeRequest &request, qint64 nowMs);

} // namespace Kartoteka
