// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/taken_journal.h"

namespace Kartoteka {

/// Brings back records that were erased here and that somebody else went on with. As an identity it finds records by uid;
/// one that was erased comes back when something refers to it.
class Revival final : public Identity
{
public:
    /// Computes a record anew from all its rows.
    using MergeAnew = std::function<Result<void>(const RecordTable &table, qint64 id)>;

    /// @p contents: bytes that come with the rows, by digest.
    Revival(Transaction &transaction, TakenJournal &journal, MergeAhead &ahead, MergeReport &report,
            const QHash<QString, qint64> &contents, MergeAnew mergeAnew)
        : m_transaction(transaction)
        , m_journal(journal)
        , m_ahead(ahead)
        , m_report(report)
        , m_contents(contents)
        , m_mergeAnew(std::move(mergeAnew))
    {}

    QUuid uidOf(const QString &table, qint64 id) override;
    qint64 idOf(const QString &table, const QUuid &uid) override;
    QString tableOfType(qint64 typeId) const override;
    qint64 typeOfTable(const QString &code) const override;
    /// Of a revival while a reference was looked up, which cannot answer with an error. The first one.
    const Result<void> &failure() const { return m_failure; }

    /// @return 0: it never was here, or cannot stand.
    Result<qint64> revive(const RecordTable &table, const QUuid &uid);
    /// The record stays though another replica erased it.
    void confirm(const RecordTable &table, qint64 id, const QUuid &uid) { m_confirmed.insert(uid, {table.code, id}); }
    /// Tells the other replicas of what came back or stayed.
    Result<void> finish();

private:
    Connection &connection() { return m_transaction.connection(); }
    Result<bool> hasContents(const MergeTarget &target);
    Result<void> adoptRows(const MergeTarget &target, qint64 oldId);

    Transaction &m_transaction;
    TakenJournal &m_journal;
    MergeAhead &m_ahead;
    MergeReport &m_report;
    const QHash<QString, qint64> &m_contents;
    MergeAnew m_mergeAnew;
    QHash<QUuid, QPair<QString, qint64>> m_confirmed; ///< code of the table and row id, by uid
    Result<void> m_failure;
};

} // namespace Kartoteka
