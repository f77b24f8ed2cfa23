// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/filled_fields.h"
#include "core/store/record/record_table.h"

#include <QSet>

namespace Kartoteka {

/// Writes the rows of records within a transaction: columns, lists, which fields are filled in. Gives no id twice.
class RecordWriter
{
public:
    explicit RecordWriter(Connection &connection) : m_connection(connection), m_filled(connection) {}

    /// Reads which ids are not to be given again.
    Result<void> begin();
    /// … and writes it.
    Result<void> finish();

    /// The row with @p id, or with the next one (0). @return its id.
    Result<qint64> insert(const Schema &schema, const RecordTable &table, qint64 id, const QUuid &uid, const Row &row);
    /// Writes what differs.
    Result<void> update(const Schema &schema, const RecordTable &table, qint64 id, const Row &before, const Row &after);
    Result<void> erase(const RecordTable &table, qint64 id);

    /// The definitions are others from here on.
    void forgetFields() { m_filled.forget(); }

private:
    Result<void> writeMembers(const Schema &schema, const RecordTable &table, const RecordColumn &column, qint64 id,
                              const Value &value, bool replace);

    Connection &m_connection;
    FilledFields m_filled;
    QHash<QString, qint64> m_erased; ///< greatest id of an erased row by table
    QSet<QString> m_newlyErased;     ///< … of those, what this transaction changed
};

} // namespace Kartoteka
