// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge_ahead.h"
#include "core/store/transaction.h"

#include <QMap>

namespace Kartoteka {

/// What a reading did, or would do, to the records of one table.
struct MergeCount
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 deleted = 0;
};

struct MergeReport
{
    qint64 taken = 0;                 ///< rows that were new here
    qint64 known = 0;                 ///< rows that were here already
    qint64 conflicts = 0;             ///< fields that two wrote without knowing of each other
    qint64 revived = 0;               ///< records that one deleted and another went on with
    QMap<QString, MergeCount> tables; ///< by code of the record table
    bool newIdentity = false;         ///< the file brought back writes of this replica that it had lost
    QList<ItemRef> addedItems;        ///< the first few hundred, for the search for duplicates
    qint64 firstRow = 0;              ///< journal rows of this file, 0 when none was taken
    qint64 lastRow = 0;
    Receipt receipt;
};

/// Takes rows of other replicas' journals into an open transaction, so that all replicas that have the same rows hold
/// the same data, whichever order the rows came in:
/// - a field holds what its last write says (by hybrid clock, ties by replica); a list unites additions and removals;
/// - a write that lost to one that did not know of it is kept as a conflict;
/// - what one erased or deleted and another went on with stays.
class Merger
{
public:
    explicit Merger(Transaction &transaction) : m_transaction(transaction), m_identity(*this), m_ahead(transaction) {}

    /// Makes replicas known; their rows may follow.
    Result<void> addReplicas(const QList<ReplicaInfo> &replicas);
    Result<void> addAct(const ActRow &act);
    /// Reads in a few statements what take() will need for @p rows, which come next. May be left out: it only saves time.
    Result<void> lookAhead(const QList<JournalRow> &rows);
    /// Rows of an origin must come in order of sequence, and after every row that their writer had.
    Result<void> take(const JournalRow &row);
    /// Writes down what was taken, and brings back what is still in use.
    Result<void> finish();

    const MergeReport &report() const { return m_report; }
    Transaction &transaction() { return m_transaction; }

private:
    /// Finds records by uid; one that was erased comes back when something refers to it.
    class RevivingIdentity final : public Identity
    {
    public:
        explicit RevivingIdentity(Merger &merger) : m_merger(merger) {}
        QUuid uidOf(const QString &table, qint64 id) override;
        qint64 idOf(const QString &table, const QUuid &uid) override;
        QString tableOfType(qint64 typeId) const override;
        qint64 typeOfTable(const QString &code) const override;

    private:
        Merger &m_merger;
    };

    struct Origin
    {
        qint64 id = 0;
        qint64 last = 0;
        VersionVector knows;
        bool isSelf = false;
        bool changed = false;
    };
    /// A write of a record, by this file or by the one that is read.
    struct RecordWrite
    {
        FieldWrite version;
        QString operation;
        QJsonObject patch;
    };
    /// The same knowledge for all rows of a replica from one sequence to another.
    struct KnowsRange
    {
        qint64 to = 0;
        VersionVector knows;
    };
    struct Target
    {
        const RecordTable &table;
        qint64 id = 0;
        QUuid uid;
        Row before;
        Row after;
        qint64 journalRow = 0;
        bool differs = false;
        std::optional<QHash<QString, FieldConflicts>> conflicts = {}; ///< read when they are needed
    };

    Connection &connection() { return m_transaction.connection(); }
    Result<void> takeRow(const JournalRow &row);
    Result<void> loadOrigins();
    Result<bool> isKnown(const JournalRow &row, Origin &origin);
    /// @p item: where the row belongs, if that is known already.
    Result<void> store(const JournalRow &row, const Origin &origin, const ItemRef &item);
    Result<void> place(qint64 journalRow, qint64 record, const ItemRef &owner);
    Result<void> keepMerged(const Target &target);
    Result<void> create(const RecordTable &table, const JournalRow &row);
    Result<void> change(const RecordTable &table, const JournalRow &row, const KnownRecord &known);
    Result<KnownRecord> recordOf(const RecordTable &table, qint64 id);
    Result<void> erase(const RecordTable &table, const JournalRow &row, qint64 id);
    Result<qint64> revive(const RecordTable &table, const QUuid &uid);
    Result<void> mergeColumns(Target &target, const JournalRow &row, const QList<RecordWrite> &rows);
    Result<void> mergeDeletion(Target &target, const QList<RecordWrite> &rows);
    Result<void> addWorkOn(const ItemRef &item, QList<FieldWrite> &work);
    Result<void> keepConflicts(Target &target, const QString &column, const QList<LostWrite> &lost);
    Result<void> resolveCodes(Target &target);
    Result<void> write(Target &target);
    Result<QList<RecordWrite>> writesOf(const QList<KnownRow> &rows);
    Result<QList<RecordWrite>> writesOf(const RecordTable &table, qint64 id, const QUuid &uid);
    Result<VersionVector> knowsOf(const QUuid &origin, qint64 sequence);
    Result<bool> wasErasedKnowing(const QUuid &uid, const FieldWrite &version);
    Result<void> considerOwner(const ItemRef &owner);
    void considerStages(const Target &target);
    Result<void> keepStages();
    Value decode(const RecordColumn &column, const QJsonValue &json) { return fromJournal(column, json, m_identity); }
    static QList<FieldWrite> writesOf(const QString &column, const QList<RecordWrite> &rows);
    FieldWrite versionOf(const JournalRow &row, qint64 journalRow);
    FieldWrite versionOf(const KnownRow &row) const;

    Transaction &m_transaction;
    RevivingIdentity m_identity;
    MergeAhead m_ahead;
    MergeReport m_report;
    QHash<QUuid, Origin> m_origins;
    QHash<qint64, QUuid> m_originUids;
    QHash<QUuid, qint64> m_acts;
    QHash<QUuid, qint64> m_users;
    QHash<QUuid, QMap<qint64, KnowsRange>> m_knows; ///< by origin and first sequence
    QHash<QUuid, qint64> m_confirm; ///< records that stay though another replica erased them, and their tables
    QHash<QUuid, QString> m_confirmTables;
    QSet<qint64> m_stages; ///< that items came into, or that were deleted
    bool m_loaded = false;
    bool m_schemaDirty = false;
    Result<void> m_failure; ///< of a revival while a reference was looked up, which cannot answer with an error
};

} // namespace Kartoteka
