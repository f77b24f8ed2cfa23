// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_notice.h"
#include "core/store/change/commit_rule.h"
#include "core/store/commit/closing_rule.h"
#include "core/store/commit/follow_ups.h"
#include "core/store/commit/given_values.h"
#include "core/store/commit/item_numbers.h"
#include "core/store/commit/journal_writer.h"
#include "core/store/commit/own_identity.h"
#include "core/store/commit/record_writer.h"
#include "core/store/commit/rows_ahead.h"
#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"
#include "core/store/record/record_identity.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace Kartoteka {

/// What the program knows that a transaction needs.
struct TransactionSetting
{
    SchemaPtr schema;
    std::shared_ptr<const Catalog> catalog; ///< shared with readers on other threads
    const QList<CommitRule> *rules = nullptr;
    qint64 author = 0;
    qint64 now = 0;                                   ///< UTC ms
    QString machine = {};                             ///< where this program writes; empty: not asked for
    bool newIdentity = false;                         ///< the file was copied or put back: it goes on as another replica
    bool newSeat = false;                             ///< … whose numbers must differ, because the original may live on
    QJsonObject numbers = {};                         ///< … else the last numbers it gave, by entity type uid
    const QList<Follower> *followers = nullptr;       ///< null: nothing follows
    const QList<ClosingRule> *closingRules = nullptr; ///< null: nothing is judged at the end
};

/// One SQLite transaction that applies changes, journals them and keeps what is derived from them.
/// Rolls back unless committed. Used on the writer's thread only.
class Transaction final : public RuleContext
{
public:
    Transaction(Connection &connection, TransactionSetting setting);
    ~Transaction() override;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Begins, and records the act of @p header (its changes are not looked at).
    Result<void> begin(const ChangeSet &header);
    Result<void> apply(const Change &change);
    /// All changes of an act, each relation written once.
    Result<void> applyAll(const QList<Change> &changes);
    /// Reads at once what the next changes are about.
    Result<void> readAhead(const RecordTable &table, const QList<qint64> &ids) { return m_ahead.read(schema(), table, ids); }
    Result<Receipt> commit();

    // For merging rows of other replicas (Merger):

    /// Values of a row and its uid; NotFound when there is none.
    Result<Row> readRow(const RecordTable &table, qint64 id, QUuid &uid);
    /// Makes (empty @p before), changes or removes (empty @p after) a row and all that is derived from it, without a row
    /// in the journal. @return the row's id.
    Result<qint64> replaceRow(const RecordTable &table, qint64 id, const QUuid &uid, const Row &before, const Row &after);
    /// Lets the rules recompute what follows from merged values.
    Result<void> settle(PendingChange &pending);
    /// Makes tables and columns of definitions that were written, and reads the schema anew.
    Result<void> refreshSchema();
    /// Writes down that a record which another replica erased is still there.
    Result<void> journalRestore(const RecordTable &table, qint64 id);
    /// Takes note that a row of the journal about a record came from elsewhere, or stands elsewhere now.
    void noteJournal(const RecordTable &table, qint64 id);
    /// Under which name the file writes on.
    OwnIdentity &ownIdentity() { return m_own; }
    bool isClockBeyond(qint64 limit) const { return m_journal.own.clock > limit; }
    /// Goes by another hybrid clock from here on: the one so far was wrong.
    void setClock(qint64 clock) { m_journal.own.clock = qMax(clock, m_setting.now << 16); }
    /// Takes note of a clock of another replica.
    void noteClock(qint64 clock) { m_journal.own.clock = qMax(m_journal.own.clock, clock + 1); }
    /// Takes note that rows of other replicas came in: the next own row says what was known.
    void noteNews() { m_journal.own.news = true; }
    /// Numbers of this seat that come back are not given again.
    Result<void> noteNumber(qint64 typeId, const QString &number) { return m_numbers.note(typeId, number); }
    /// Takes note that an item has another number than it had when this transaction began.
    void noteRenumbered(const QUuid &item) { m_renumbered.insert(item); }
    bool isRenumbered(const QUuid &item) const { return m_renumbered.contains(item); }
    std::shared_ptr<const Catalog> catalog() const { return m_setting.catalog; }

    /// Marks the act of this transaction as taking back @p act (or, for redo, as putting it back).
    Result<void> markUndone(qint64 act, bool undone);

    /// The act has written all its parts, or they are taken back.
    Result<void> markFinished(qint64 act);
    /// Counts a record that an undo leaves alone.
    void noteKept() { ++m_receipt.keptNewer; }

    /// After commit(): what is to be announced.
    CommitNotice takeNotice() { return std::move(m_notice); }
    /// After commit(): something waits for followers.
    bool hasFollowUps() const { return m_followUps && !m_followUps->isEmpty(); }

    Connection &connection() { return m_connection; }
    RecordIdentity &identity() { return m_identity; }
    qint64 actId() const { return m_act.id; }

    const Schema &schema() const override { return *m_setting.schema; }
    qint64 author() const override { return m_act.author; }
    qint64 now() const override { return m_act.at; }
    QString actKind() const override { return m_notice.kind; }
    bool isMerging() const override { return m_merging; }
    double nextRank() override;
    Result<QString> nextNumber(qint64 typeId) override;

private:
    /// Before the change at @p at: reads what it and the next ones update.
    Result<void> readAhead(const QList<Change> &changes, qsizetype at);
    Result<void> create(const RecordTable &table, const Change &change);
    Result<void> update(const RecordTable &table, const Change &change);
    Result<void> erase(const RecordTable &table, const Change &change);
    /// @p row is as it stands afterwards: its number may be another's already.
    Result<qint64> insertRecord(const RecordTable &table, qint64 id, const QUuid &uid, Row &row);
    Result<void> eraseRecord(const RecordTable &table, qint64 id, const QUuid &uid, const Row &before);
    Result<void> freeCode(const RecordTable &table, const Row &row);
    Result<void> runRules(PendingChange &pending);
    /// What two may make independently of each other is one record: the one that stands when @p change would make it, or 0.
    Result<qint64> standing(const RecordTable &table, const Change &change);
    Result<void> begin(const ChangeSet &header, const QUuid &act);
    /// Journal, derived tables and notice of one record.
    Result<void> record(const WrittenRecord &written);
    Result<void> derive(Operation operation, const QUuid &uid, const NotedChange &change);
    void announce(const RecordTable &table, Operation operation, qint64 id, const QUuid &uid, const Row &before,
                  const Row &after);

    Connection &m_connection;
    TransactionSetting m_setting;
    RecordIdentity m_identity;
    GivenValues m_values;
    RecordWriter m_rows;
    RowsAhead m_ahead;
    JournalWriter m_journal;
    ItemNumbers m_numbers;
    CommitNotice m_notice;
    OwnIdentity m_own;
    std::vector<std::unique_ptr<DerivedTable>> m_derived;
    FollowUps *m_followUps = nullptr; ///< of m_derived
    Receipt m_receipt;
    JournalledAct m_act;
    bool m_merging = false;
    int m_ranks = 0;
    QSet<QUuid> m_renumbered;
    bool m_open = false;
};

} // namespace Kartoteka
