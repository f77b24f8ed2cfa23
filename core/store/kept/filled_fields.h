// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// Keeps which fields of an item are filled in: its column `filled` names the set, so that the items with or without a
/// value in any field are found by one index (docs/decisions/0017). Yes-no fields always have a value and are left out.
class FilledFields
{
public:
    explicit FilledFields(Connection &connection) : m_connection(connection) {}

    /// The row of filled_fields for a record; a set that is new is written down.
    Result<qint64> setOf(const RecordTable &table, const Row &row);
    /// The types have other fields from here on.
    void forget() { m_known.clear(); }

private:
    Connection &m_connection;
    Result<qint64> rowOf(const QString &fields);

    /// By type and which of its fields are there; within one transaction, which may be rolled back.
    QHash<std::pair<qint64, QByteArray>, qint64> m_known;
};

/// Whether two states of a record have different fields filled in.
bool filledDiffers(const RecordTable &table, const Row &before, const Row &after);

/// SQL that holds for `t` when a field is filled in, or is empty.
QString filledCondition(qint64 field, bool filled);

/// SQL for the set of a row `t` as setOf() writes it, computed from its values.
QString filledExpression(const RecordTable &table);

/// Adds the column and its index to a table, and computes it for the rows that are there.
Result<void> addFilledColumn(Connection &connection, const RecordTable &table);

} // namespace Kartoteka
