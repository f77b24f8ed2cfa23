// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/item_query.h"
#include "core/base/texts.h"

#include "core/query/condition_compiler.h"
#include "core/query/group_query.h"
#include "core/query/sort_expression.h"
#include "core/store/exact_sum.h"
#include "core/store/sql_name.h"

namespace Kartoteka {

namespace {

constexpr int cancelCheckRows = 4096;

Error noType()
{
    return {ErrorCode::NotFound, Texts::tr("There is no such type."), {}, {}};
}

/// Appends the ids that \a sql finds.
Result<void> collectIds(const ReadContext &context, const QString &sql, const QVariantList &bound, QList<qint64> &ids)
{
    auto cursor = context.connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        ids.append(cursor->integer(0));
        if (ids.size() % cancelCheckRows == 0 && context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    }
    return {};
}

/// A page of everything there is, sorted by a reference to a definition. No index holds the order of names, but each
/// name's items are together in the column's index: the names are walked in order until the page is full.
Result<QList<qint64>> pageByDefinition(const ReadContext &context, const ItemQuery &query, const CompiledQuery &compiled,
                                       const Field &field, QList<qint64> definitions, int limit, int offset)
{
    constexpr qint64 none = 0; // items without a value come before all others, as NULL does
    definitions.prepend(none);
    if (query.sort.first().descending)
        std::reverse(definitions.begin(), definitions.end());
    ItemQuery within = query;
    within.sort.removeFirst();
    if (within.sort.isEmpty())
        within.sort.append({u"id"_s, query.sort.first().descending});
    auto order = orderClause(context, within);
    if (!order)
        return order.error();
    const QString table = sqlName(context.table(query.typeId)->name);
    QList<qint64> ids;
    for (const qint64 definition : definitions) {
        const QString where = compiled.where + u" AND t."_s + sqlName(field.column)
            + (definition == none ? u" IS NULL"_s : u" = %1"_s.arg(definition));
        if (offset > 0) {
            auto count = context.connection.scalar(u"SELECT count(*) FROM %1 t WHERE %2"_s.arg(table, where),
                                                   compiled.bound);
            if (!count)
                return count.error();
            if (count->toInt() <= offset) {
                offset -= count->toInt();
                continue;
            }
        }
        const auto missing = limit - ids.size();
        if (auto found = collectIds(
                context, u"SELECT t.id FROM %1 t WHERE %2 ORDER BY %3 LIMIT ? OFFSET ?"_s.arg(table, where, *order),
                compiled.bound + QVariantList{missing, offset}, ids);
            !found)
            return found.error();
        offset = 0;
        if (ids.size() >= limit)
            break;
    }
    return ids;
}

/// True when an index holds the order of the query, so that its first rows cost little.
bool isWalked(const Schema &schema, const ItemQuery &query)
{
    if (!query.search.trimmed().isEmpty() || !query.groupBy.isEmpty())
        return false; // the search index lists its matches at once
    if (query.sort.isEmpty() || query.sort.first().field == u"number" || query.sort.first().field == u"id")
        return true;
    const Field *field = schema.field(query.typeId, query.sort.first().field);
    return field && field->indexed && !definitionsInOrder(schema, *field) && field->type != FieldType::Link;
}

bool isOrderedById(const ItemQuery &query)
{
    return query.sort.isEmpty() || query.sort.first().field == u"number" || query.sort.first().field == u"id";
}

/// Looks at the first @p rows of the order, whatever the conditions are.
Result<QList<qint64>> walk(const ReadContext &context, const ItemQuery &query, const CompiledQuery &scan,
                           const QString &order, int rows, int limit)
{
    const QString table = sqlName(context.table(query.typeId)->name);
    QString sql;
    if (isOrderedById(query)) {
        const bool descends = order.endsWith(u" DESC");
        const QString edge = descends ? u"t.id > (SELECT max(id) FROM %1) - %2"_s
                                      : u"t.id < (SELECT min(id) FROM %1) + %2"_s;
        sql = u"SELECT t.id FROM %1 t NOT INDEXED WHERE %2 AND %3 ORDER BY %4 LIMIT ?"_s.arg(
            table, edge.arg(table, QString::number(rows)), scan.where, order);
    } else {
        sql = u"SELECT t.id FROM (SELECT t.id AS id FROM %1 t WHERE t.deleted_at IS %2NULL ORDER BY %3 LIMIT %4) o "
              "CROSS JOIN %1 t ON t.id = o.id WHERE %5 ORDER BY %3 LIMIT ?"_s.arg(
                  table, query.deleted ? u"NOT "_s : QString(), order, QString::number(rows), scan.where);
    }
    QList<qint64> ids;
    auto found = collectIds(context, sql, scan.bound + QVariantList{limit}, ids);
    return found ? Result<QList<qint64>>(ids) : Result<QList<qint64>>(found.error());
}

/// The first page of what many items answer: an index on the condition would have to list and sort all of them first.
/// Fewer than @p limit: they are not many, and the indexes are to be asked.
Result<QList<qint64>> firstPageByWalk(const ReadContext &context, const ItemQuery &query, const QString &order, int limit)
{
    constexpr int sampledRows = 400;  // a fraction of a millisecond
    constexpr int walkedRows = 8'000; // some milliseconds
    auto scan = compileQuery(context, query, true);
    if (!scan)
        return scan.error();
    auto page = walk(context, query, *scan, order, sampledRows, limit);
    const bool promising = page && page->size() < limit && page->size() * (walkedRows / sampledRows) >= limit;
    return promising ? walk(context, query, *scan, order, walkedRows, limit) : page;
}

} // namespace

Qt::DayOfWeek firstDayOfWeek(const Schema &schema)
{
    const int day = schema.setting(u"week_start"_s).toInt();
    return day >= Qt::Monday && day <= Qt::Sunday ? Qt::DayOfWeek(day) : QLocale().firstDayOfWeek();
}

Result<CompiledQuery> compileQuery(const ReadContext &context, const ItemQuery &query, bool scan)
{
    const RecordTable *table = context.table(query.typeId);
    if (!table)
        return noType();
    QStringList parts{query.deleted ? u"t.deleted_at IS NOT NULL"_s : u"t.deleted_at IS NULL"_s};
    CompiledQuery compiled;
    if (query.stage != 0) {
        parts << u"t.stage = ?"_s;
        compiled.bound << query.stage;
    }
    if (query.pipeline != 0) {
        parts << u"t.pipeline = ?"_s;
        compiled.bound << query.pipeline;
    }
    const QueryMoment moment{query.now != 0 ? query.now : QDateTime::currentMSecsSinceEpoch(),
                             firstDayOfWeek(*context.schema), query.user};
    for (const Condition &condition : query.conditions) {
        auto one = compileCondition({context, *table, moment, scan}, condition);
        if (!one)
            return one.error();
        parts << one->where;
        compiled.bound << one->bound;
    }
    if (!query.search.trimmed().isEmpty() && table->isItem) {
        auto search = compileSearch(*table, query.search);
        if (!search)
            return search.error();
        if (!search->where.isEmpty())
            parts << search->where;
        compiled.bound << search->bound;
    }
    compiled.where = parts.join(u" AND "_s);
    return compiled;
}

Result<QString> orderClause(const ReadContext &context, const ItemQuery &query)
{
    QStringList keys;
    bool lastDescending = true;
    if (!query.groupBy.isEmpty()) {
        auto group = groupExpression(context, query);
        if (!group)
            return group;
        keys << *group + (query.groupsDescend ? u" DESC"_s : QString());
    }
    for (const SortKey &key : query.sort) {
        const Field *field = context.schema->field(query.typeId, key.field);
        if (key.field == u"number" || key.field == u"id") {
            lastDescending = key.descending;
            break; // ids are unique: nothing after them matters
        }
        if (!field)
            return Error{ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(key.field), {}, key.field};
        if (field->multiple || holdsTexts(field->type))
            return Error{
                ErrorCode::Usage, Texts::tr("“%1” holds several values and does not sort.").arg(key.field), {}, key.field};
        keys << sortExpression(context, *field) + (key.descending ? u" DESC"_s : QString());
        lastDescending = key.descending;
    }
    keys << (lastDescending ? u"t.id DESC"_s : u"t.id"_s);
    return keys.join(u", "_s);
}

Result<QList<qint64>> queryIds(const ReadContext &context, const ItemQuery &query, int limit, int offset)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto order = orderClause(context, query);
    if (!order)
        return order.error();
    if (limit >= 0 && offset == 0 && !query.conditions.isEmpty() && isWalked(*context.schema, query)) {
        auto page = firstPageByWalk(context, query, *order, limit);
        if (!page || page->size() == limit)
            return page;
    }
    if (query.isWhole() && query.groupBy.isEmpty() && limit >= 0 && !query.sort.isEmpty()) {
        const Field *first = context.schema->field(query.typeId, query.sort.first().field);
        if (const auto definitions = first ? definitionsInOrder(*context.schema, *first) : std::nullopt)
            return pageByDefinition(context, query, *compiled, *first, *definitions, limit, offset);
    }
    QList<qint64> ids;
    if (auto found = collectIds(context,
                                u"SELECT t.id FROM %1 t WHERE %2 ORDER BY %3 LIMIT ? OFFSET ?"_s.arg(
                                    sqlName(context.table(query.typeId)->name), compiled->where, *order),
                                compiled->bound + QVariantList{limit, offset}, ids);
        !found)
        return found.error();
    return ids;
}

Result<ItemTotals> queryTotals(const ReadContext &context, const ItemQuery &query)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    const RecordTable *table = context.table(query.typeId);
    const bool hasAmount = table->indexOf(u"amount"_s) >= 0;
    auto cursor = context.connection.query(
        hasAmount ? u"SELECT count(*), t.amount_currency, coalesce(%3, 0) FROM %1 t WHERE %2 GROUP BY 2"_s.arg(
            sqlName(table->name), compiled->where, sumOf(u"t.amount"_s))
                  : u"SELECT count(*), NULL, 0 FROM %1 t WHERE %2"_s.arg(sqlName(table->name), compiled->where),
        compiled->bound);
    if (!cursor)
        return cursor.error();
    ItemTotals totals;
    while (cursor->next()) {
        totals.count += cursor->integer(0);
        if (!cursor->isNull(1))
            addSum(totals.sums[cursor->text(1)], cursor->value(2));
    }
    return totals;
}

QString orderKey(const ReadContext &context, const ItemQuery &query)
{
    const RecordTable *table = context.table(query.typeId);
    switch (query.order) {
    case CardOrder::Newest: break;
    case CardOrder::LastChange: return u"coalesce(t.modified_at, 0)"_s;
    case CardOrder::Deadline:
        // Nearest first, those without any last.
        return u"-coalesce((SELECT p.next_deadline FROM item_plan p WHERE p.item_type = %1 AND p.item = t.id), 9e15)"_s.arg(
            query.typeId);
    case CardOrder::Amount:
        if (table && table->indexOf(u"amount"_s) >= 0)
            return u"coalesce(t.amount, -1)"_s;
        break;
    }
    return u"t.rank"_s;
}

Result<QList<BoardRow>> queryColumn(const ReadContext &context, const ItemQuery &query)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto cursor = context.connection.query(
        u"SELECT t.id, %1 AS place FROM %2 t WHERE %3 ORDER BY place DESC, t.id DESC"_s.arg(
            orderKey(context, query), sqlName(context.table(query.typeId)->name), compiled->where),
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

Result<QHash<qint64, QList<BoardRow>>> queryBoardRows(const ReadContext &context, const ItemQuery &query, int limit)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto cursor = context.connection.query(
        u"SELECT t.stage, t.id, %1 FROM %2 t WHERE %3 LIMIT ?"_s.arg(
            orderKey(context, query), sqlName(context.table(query.typeId)->name), compiled->where),
        compiled->bound + QVariantList{limit + 1});
    if (!cursor)
        return cursor.error();
    QHash<qint64, QList<BoardRow>> columns;
    int count = 0;
    while (cursor->next()) {
        if (++count > limit)
            return QHash<qint64, QList<BoardRow>>{};
        columns[cursor->integer(0)].append({cursor->integer(1), cursor->value(2).toDouble()});
    }
    for (QList<BoardRow> &rows : columns)
        std::sort(rows.begin(), rows.end(), isAbove);
    columns[0] = {}; // tells that these are all
    return columns;
}

Result<QHash<qint64, ItemTotals>> queryStageTotals(const ReadContext &context, const ItemQuery &query)
{
    if (query.isWhole() && !query.deleted)
        return stageTotals(context, query.pipeline);
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    const RecordTable *table = context.table(query.typeId);
    const bool hasAmount = table->indexOf(u"amount"_s) >= 0;
    auto cursor = context.connection.query(u"SELECT t.stage, count(*), %1, %2 FROM %3 t WHERE %4 GROUP BY 1, 3"_s.arg(
                                               hasAmount ? u"t.amount_currency"_s : u"NULL"_s,
                                               hasAmount ? u"coalesce(%1, 0)"_s.arg(sumOf(u"t.amount"_s)) : u"0"_s,
                                               sqlName(table->name), compiled->where),
                                           compiled->bound);
    if (!cursor)
        return cursor.error();
    QHash<qint64, ItemTotals> totals;
    while (cursor->next()) {
        ItemTotals &one = totals[cursor->integer(0)];
        one.count += cursor->integer(1);
        if (!cursor->isNull(2))
            addSum(one.sums[cursor->text(2)], cursor->value(3));
    }
    return totals;
}

Result<QHash<qint64, ItemTotals>> stageTotals(const ReadContext &context, qint64 pipeline)
{
    auto cursor = context.connection.query(u"SELECT stage, currency, items, amount FROM stage_total "
                                           "WHERE stage IN (SELECT id FROM stage WHERE pipeline = ?)"_s,
                                           {pipeline});
    if (!cursor)
        return cursor.error();
    QHash<qint64, ItemTotals> totals;
    while (cursor->next()) {
        ItemTotals &one = totals[cursor->integer(0)];
        one.count += cursor->integer(2);
        if (!cursor->text(1).isEmpty())
            addSum(one.sums[cursor->text(1)], cursor->value(3));
    }
    return totals;
}

} // namespace Kartoteka
