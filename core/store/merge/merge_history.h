// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/transaction.h"
#include "core/store/merge/field_merge.h"
#include "core/store/merge/merge_report.h"
#include "core/store/replica/chain.h"

namespace Kartoteka {

/// What is wrong with a row, for which its file cannot be read.
Error damagedBy(const JournalRow &row, const QString &why);

/// Who wrote the rows that are taken, what each writer knew, and whether the rows are those that their origin signed.
class MergeHistory
{
public:
    explicit MergeHistory(Transaction &transaction) : m_transaction(transaction) {}

    /// Makes replicas known; their rows may follow.
    Result<void> addReplicas(const QList<ReplicaInfo> &replicas);
    /// Rows of these origins are held against what the file says of them. @p aliases: origins whose rows this file keeps
    /// under another name, because it knows two histories of theirs.
    void expect(const QHash<QUuid, OriginHead> &heads, const QHash<QUuid, QUuid> &aliases);

    /// Takes a row into account that comes next; @p row is of the name afterwards under which this file keeps it.
    /// @return whether it is here already.
    Result<bool> follow(JournalRow &row, const ActRow &act);
    /// What the writer of a row knew of others, the history its own one came from included.
    Result<VersionVector> knowsAt(const QUuid &origin, qint64 sequence);
    /// The same of the row that came last of an origin.
    VersionVector knowsNow(const QUuid &origin) const { return m_origins.value(origin).knows; }
    /// Compares every origin's chain with the one it signed, and writes down what is known now.
    Result<void> finish();

    /// Reads the replicas anew; what rows have told of them since stays.
    Result<void> reload();
    qint64 idOf(const QUuid &origin) const { return m_origins.value(origin).id; }
    /// An origin, and the second histories that left it, and those that left them.
    QList<QUuid> withBranches(const QUuid &origin) const;
    QUuid uidOf(qint64 origin) const { return m_uids.value(origin); }
    bool isLoaded() const { return m_loaded; }
    const QList<Fork> &forks() const { return m_forks; }
    bool isIdentityLost() const { return m_identityLost; }
    /// Under which name this file has the rows of an origin of the file from here on.
    QUuid keptAs(const QUuid &origin) const;

private:
    struct Origin
    {
        qint64 id = 0;
        qint64 last = 0;
        QUuid parent; ///< whose second history it is
        qint64 after = 0;
        VersionVector knows;
        bool isSelf = false;
        bool changed = false;
    };
    /// An origin of the file while its rows come.
    struct Course
    {
        OriginHead head;
        QByteArray value;    ///< the chain after the last row that came
        QUuid keptAs;        ///< null: under its own name
        bool joined = false; ///< what this file has before the rows that are new is what the file says
    };
    /// The same knowledge for all rows of a replica from one sequence to another.
    struct KnowsRange
    {
        qint64 to = 0;
        VersionVector knows;
    };

    Connection &connection() { return m_transaction.connection(); }
    Result<bool> isSame(const Origin &origin, const JournalRow &row);
    Result<void> join(const QUuid &origin, Course &course, const QByteArray &before);
    Result<void> joinParent(const ReplicaBook &book, const QUuid &origin, const QByteArray &before);
    Result<void> branch(JournalRow &row, Course &course);
    Result<void> takeIn(const JournalRow &row, Origin &origin);
    bool canKnow(const VersionVector &knows) const;
    void addLineage(const QUuid &origin, VersionVector &knows) const;

    Transaction &m_transaction;
    QHash<QUuid, Origin> m_origins;
    QHash<qint64, QUuid> m_uids;
    QSet<QPair<QUuid, qint64>> m_left;              ///< where second histories leave which one
    QHash<QUuid, Course> m_courses;                 ///< by the origin's name in the file
    QHash<QUuid, QMap<qint64, KnowsRange>> m_knows; ///< by origin and first sequence
    QList<Fork> m_forks;
    bool m_identityLost = false;
    bool m_loaded = false;
};

} // namespace Kartoteka
