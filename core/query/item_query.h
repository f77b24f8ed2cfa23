// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/closed_sums.h"
#include "core/query/column_figure.h"
#include "core/query/condition.h"
#include "core/query/date_span.h"
#include "core/store/record/read_context.h"

#include <QDateTime>
#include <QLocale>

#include <optional>

namespace Kartoteka {

struct SortKey
{
    QString field; ///< code; empty: newest first
    bool descending = false;
    bool operator==(const SortKey &) const = default;
};

/// How the cards of a board column are ordered, from the top.
enum class CardOrder {
    Newest,     ///< new ones on top, then as people drag them
    LastChange, ///< changed last
    Deadline,   ///< nearest deadline of an open activity
    Amount,     ///< largest
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
    QString groupBy;      ///< field code: a list's items come group by group
    bool groupsDescend = false;
    CardOrder order = CardOrder::Newest;     ///< of a board's columns
    ColumnFigure figure = ColumnFigure::Sum; ///< of a board's columns: what their totals have besides count and sum
    qint64 user = 0;                         ///< who asks: "me" in conditions
    qint64 now = 0;                          ///< UTC ms as of which "today" and "overdue" are meant; 0: when it runs

    /// Every item of the type, stage and pipeline.
    bool isWhole() const { return conditions.isEmpty() && search.trimmed().isEmpty(); }
    bool operator==(const ItemQuery &) const = default;
};

/// A query as SQL: what it reads from, with the rows of the type as t, its conditions, and the values they bind.
struct CompiledQuery
{
    QString where;
    QVariantList bound;
    QString from = {};  ///< set for whole queries, empty for a single condition
    QString rowId = {}; ///< by which a search finds its rows in order; empty when nothing is searched
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

/// Newest first, or oldest first.
bool isOrderedById(const ItemQuery &query);

/// Ids of the items, in order. limit < 0: all; gives up with Cancelled when the context's token says so.
Result<QList<qint64>> queryIds(const ReadContext &context, const ItemQuery &query, int limit = -1, int offset = 0);

struct ItemTotals
{
    qint64 count = 0;
    QHash<QString, qint64> sums;          ///< minor units of `amount` by currency
    QHash<QString, qint64> weighted = {}; ///< … each times its probability; where ItemQuery::figure asks for it
    ClosedSums closed = {};               ///< of `sums`, what counts by the rates of the days on which items were closed
    qint64 created = 0;                   ///< seconds of the creations (UTC), all together; the same
    qint64 planned = 0;                   ///< items with an open activity; the same
    bool operator==(const ItemTotals &) const = default;
};
Result<ItemTotals> queryTotals(const ReadContext &context, const ItemQuery &query);
/// The count alone, which costs less than the sums.
Result<qint64> queryCount(const ReadContext &context, const ItemQuery &query);
/// What the commits keep (core/store/kept/stage_totals), where the query asks for whole stages; no item is read then.
/// @p closed: with ItemTotals::closed, which who only counts does without.
Result<std::optional<ItemTotals>> keptTotals(const ReadContext &context, const ItemQuery &query, bool closed = false);

/// Kept totals of every stage of a pipeline: no item is read.
Result<QHash<qint64, ItemTotals>> stageTotals(const ReadContext &context, qint64 pipeline);

/// The same key presses on the other keyboard layout ("ghbdtn" is «привет»); empty when nothing changes.
QString otherKeyboardLayout(const QString &text);

} // namespace Kartoteka
