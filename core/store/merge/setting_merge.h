// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/conflict_rows.h"
#include "core/store/merge/late_clocks.h"
#include "core/store/merge/record_writes.h"
#include "core/store/merge/taken_journal.h"

namespace Kartoteka {

/// Merges settings, which two replicas may make independently of each other: a setting is one record by its code, whatever
/// identities it was given. Its value is that of the last write that no erasure knew of, and so a function of the set of rows.
class SettingMerge
{
public:
    SettingMerge(Transaction &transaction, RecordWrites &writes, TakenJournal &journal, ConflictRows &conflicts,
                 LateClocks &clocks, MergeReport &report)
        : m_transaction(transaction)
        , m_writes(writes)
        , m_journal(journal)
        , m_conflicts(conflicts)
        , m_clocks(clocks)
        , m_report(report)
    {}

    /// @p journalRow: @p row as this file stores it; 0 where it is merged anew.
    Result<void> take(const RecordTable &table, const JournalRow &row, qint64 journalRow);

private:
    /// What the rows of all settings say of one of them.
    struct Course
    {
        QString code;
        qint64 id = 0;           ///< of the row that holds it, 0: none
        QUuid uid;               ///< … its uid
        bool isOriginal = false; ///< it came with the office: it has no row of its making, and is in every file
        QList<RecordWrite> writes;
    };

    Connection &connection() { return m_transaction.connection(); }
    Result<Course> courseOf(const QUuid &uid);
    Result<void> erase(const RecordTable &table, const Course &course, const Row &before, qint64 journalRow);
    Result<void> write(const RecordTable &table, const Course &course, const Row &before, qint64 journalRow);

    Transaction &m_transaction;
    RecordWrites &m_writes;
    TakenJournal &m_journal;
    ConflictRows &m_conflicts;
    LateClocks &m_clocks;
    MergeReport &m_report;
};

} // namespace Kartoteka
