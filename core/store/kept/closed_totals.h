// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

#include <map>
#include <tuple>

namespace Kartoteka {

/// Keeps closed_total: amounts per stage and currency by the day on which their items were closed. Deleted items do not count.
class ClosedTotals final : public DerivedTable
{
public:
    explicit ClosedTotals(Connection &connection) : m_connection(connection) {}

    Result<void> note(const NotedChange &change) override;
    Result<void> write() override;

private:
    using Key = std::tuple<qint64, QString, qint64>; ///< stage, currency, day
    struct Delta
    {
        qint64 items = 0;
        qint64 amount = 0;
        bool tooLarge = false; ///< does not fit 64 bits
    };
    void add(const RecordTable &table, const Row &row, int sign);

    Connection &m_connection;
    std::map<Key, Delta> m_deltas;
};

/// The day on which the item aliased @p alias was closed, as SQL: days since 1970 (UTC); null while it is open.
QString closedDay(const QString &alias);

/// SQL for the rows of closed_total of the items of a type; empty when none can be closed with an amount.
QString closedTotalsOf(const RecordTable &table);

/// Counts all of them anew, as older files do not keep them.
Result<void> countClosed(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
