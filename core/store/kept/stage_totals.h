// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"
#include "core/store/db/connection.h"

namespace Kartoteka {

/// What stands in place of a stage in the totals of a type that has none.
constexpr qint64 wholeType(qint64 typeId)
{
    return -typeId;
}

/// Count and sum per stage and currency, kept by every commit. Deleted items do not count.
class StageTotals
{
public:
    /// Notes how one item changes the totals; empty rows stand for "no such item".
    void note(const RecordTable &table, const Row &before, const Row &after);
    Result<void> write(Connection &connection);

private:
    struct Delta
    {
        qint64 items = 0;
        qint64 amount = 0;
        bool tooLarge = false; ///< does not fit 64 bits
    };
    void add(const RecordTable &table, const Row &row, int sign);

    QHash<QPair<qint64, QString>, Delta> m_deltas;
};

/// Counts the items of types without stages, which files of formats before 10 did not keep.
Result<void> countWholeTypes(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
