// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/merge_ahead.h"
#include "core/store/merge/merge_history.h"
#include "core/store/merge/row_check.h"
#include "core/store/replica/clock_corrections.h"

namespace Kartoteka {

/// A row of a file, by its origin's name in this file and its number.
using RowName = QPair<QUuid, qint64>;

/// What a file has as rows of @c parent after @c after is a second history, which all others know as @c branch.
struct BranchRename
{
    QUuid parent;
    qint64 after = 0;
    QUuid branch;
};

/// Takes rows of other replicas' journals into an open transaction, so that all replicas that have the same rows hold
/// the same data, whichever order the rows came in:
/// - a field holds what its last write says (by hybrid clock, ties by replica); a list unites additions and removals;
/// - a write that lost to one that did not know of it is kept as a conflict;
/// - what one erased or deleted and another went on with stays;
/// - a row that says what cannot be is kept in the journal and set aside, the others are taken.
class Merger
{
public:
    /// @p reader reads what stood before @p transaction.
    Merger(Transaction &transaction, AheadReader reader)
        : m_transaction(transaction)
        , m_identity(*this)
        , m_reader(std::move(reader))
        , m_ahead(transaction)
        , m_history(transaction)
    {}

    /// Makes replicas known; their rows may follow.
    Result<void> addReplicas(const QList<ReplicaInfo> &replicas);
    MergeHistory &history() { return m_history; }
    /// Second histories that this file has under the names of the first ones get the names that all others know them by.
    Result<void> renameBranches(const QList<BranchRename> &renames);
    /// Another copy lives under this one's seat code: see Transaction::leaveSharedSeat(). After finish().
    Result<void> leaveSharedSeat();
    /// Rows that failed when all this was tried before: they are set aside for the reason given.
    void setUnusable(const QHash<RowName, QString> &rows) { m_unusable = rows; }
    /// Bytes that come with the rows, by digest: attachments may name them.
    void expectContents(const QHash<QString, qint64> &sizes) { m_contents = sizes; }
    /// Rows with a clock (hybrid) beyond @p limit count as written @p now (UTC ms), unless it stands already when they do:
    /// here, or in what the file says of @p corrections.
    Result<void> boundClocks(qint64 limit, const QList<ClockCorrection> &corrections, qint64 now);

    Result<void> addAct(const ActRow &act);
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

    /// A write of a record, by this file or by the one that is read.
    struct RecordWrite
    {
        FieldWrite version;
        QString operation;
        QJsonObject patch;
        QUuid uid = {}; ///< of the record; filled in for settings, of which several may be one
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
    Result<void> apply(const RecordTable &table, const JournalRow &row, qint64 id, std::optional<KnownRecord> ahead);
    Result<bool> isUsable(const RecordTable &table, const JournalRow &row, qint64 id);
    Result<void> setAside(const JournalRow &row, const QString &reason);
    Result<void> tryAgain();
    Result<void> refreshSchemaIfDirty();
    /// @p item: where the row belongs, if that is known already.
    Result<void> store(const JournalRow &row, const ItemRef &item);
    Result<void> place(qint64 journalRow, qint64 record, const ItemRef &owner);
    /// In whose timeline a row stands: where its writer saw it, whatever became of the record since.
    ItemRef ownerOfRow(const RecordTable &table, const QJsonObject &patch, qint64 id, const Row &row);
    Result<void> keepMerged(const Target &target);
    Result<void> create(const RecordTable &table, const JournalRow &row);
    Result<void> change(const RecordTable &table, const JournalRow &row, const KnownRecord &known);
    Result<KnownRecord> recordOf(const RecordTable &table, qint64 id);
    Result<void> erase(const RecordTable &table, const JournalRow &row, qint64 id);
    Result<void> dropConflicts(const RecordTable &table, qint64 id, const FieldWrite &erasure);
    static QList<FieldWrite> erasuresIn(const QList<RecordWrite> &rows);
    Result<bool> hasContents(const Target &target);
    Result<qint64> revive(const RecordTable &table, const QUuid &uid);
    Result<void> adoptRows(const Target &target, qint64 oldId);
    Result<void> mergeSetting(const RecordTable &table, const JournalRow &row);
    Result<QList<RecordWrite>> settingWrites();
    /// Computes a record anew from all its rows.
    /// @p making: the row that made it, where its clock was corrected.
    Result<void> mergeAnew(const RecordTable &table, qint64 id, const RowName &making = {});
    Result<void> mergeAnewOf(const QUuid &origin, qint64 first, qint64 last);
    Result<void> mergeOwnersAnewOf(const QUuid &origin, qint64 first, qint64 last);
    Result<void> mergeSettingsAnewOf(const QUuid &origin, qint64 first, qint64 last);
    Result<void> mergeColumns(Target &target, const JournalRow &row, const QList<RecordWrite> &rows);
    Result<void> mergeDeletion(Target &target, const QList<RecordWrite> &rows);
    Result<void> addWorkOn(const ItemRef &item, QList<FieldWrite> &work);
    Result<void> keepConflicts(Target &target, const QString &column, const QList<LostWrite> &lost);
    Result<void> resolveCodes(Target &target);
    Result<void> write(Target &target);
    Result<QList<RecordWrite>> writesOf(const QList<KnownRow> &rows);
    Result<QList<RecordWrite>> writesOf(const RecordTable &table, qint64 id, const QUuid &uid);
    Result<bool> wasErasedKnowing(const QUuid &uid, const FieldWrite &version);
    Result<void> considerOwner(const ItemRef &owner);
    void considerStages(const Target &target);
    Result<void> keepStages();
    Result<void> keepLastOfEach();
    Result<void> correctClocks();
    Result<void> correctOwnClock(QList<ClockCorrection> &found);
    Result<void> correctTimes(const QUuid &origin, const ClockCorrection &correction);
    Value decode(const RecordColumn &column, const QJsonValue &json) { return fromJournal(column, json, m_identity); }
    static int columnOf(const RecordTable &table, const QString &name);
    QList<FieldWrite> writesOf(const QString &column, const QList<RecordWrite> &rows) const;
    /// The clock by which a write counts, of a row with the clock @p written.
    void setClock(FieldWrite &write, qint64 written) const;
    /// Columns that hold when something was done.
    static const QStringList &clockedColumns();
    /// A value of a row: times that a wrong clock wrote into it count as the row does.
    QJsonValue inTime(const QString &column, const QJsonValue &value, const QUuid &origin, qint64 sequence) const;
    FieldWrite currentVersion(const JournalRow &row) const;
    FieldWrite versionOf(const KnownRow &row) const;

    Transaction &m_transaction;
    RevivingIdentity m_identity;
    AheadReader m_reader;
    MergeAhead m_ahead;
    MergeHistory m_history;
    MergeReport m_report;
    ClockCorrections m_clocks;
    QHash<QUuid, QPair<qint64, qint64>> m_late; ///< rows beyond the limit by origin: first and last
    QList<ClockCorrection> m_corrected;         ///< that came in: what they concern is to be computed anew
    qint64 m_clockLimit = std::numeric_limits<qint64>::max();
    qint64 m_received = 0; ///< UTC ms
    QHash<RowName, QString> m_unusable;
    QList<RowName> m_suspects;
    QList<RowName> m_schemaRows; ///< rows of definitions since the tables were last made
    QHash<QString, qint64> m_contents;
    ActRow m_act;
    qint64 m_current = 0;         ///< the journal row that is applied
    VersionVector m_currentKnows; ///< … what its writer knew
    QHash<QUuid, qint64> m_acts;
    QHash<QUuid, qint64> m_users;
    QHash<QUuid, qint64> m_confirm; ///< records that stay though another replica erased them, and their tables
    QHash<QUuid, QString> m_confirmTables;
    QSet<qint64> m_stages; ///< that items came into, or that were deleted
    bool m_schemaDirty = false;
    bool m_definitionsGone = false; ///< pipelines, stages or people were deleted
    Result<void> m_failure;         ///< of a revival while a reference was looked up, which cannot answer with an error
};

} // namespace Kartoteka
