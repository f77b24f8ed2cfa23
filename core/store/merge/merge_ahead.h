// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/journal_row.h"
#include "core/store/merge/field_merge.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

class Transaction;

/// A journal row of a record as this file holds it.
struct KnownRow
{
    FieldWrite version; ///< of which `knows` is left to be filled in
    qint64 origin = 0;  ///< local id of the replica
    QString operation;
    QJsonObject patch;
};

/// Conflicts of one field of a record.
struct FieldConflicts
{
    qint64 all = 0;
    qint64 open = 0;
};

/// What a file holds of one record when a row about it comes.
struct KnownRecord
{
    StoredRecord stored; ///< id 0: there is no such record
    QList<KnownRow> rows;
    QHash<QString, FieldConflicts> conflicts; ///< by column code
};

Result<QList<KnownRow>> readKnownRows(Connection &connection, const RecordTable &table, qint64 id, const QUuid &uid);
/// The creations of a record that stands under @p owner, which readKnownRows() leaves out: more than one where its identity comes
/// from what it is, so that several seats may have made it.
Result<QList<KnownRow>> readCreations(Connection &connection, const RecordTable &table, qint64 id, const QUuid &uid,
                                      const ItemRef &owner);
Result<QHash<QString, FieldConflicts>> readConflicts(Connection &connection, const RecordTable &table, qint64 id);

/// All of it as it stands in the transaction; NotFound when there is no such record.
Result<KnownRecord> readKnownRecord(Transaction &transaction, const RecordTable &table, qint64 id);

/// What a file holds of many records.
struct KnownRecords
{
    QHash<QUuid, KnownRecord> records;
    QHash<qint64, qint64> lastSequences;    ///< the greatest by local id of the replica
    std::shared_ptr<const Catalog> catalog; ///< by which the records were read
};

/// Reads records beside the writer, as they stood before its transaction.
class AheadReader
{
public:
    /// Has a reader's thread run something; it is given null when the file could not be opened.
    using Run = std::function<void(std::function<void(Connection *)>)>;

    AheadReader(Run run, SchemaPtr schema, std::shared_ptr<const Catalog> catalog)
        : m_run(std::move(run)), m_schema(std::move(schema)), m_catalog(std::move(catalog))
    {}

    /// Reads the records that @p rows are about; waits for the reader. From any thread, while the transaction is open.
    /// What cannot be read is left out.
    KnownRecords read(const QList<JournalRow> &rows) const;

private:
    Run m_run;
    SchemaPtr m_schema;
    std::shared_ptr<const Catalog> m_catalog;
};

/// What a merge is about to need of many records, read in a few statements, where one by one it takes several for each.
class MergeAhead
{
public:
    explicit MergeAhead(Transaction &transaction) : m_transaction(transaction) {}

    /// Takes the records that @p rows are about: from @p before, which holds what stood before this transaction, where they
    /// were not written since; the others are read. What was taken before is forgotten.
    Result<void> read(const QList<JournalRow> &rows, KnownRecords before);
    /// What was read of a record, given out once: afterwards it will have changed. Nothing when it was not read.
    std::optional<KnownRecord> take(const QUuid &uid);
    /// The record was written in between.
    void forget(const QUuid &uid);
    void clear() { m_known.records.clear(); }
    /// Rows of the journal go by other replicas now: nothing that stood before this transaction holds.
    void distrustBefore() { m_isBeforeTrusted = false; }

    /// The greatest sequence by local id of the replica among the rows that were taken.
    const QHash<qint64, qint64> &lastSequences() const { return m_known.lastSequences; }

private:
    Transaction &m_transaction;
    KnownRecords m_known;
    QSet<QUuid> m_written; ///< by this transaction
    bool m_isBeforeTrusted = true;
};

} // namespace Kartoteka
