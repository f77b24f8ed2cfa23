// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "core/query/date_span.h"
#include "core/store/read_pool.h"

#include <QDateTime>

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
    qint64 user = 0;      ///< who asks: "me" in conditions
    qint64 now = 0;       ///< UTC ms as of which "today" and "overdue" are meant; 0: when it runs

    /// Every item of the type, stage and pipeline.
    bool isWhole() const { return conditions.isEmpty() && search.trimmed().isEmpty(); }
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
    qint64 now = 0; ///< UTC ms
    Qt::DayOfWeek firstDay = Qt::Monday;
    qint64 user = 0;

    QDate today() const { return QDateTime::fromMSecsSinceEpoch(now).date(); }
};

/// The first day of the week: the office's setting `week_start` (1, Monday, to 7), else as in the person's country.
Qt::DayOfWeek firstDayOfWeek(const Schema &schema);

/// Usage error (field, operator or value that does not fit, with its column) or the clause.
/// @p scan: rows will be looked at one by one, in order, until a page is full.
Result<CompiledQuery> compileQuery(const ReadContext &context, const ItemQuery &query, bool scan = false);

/// ORDER BY clause of a query.
Result<QString> orderClause(const ReadContext &context, const ItemQuery &query);

/// Ids of the items, in order. limit < 0: all; gives up with Cancelled when the context's token says so.
Result<QList<qint64>> queryIds(const ReadContext &context, const ItemQuery &query, int limit = -1, int offset = 0);

struct ItemTotals
{
    qint64 count = 0;
    QHash<QString, qint64> sums; ///< minor units of `amount` by currency
    bool operator==(const ItemTotals &) const = default;
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
