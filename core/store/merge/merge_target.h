// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/merge_ahead.h"

namespace Kartoteka {

/// A record while what a row says of it is worked out.
struct MergeTarget
{
    const RecordTable &table;
    qint64 id = 0;
    QUuid uid;
    Row before;
    Row after;
    qint64 journalRow = 0;                                        ///< the row that is applied; 0: none in particular
    bool differs = false;                                         ///< `after` may be another than the row's patch says
    std::optional<QHash<QString, FieldConflicts>> conflicts = {}; ///< read when they are needed
};

/// The column of a table that a row of another replica may write, -1 when it may not.
inline int mergedColumn(const RecordTable &table, const QString &name)
{
    const int at = table.indexOf(name);
    return at >= 0 && table.columns[at].computed ? -1 : at;
}

} // namespace Kartoteka
