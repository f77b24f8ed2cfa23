// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/kept/derived_table.h"
#include "core/store/record/read_context.h"

#include <functional>

namespace Kartoteka {

/// Reacts to what people wrote: right after the commit, on the writer's thread, in a transaction of its own under the same
/// act, so that one undo takes back both. Not asked about what comes from exchange files, undo, redo and example data, nor
/// about what followers write.
struct Follower
{
    QString name; ///< under which the file keeps what has not been followed yet
    /// Whether there may be something to do about a record. Asked of every change, so it must be cheap.
    std::function<bool(const NotedChange &)> wants;
    /// What follows for records of one table, by row id, as the file stands now. Nothing is written when a change is refused.
    std::function<Result<QList<Change>>(const ReadContext &, const RecordTable &, const QList<qint64> &)> follow;
};

} // namespace Kartoteka
