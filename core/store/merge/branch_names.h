// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/merged_records.h"

namespace Kartoteka {

/// What a file has as rows of @c parent after @c after is a second history, which all others know as @c branch.
struct BranchRename
{
    QUuid parent;
    qint64 after = 0;
    QUuid branch;
};

/// Under which names a file has histories that were written twice under one, its own among them.
class BranchNames
{
public:
    BranchNames(Transaction &transaction, MergeHistory &history, RecordWrites &writes, MergeAhead &ahead,
                MergedRecords &records, MergeReport &report)
        : m_transaction(transaction)
        , m_history(history)
        , m_writes(writes)
        , m_ahead(ahead)
        , m_records(records)
        , m_report(report)
    {}

    /// Second histories that this file has under the names of the first ones get the names that all others know them by.
    Result<void> rename(const QList<BranchRename> &renames);
    /// Another copy lives under this one's seat code: see OwnIdentity::leaveSharedSeat().
    Result<void> leaveSharedSeat();

private:
    Transaction &m_transaction;
    MergeHistory &m_history;
    RecordWrites &m_writes;
    MergeAhead &m_ahead;
    MergedRecords &m_records;
    MergeReport &m_report;
};

} // namespace Kartoteka
