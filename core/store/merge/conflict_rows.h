// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/merge_history.h"
#include "core/store/merge/merge_report.h"
#include "core/store/merge/merge_target.h"

namespace Kartoteka {

/// Keeps the writes that lost to others which did not know of them.
class ConflictRows
{
public:
    ConflictRows(Transaction &transaction, const MergeHistory &history, MergeReport &report)
        : m_transaction(transaction), m_history(history), m_report(report)
    {}

    /// @p lost are all of the column there are.
    Result<void> keep(MergeTarget &target, const QString &column, const QList<LostWrite> &lost);
    /// Somebody who knew of them wrote the column.
    Result<void> close(MergeTarget &target, const QString &column);
    /// A record that stays starts anew: what its erasure knew of is no conflict any more (isErased()).
    Result<void> drop(const RecordTable &table, qint64 id, const FieldWrite &erasure);

private:
    Connection &connection() { return m_transaction.connection(); }

    Transaction &m_transaction;
    const MergeHistory &m_history;
    MergeReport &m_report;
};

} // namespace Kartoteka
