// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/branch_names.h"
#include "core/store/merge/merged_records.h"
#include "core/store/merge/revival.h"

namespace Kartoteka {

/// Takes rows of other replicas' journals into an open transaction, so that all replicas that have the same rows hold
/// the same data, whichever order the rows came in:
/// - a field holds what its last write says (by hybrid clock, ties by replica); a list unites additions and removals;
/// - a write that lost to one that did not know of it is kept as a conflict;
/// - what one erased or deleted and another went on with stays;
/// - a row that says what cannot be is kept in the journal and set aside, the others are taken.
class Merger
{
    Q_DISABLE_COPY_MOVE(Merger)
public:
    /// @p reader reads what stood before @p transaction.
    Merger(Transaction &transaction, AheadReader reader);

    /// Makes replicas known; their rows may follow.
    Result<void> addReplicas(const QList<ReplicaInfo> &replicas);
    MergeHistory &history() { return m_history; }
    /// Second histories that this file has under the names of the first ones get the names that all others know them by.
    Result<void> renameBranches(const QList<BranchRename> &renames) { return m_names.rename(renames); }
    /// Another copy lives under this one's seat code: see OwnIdentity::leaveSharedSeat(). After finish().
    Result<void> leaveSharedSeat() { return m_names.leaveSharedSeat(); }
    /// Rows that failed when all this was tried before: they are set aside for the reason given.
    void setUnusable(const QHash<RowName, QString> &rows) { m_unusable = rows; }
    /// Bytes that come with the rows, by digest: attachments may name them.
    void expectContents(const QHash<QString, qint64> &sizes) { m_contents = sizes; }
    /// Which rows count as written when they were received.
    LateClocks &clocks() { return m_clocks; }

    Result<void> addAct(const ActRow &act) { return m_journal.addAct(act); }
    /// What take() will need is read by this beside it, some rows before they come.
    const AheadReader &reader() const { return m_reader; }
    /// Makes ready what take() will need for @p rows, which come next: what reader() has read of them, and in a few
    /// statements the rest. May be left out: it only saves time.
    Result<void> lookAhead(const QList<JournalRow> &rows, KnownRecords before);
    /// Rows of an origin must come in order of sequence, and after every row that their writer had.
    Result<void> take(const JournalRow &row);
    /// Writes down what was taken, and brings back what is still in use.
    Result<void> finish();

    /// After a failure: the rows that may be to blame; none when it was none's fault.
    QList<RowName> suspects() const { return m_suspects; }

    const MergeReport &report() const { return m_report; }
    Transaction &transaction() { return m_transaction; }

private:
    Connection &connection() { return m_transaction.connection(); }
    Result<void> loadHistory();
    Result<void> takeRow(const JournalRow &row);
    Result<void> storeRow(const RecordTable *table, const JournalRow &row, qint64 id);
    Result<void> apply(const RecordTable &table, const JournalRow &row, qint64 id, std::optional<KnownRecord> ahead);
    /// Whether a row can be applied; else it is set aside.
    Result<bool> isUsable(const RecordTable &table, const JournalRow &row, qint64 id);
    Result<void> tryAgain();
    Result<void> tryAgain(qint64 journalRow, const JournalRow &row);
    void noteSchemaRow(const RecordTable &table, const RowName &name);
    Result<void> refreshSchemaIfDirty();
    Result<void> create(const RecordTable &table, const JournalRow &row);
    Result<void> change(const RecordTable &table, const JournalRow &row, const KnownRecord &known);
    Result<void> erase(const RecordTable &table, const JournalRow &row, qint64 id);
    FieldWrite currentVersion(const JournalRow &row) const;

    Transaction &m_transaction;
    AheadReader m_reader;
    MergeReport m_report;
    QHash<QString, qint64> m_contents;
    MergeAhead m_ahead;
    MergeHistory m_history;
    RecordWrites m_writes;
    TakenJournal m_journal;
    ConflictRows m_conflicts;
    LateClocks m_clocks;
    Revival m_revival;
    RecordMerge m_merge;
    SettingMerge m_settings;
    DefinitionKeeper m_definitions;
    MergedRecords m_records;
    BranchNames m_names;
    QHash<RowName, QString> m_unusable;
    QList<RowName> m_suspects;
    QList<RowName> m_schemaRows;  ///< rows of definitions since the tables were last made
    qint64 m_current = 0;         ///< the journal row that is applied
    VersionVector m_currentKnows; ///< … what its writer knew
};

} // namespace Kartoteka
