// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/merge_history.h"
#include "core/store/merge/merge_report.h"
#include "core/store/merge/merge_target.h"
#include "core/store/replica/clock_corrections.h"

namespace Kartoteka {

/// Writes acts and rows of other replicas into the journal of this file.
class TakenJournal
{
public:
    TakenJournal(Transaction &transaction, const MergeHistory &history, MergeReport &report)
        : m_transaction(transaction), m_history(history), m_report(report)
    {}

    Result<void> addAct(const ActRow &act);
    /// The one that came last.
    const ActRow &act() const { return m_act; }

    /// @p at: when it counts as written (UTC ms). @p item: where the row belongs, if that is known already; else place()
    /// says it later.
    /// @return the row of this file.
    Result<qint64> add(const JournalRow &row, qint64 at, const ItemRef &item);
    Result<void> place(qint64 journalRow, qint64 record, const ItemRef &owner);
    /// The row cannot be applied: it waits, with the reason.
    Result<void> setAside(qint64 journalRow, const JournalRow &row, const QString &reason);
    /// The rows that wait, by their places in this file's journal.
    Result<QList<QPair<qint64, JournalRow>>> waiting();
    /// One of them is applied now.
    Result<void> takeUp(qint64 journalRow);
    /// Writes down what was done here where the row says otherwise.
    Result<void> keepMerged(const MergeTarget &target, Identity &identity);

    /// In whose timeline a row stands: where its writer saw it, whatever became of the record since.
    ItemRef ownerOf(const RecordTable &table, const QJsonObject &patch, qint64 id, const Row &row) const;

private:
    Connection &connection() { return m_transaction.connection(); }

    Transaction &m_transaction;
    const MergeHistory &m_history;
    MergeReport &m_report;
    ActRow m_act;
    QHash<QUuid, qint64> m_acts;
    QHash<QUuid, qint64> m_users;
};

} // namespace Kartoteka
