// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "core/store/read_pool.h"

#include <QLocale>

namespace Kartoteka {

struct SortKey
{
    QString field; ///< code; empty: newest first
    bool descending = false;
    bool operator==(const SortKey &) const = default;
};

/// Which items of a type, in which order. A value: views keep it, threads run it.
struct ItemQuery
{
    qint64 typeId = 0;
    QString search;
    QList<Condition> conditions; ///< all must hold
    QList<SortKey> sort;
    qint64 stage = 0;     ///< 0: any
    qint64 pipeline = 0;  ///< 0: any
    bool deleted = false; ///< the recycle bin instead
    bool operator==(const ItemQuery &) const = default;
};

/// The WHERE clause of a query with its bound values. Table alias is t.
struct CompiledQuery
{
    QString where;
    QVariantList bound;
};

/// What the compiler must know of the moment and the person.
struct QueryMoment
{
    QDate today = QDate::currentDate();
    Qt::DayOfWeek firstDay = QLocale().firstDayOfWeek();
};

/// Usage error (field, operator or value that does not fit, with its column) or the clause.
Result<CompiledQuery> compileQuery(const ReadContext &context, const ItemQuery &query, const QueryMoment &moment = {});

/// ORDER BY clause of a query.
Result<QString> orderClause(const ReadContext &context, const ItemQuery &query);

/// Ids of the items, in order. limit < 0: all; gives up with Cancelled when the context's token says so.
Result<QList<qint64>> queryIds(const ReadContext &context, const ItemQuery &query, int limit = -1, int offset = 0);

struct ItemTotals
{
    qint64 count = 0;
    QHash<QString, qint64> sums; ///< minor units of `amount` by currency
};
Result<ItemTotals> queryTotals(const ReadContext &context, const ItemQuery &query);

/// Cards of one board column from the top: rank and id of the last card seen, or infinity.
struct BoardRow
{
    qint64 id = 0;
    double rank = 0;
};
Result<QList<BoardRow>> queryColumn(const ReadContext &context, const ItemQuery &query, double belowRank, qint64 belowId,
                                    int limit);

/// Kept totals of every stage of a pipeline: no item is read.
Result<QHash<qint64, ItemTotals>> stageTotals(const ReadContext &context, qint64 pipeline);

/// FTS5 expressions and LIKE patterns by which a text is searched: words, phone digits, and the same keys
/// on the other keyboard layout.
Result<CompiledQuery> compileSearch(const RecordTable &table, const QString &text);

} // namespace Kartoteka
