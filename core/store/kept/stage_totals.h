// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

namespace Kartoteka {

/// What stands in place of a stage in the totals of a type that has none.
constexpr qint64 wholeType(qint64 typeId)
{
    return -typeId;
}

/// Count and sum per stage and currency, kept by every commit. Deleted items do not count.
class StageTotals final : public DerivedTable
{
public:
    explicit StageTotals(Connection &connection) : m_connection(connection) {}

    Result<void> note(const NotedChange &change) override;
    Result<void> write() override;

private:
    struct Delta
    {
        qint64 items = 0;
        qint64 amount = 0;
        bool tooLarge = false; ///< does not fit 64 bits
    };
    void add(const RecordTable &table, const Row &row, int sign);

    Connection &m_connection;
    QHash<QPair<qint64, QString>, Delta> m_deltas;
};

/// Counts the items of types without stages, which files of formats before 10 did not keep.
Result<void> countWholeTypes(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
