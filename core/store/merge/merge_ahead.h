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
    QString patch; ///< JSON
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
Result<QHash<QString, FieldConflicts>> readConflicts(Connection &connection, const RecordTable &table, qint64 id);

/// Reads what a merge is about to need of many records in a few statements, where one by one it takes several for each.
class MergeAhead
{
public:
    explicit MergeAhead(Transaction &transaction) : m_transaction(transaction) {}

    /// Reads the records that @p rows are about. What was read before is forgotten.
    Result<void> read(const QList<JournalRow> &rows);
    /// What was read of a record, given out once: afterwards it will have changed. Nothing when it was not read.
    std::optional<KnownRecord> take(const RecordTable &table, const QUuid &uid);
    /// The record was written in between.
    void forget(const RecordTable &table, const QUuid &uid) { m_records.remove({table.entity, uid}); }
    void clear() { m_records.clear(); }

    /// The greatest sequence by local id of the replica among the rows that were read.
    const QHash<qint64, qint64> &lastSequences() const { return m_lastSequences; }

private:
    Result<void> readSome(const RecordTable &table, const QList<QUuid> &uids);

    Transaction &m_transaction;
    QHash<QPair<QString, QUuid>, KnownRecord> m_records;
    QHash<qint64, qint64> m_lastSequences;
};

} // namespace Kartoteka
