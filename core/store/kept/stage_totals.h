// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

namespace Kartoteka {

/// What stands in place of a stage in the totals of items that stand in none: of a type without stages, all.
constexpr qint64 wholeType(qint64 typeId)
{
    return -typeId;
}

/// Count and sums per stage and currency, kept by every commit. Deleted items do not count.
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
        qint64 weighted = 0;   ///< amounts times probabilities
        qint64 created = 0;    ///< seconds of the creations
        bool tooLarge = false; ///< does not fit 64 bits
    };
    void add(const RecordTable &table, const Row &row, int sign);

    Connection &m_connection;
    QHash<QPair<qint64, QString>, Delta> m_deltas;
};

/// An amount of the row aliased as @p alias, times its probability, as SQL: what lies outside 0 to 100 % counts as the nearest.
QString weightedAmount(const QString &alias);

/// SQL for the rows of stage_total of the items of a type.
QString stageTotalsOf(const RecordTable &table);

/// Counts all of them anew, as older files do not keep them.
Result<void> countStages(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
