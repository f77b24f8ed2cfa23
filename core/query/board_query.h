// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/column_source.h"

namespace Kartoteka {

/// A card's place in its column: by rank, or by what ItemQuery::order says.
struct BoardRow
{
    qint64 id = 0;
    double rank = 0;
    bool operator==(const BoardRow &) const = default;
};
inline bool isAbove(const BoardRow &a, const BoardRow &b)
{
    return std::pair(a.rank, a.id) > std::pair(b.rank, b.id);
}
/// What cards are ordered by, descending, as SQL on the table aliased t.
QString orderKey(const ReadContext &context, const ItemQuery &query, const ColumnSource &source);
/// All cards of a column, from the top.
Result<QList<BoardRow>> queryColumn(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                                    qint64 key);
/// All cards of all columns by key, if they are not more than @p limit. @p within: a condition that they meet besides, as SQL;
/// empty: none.
Result<std::optional<QHash<qint64, QList<BoardRow>>>> queryBoardRows(const ReadContext &context, const ItemQuery &query,
                                                                     const ColumnSource &source, int limit,
                                                                     const QString &within = {});

/// The first @p limit cards of the columns, of those that are found near the top of an order that an index holds over all
/// columns; what stands in none of the rows that are looked at is left out.
Result<QHash<qint64, QList<BoardRow>>> queryTops(const ReadContext &context, const ItemQuery &query,
                                                 const ColumnSource &source, int limit);

/// Adds the one to the other.
void addTotals(ItemTotals &all, const ItemTotals &one);
/// Counts and sums by column.
Result<QHash<qint64, ItemTotals>> queryColumnTotals(const ReadContext &context, const ItemQuery &query,
                                                    const ColumnSource &source);

} // namespace Kartoteka
