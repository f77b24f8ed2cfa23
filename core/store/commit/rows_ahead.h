// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/record_reader.h"

namespace Kartoteka {

/// The records that a transaction is about to change, read some hundred by two statements where one by one takes two for
/// each.
class RowsAhead
{
public:
    explicit RowsAhead(Connection &connection) : m_connection(connection) {}

    /// Reads these of a table's records. What was read before is forgotten.
    Result<void> read(const Schema &schema, const RecordTable &table, const QList<qint64> &ids);
    /// What was read of a record, given out once: afterwards it will have changed. Nothing when it was not read.
    std::optional<StoredRecord> take(const RecordTable &table, qint64 id);
    /// The record was written in between.
    void forget(const RecordTable &table, qint64 id);
    void clear() { m_records.clear(); }

private:
    Connection &m_connection;
    QString m_table; ///< code of the one whose records are held
    QHash<qint64, StoredRecord> m_records;
};

} // namespace Kartoteka
