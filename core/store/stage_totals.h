// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit_rule.h"
#include "core/store/connection.h"

namespace Kartoteka {

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

} // namespace Kartoteka
