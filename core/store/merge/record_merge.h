// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/conflict_rows.h"
#include "core/store/merge/record_writes.h"

namespace Kartoteka {

/// What fields and deletions of a record come to when several replicas wrote them.
class RecordMerge
{
public:
    RecordMerge(Transaction &transaction, RecordWrites &writes, ConflictRows &conflicts, Identity &identity)
        : m_transaction(transaction), m_writes(writes), m_conflicts(conflicts), m_identity(identity)
    {}

    /// Works out the columns that @p patch names, from all @p rows of the record, and whether it is deleted.
    Result<void> columns(MergeTarget &target, const QJsonObject &patch, const QList<RecordWrite> &rows);
    /// Whether it is deleted: not by one who did not know that somebody went on with it.
    Result<void> deletion(MergeTarget &target, const QList<RecordWrite> &rows);
    /// Of the numbers that several who made one item gave it, it has that of the last.
    Result<void> number(MergeTarget &target, const QList<RecordWrite> &rows);

private:
    Transaction &m_transaction;
    RecordWrites &m_writes;
    ConflictRows &m_conflicts;
    Identity &m_identity;
};

} // namespace Kartoteka
