// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/board_query.h"

#include "core/query/first_page.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/db/sql_union.h"
#include "core/store/record/read_ids.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Rows by rank, taken together from the stages, each of which an index holds in that order.
QStringList topsOfStages(const ReadContext &context, const ItemQuery &query)
{
    const RecordTable &table = *context.table(query.typeId);
    QStringList tops;
    for (const Pipeline &pipeline : context.schema->pipelines(query.typeId)) {
        for (const Stage &stage : context.schema->stages(pipeline.id)) {
            if (query.pipeline == 0 || query.pipeline == pipeline.id)
                tops << u"SELECT * FROM (SELECT t.id AS id, t.rank AS rank FROM %1 t INDEXED BY %2 WHERE t.stage = %3 AND "
                        "t.deleted_at IS NULL ORDER BY t.rank DESC LIMIT %4)"_s.arg(
                            sqlName(table.name), sqlName(table.name + u"_stage"_s), QString::number(stage.id),
                            QString::number(walkedRows));
        }
    }
    if (tops.isEmpty())
        return {};
    return {u"SELECT id FROM (%1) ORDER BY rank DESC, id DESC LIMIT %2"_s.arg(unionAll(tops)).arg(walkedRows)};
}

/// The first rows of an order over all columns, as `SELECT … AS id`; empty when no index holds it.
QStringList orderedRows(const ReadContext &context, const ItemQuery &query, const ColumnSource &source)
{
    const RecordTable &table = *context.table(query.typeId);
    const auto by = [&table](const QString &column, const QString &only) {
        return u"SELECT t.id AS id FROM %1 t INDEXED BY %5 WHERE t.deleted_at IS NULL%3 ORDER BY t.%2 DESC, t.id DESC LIMIT "
               "%4"_s.arg(sqlName(table.name), column, only, QString::number(walkedRows),
                          sqlName(table.name + u'_' + column));
    };
    const auto isIndexed = [&](const QString &column) {
        const int at = table.indexOf(column);
        const Field *field = at < 0 ? nullptr : context.schema->field(table.columns[at].field);
        return field && field->indexed;
    };
    switch (query.order) {
    case CardOrder::Newest:
        // Each stage's own index has it; of other columns the tops of the stages tell.
        if (!source.isStages() && isIndexed(Codes::stage))
            return topsOfStages(context, query);
        break;
    case CardOrder::LastChange:
        if (isIndexed(Codes::modifiedAt))
            return {by(Codes::modifiedAt, {})};
        break;
    case CardOrder::Amount:
        if (isIndexed(Codes::amount))
            return {by(Codes::amount, u" AND t.amount >= 0"_s)};
        break;
    case CardOrder::Deadline:
        return {
            u"SELECT p.item AS id FROM item_plan p INDEXED BY item_plan_deadline WHERE p.item_type = %1 AND "
            "p.next_deadline IS NOT NULL ORDER BY p.next_deadline, p.item DESC LIMIT %2"_s.arg(query.typeId)
                .arg(walkedRows),
            u"SELECT t.id AS id FROM %1 t NOT INDEXED WHERE NOT EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = %2 "
            "AND p.item = t.id AND p.next_deadline IS NOT NULL) ORDER BY t.id DESC LIMIT %3"_s.arg(
                sqlName(table.name), QString::number(query.typeId), QString::number(walkedRows))};
    }
    return {};
}

} // namespace

QString orderKey(const ReadContext &context, const ItemQuery &query, const ColumnSource &source)
{
    if (const QString own = source.order(); !own.isEmpty())
        return own;
    const RecordTable *table = context.table(query.typeId);
    switch (query.order) {
    case CardOrder::Newest: break;
    case CardOrder::LastChange: return u"coalesce(t.modified_at, 0)"_s;
    case CardOrder::Deadline:
        // Nearest first, those without any last.
        return u"-coalesce((SELECT p.next_deadline FROM item_plan p WHERE p.item_type = %1 AND p.item = t.id), 9e15)"_s.arg(
            query.typeId);
    case CardOrder::Amount:
        if (table && table->indexOf(Codes::amount) >= 0)
            return u"coalesce(t.amount, -1)"_s;
        break;
    }
    return u"t.rank"_s;
}

Result<QList<BoardRow>> queryColumn(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                                    qint64 key)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto cursor = context.connection.query(
        u"SELECT t.id, %1 AS place FROM %2 WHERE %3 AND %4 ORDER BY place DESC, t.id DESC"_s.arg(
            orderKey(context, query, source), compiled->from, compiled->where, source.holds(key)),
        compiled->bound);
    if (!cursor)
        return cursor.error();
    QList<BoardRow> rows;
    while (cursor->next()) {
        rows.append({cursor->integer(0), cursor->value(1).toDouble()});
        if (rows.size() % cancelCheckRows == 0 && context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    }
    return rows;
}

Result<std::optional<QHash<qint64, QList<BoardRow>>>> queryBoardRows(const ReadContext &context, const ItemQuery &query,
                                                                     const ColumnSource &source, int limit,
                                                                     const QString &within)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto cursor = context.connection.query(u"SELECT %4, t.id, %1 FROM %2 WHERE %3%5 LIMIT ?"_s.arg(
                                               orderKey(context, query, source), compiled->from, compiled->where,
                                               source.place(), within.isEmpty() ? QString() : u" AND (%1)"_s.arg(within)),
                                           compiled->bound + QVariantList{limit + 1});
    if (!cursor)
        return cursor.error();
    QHash<qint64, QList<BoardRow>> columns;
    int count = 0;
    while (cursor->next()) {
        if (++count > limit)
            return std::optional<QHash<qint64, QList<BoardRow>>>();
        columns[cursor->integer(0)].append({cursor->integer(1), cursor->value(2).toDouble()});
    }
    for (QList<BoardRow> &rows : columns)
        std::sort(rows.begin(), rows.end(), isAbove);
    return std::optional(columns);
}

Result<QHash<qint64, QList<BoardRow>>> queryTops(const ReadContext &context, const ItemQuery &query,
                                                 const ColumnSource &source, int limit)
{
    auto compiled = compileQuery(context, query, true);
    if (!compiled)
        return compiled.error();
    QHash<qint64, QList<BoardRow>> tops;
    qsizetype full = 0;
    for (const QString &rows : orderedRows(context, query, source)) {
        auto cursor = context.connection.query(
            u"SELECT %5, t.id, %1 FROM (%2) o CROSS JOIN %3 t ON t.id = o.id WHERE %4"_s.arg(
                orderKey(context, query, source), rows, sqlName(context.table(query.typeId)->name), compiled->where,
                source.place()),
            compiled->bound);
        if (!cursor)
            return cursor.error();
        while (full < source.heads().size() && cursor->next()) {
            QList<BoardRow> &column = tops[cursor->integer(0)];
            if (column.size() == limit || source.indexOf(cursor->integer(0)) < 0)
                continue;
            column.append({cursor->integer(1), cursor->value(2).toDouble()});
            full += column.size() == limit ? 1 : 0;
        }
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        if (full == source.heads().size())
            break;
        // Those without a deadline come after all that have one: unless all of these were seen, they say nothing.
        if (query.order == CardOrder::Deadline) {
            auto planned = context.connection.scalar(
                u"SELECT count(*) FROM (SELECT 1 FROM item_plan p INDEXED BY item_plan_deadline WHERE p.item_type = ? AND "
                "p.next_deadline IS NOT NULL LIMIT ?)"_s,
                {query.typeId, walkedRows + 1});
            if (!planned)
                return planned.error();
            if (planned->toInt() > walkedRows)
                break;
        }
    }
    tops.removeIf([limit](const auto &column) { return column.value().size() < limit; });
    return tops;
}

} // namespace Kartoteka
