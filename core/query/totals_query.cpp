// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/board_query.h"

#include "core/query/asked_stages.h"
#include "core/query/closed_sums.h"
#include "core/query/search_query.h"
#include "core/query/swimlanes.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/exact_sum.h"
#include "core/store/kept/stage_totals.h"

namespace Kartoteka {

namespace {

/// The stages of which a query wants every item, as a condition on `stage`; nothing when it wants others.
std::optional<QString> wholeStages(const Schema &schema, const ItemQuery &query)
{
    const EntityType *type = schema.type(query.typeId);
    if (!type || !type->isItem || query.deleted || !query.search.trimmed().isEmpty())
        return std::nullopt;
    const QString ofType = u"stage IN (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline "
                           "WHERE p.entity_type = %1%2)"_s.arg(query.typeId);
    if (!schema.field(type->id, Codes::stage)) {
        // Its items may stand in stages that it had once.
        return query.conditions.isEmpty()
            ? std::optional(u"stage = %1 OR "_s.arg(wholeType(type->id)) + ofType.arg(QString()))
            : std::nullopt;
    }
    QStringList parts{ofType.arg(query.pipeline == 0 ? QString() : u" AND p.id = %1"_s.arg(query.pipeline))};
    if (query.stage != 0)
        parts << u"stage = %1"_s.arg(query.stage);
    for (const Condition &condition : query.conditions) {
        const auto stages = askedStages(schema, query.typeId, condition);
        if (!stages)
            return std::nullopt;
        QStringList ids;
        for (const qint64 stage : *stages)
            ids << QString::number(stage);
        parts << u"stage IN (%1)"_s.arg(ids.join(u','));
    }
    return parts.join(u" AND "_s);
}

/// @p table: of the items, where it is asked what was closed.
Result<QHash<qint64, ItemTotals>> keptByStage(const ReadContext &context, const QString &stages,
                                              const RecordTable *table = nullptr)
{
    auto cursor = context.connection.query(
        u"SELECT stage, currency, items, amount, weighted, created FROM stage_total WHERE "_s + stages);
    if (!cursor)
        return cursor.error();
    QHash<qint64, ItemTotals> totals;
    while (cursor->next()) {
        ItemTotals &one = totals[cursor->integer(0)];
        one.count += cursor->integer(2);
        one.created += cursor->integer(5);
        if (cursor->text(1).isEmpty())
            continue;
        addSum(one.sums[cursor->text(1)], cursor->value(3));
        addSum(one.weighted[cursor->text(1)], cursor->value(4));
    }
    auto plans = context.connection.query(u"SELECT stage, items FROM stage_plan WHERE "_s + stages);
    if (!plans)
        return plans.error();
    while (plans->next())
        totals[plans->integer(0)].planned = plans->integer(1);
    if (!table)
        return totals;
    auto closed = ClosingRates(context, *table).kept(stages);
    if (!closed)
        return closed.error();
    for (auto one = closed->cbegin(); one != closed->cend(); ++one)
        totals[one.key()].closed = *one;
    return totals;
}

/// What a figure needs of the items that are looked at one by one, as SQL of a sum.
QString figureSql(const RecordTable &table, ColumnFigure figure)
{
    switch (figure) {
    case ColumnFigure::Weighted:
        if (table.indexOf(Codes::amount) >= 0 && table.indexOf(Codes::probability) >= 0)
            return u"coalesce(%1, 0)"_s.arg(sumOf(weightedAmount(u"t"_s)));
        break;
    case ColumnFigure::AverageAge:
        if (table.indexOf(Codes::createdAt) >= 0)
            return u"coalesce(sum(t.created_at / 1000), 0)"_s;
        break;
    case ColumnFigure::Unplanned:
        return u"sum(EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = %1 AND p.item = t.id))"_s.arg(table.typeId);
    case ColumnFigure::Sum: break;
    }
    return u"0"_s;
}

} // namespace

void addTotals(ItemTotals &all, const ItemTotals &one)
{
    all.count += one.count;
    all.created += one.created;
    all.planned += one.planned;
    for (auto sum = one.sums.cbegin(); sum != one.sums.cend(); ++sum)
        addSum(all.sums[sum.key()], *sum);
    for (auto sum = one.weighted.cbegin(); sum != one.weighted.cend(); ++sum)
        addSum(all.weighted[sum.key()], *sum);
    for (auto sum = one.closed.cbegin(); sum != one.closed.cend(); ++sum)
        addClosed(all.closed[sum.key()], *sum);
}

Result<std::optional<ItemTotals>> keptTotals(const ReadContext &context, const ItemQuery &query, bool closed)
{
    const auto stages = wholeStages(*context.schema, query);
    if (!stages)
        return std::optional<ItemTotals>();
    auto byStage = keptByStage(context, *stages, closed ? context.table(query.typeId) : nullptr);
    if (!byStage)
        return byStage.error();
    ItemTotals all;
    for (const ItemTotals &one : std::as_const(*byStage))
        addTotals(all, one);
    return std::optional(all);
}

namespace {

/// Whether the pipeline of a query is the only one of its type in which something stands.
Result<bool> isWholeType(const ReadContext &context, const ItemQuery &query)
{
    if (query.pipeline == 0)
        return true;
    auto others = context.connection.scalar(
        u"SELECT EXISTS (SELECT 1 FROM pipeline p CROSS JOIN stage s ON s.pipeline = p.id CROSS JOIN stage_total t "
        "ON t.stage = s.id WHERE p.entity_type = ? AND p.id <> ? AND t.items <> 0)"_s,
        {query.typeId, query.pipeline});
    return others ? Result<bool>(!others->toBool()) : Result<bool>(others.error());
}

} // namespace

Result<qint64> queryCount(const ReadContext &context, const ItemQuery &query)
{
    auto kept = keptTotals(context, query);
    if (!kept)
        return kept.error();
    if (*kept)
        return (*kept)->count;
    const RecordTable *table = context.table(query.typeId);
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto terms = searchTerms(context, *table, query.search);
    if (!terms)
        return terms.error();
    const bool onlySearched = table->isItem && !terms->match.isEmpty() && terms->exact && query.conditions.isEmpty()
        && !query.deleted && query.stage == 0;
    auto whole = onlySearched ? isWholeType(context, query) : Result<bool>(false);
    if (!whole)
        return whole.error();
    if (*whole) {
        // The search index counts its matches by itself; it holds deleted items too, which are few.
        constexpr qint64 mostDeleted = 2'000;
        auto deleted = context.connection.scalar(
            u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE deleted_at IS NOT NULL LIMIT %2)"_s.arg(
                sqlName(table->name), QString::number(mostDeleted + 1)));
        if (!deleted)
            return deleted.error();
        if (deleted->toLongLong() <= mostDeleted) {
            auto all = context.connection.scalar(
                u"SELECT count(*) FROM %1 WHERE %1 MATCH ?"_s.arg(sqlName(table->name, u"_search")), {terms->match});
            if (!all)
                return all.error();
            const CompiledQuery test = searchTest(*table, *terms);
            auto gone = context.connection.scalar(
                u"SELECT count(*) FROM %1 t WHERE t.deleted_at IS NOT NULL AND %2"_s.arg(sqlName(table->name), test.where),
                test.bound);
            return gone ? Result<qint64>(all->toLongLong() - gone->toLongLong()) : Result<qint64>(gone.error());
        }
    }
    auto count = context.connection.scalar(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(compiled->from, compiled->where),
                                           compiled->bound);
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

Result<ItemTotals> queryTotals(const ReadContext &context, const ItemQuery &query)
{
    auto kept = keptTotals(context, query, true);
    if (!kept)
        return kept.error();
    if (*kept)
        return **kept;
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    const RecordTable *table = context.table(query.typeId);
    const bool hasAmount = table->indexOf(Codes::amount) >= 0;
    ClosingRates rates(context, *table);
    auto cursor = context.connection.query(
        hasAmount ? u"SELECT count(*), t.amount_currency, coalesce(%3, 0), %4 FROM %1 WHERE %2 GROUP BY 2, 4"_s.arg(
            compiled->from, compiled->where, sumOf(u"t.amount"_s), rates.day(u"t.amount_currency"_s))
                  : u"SELECT count(*), NULL, 0, NULL FROM %1 WHERE %2"_s.arg(compiled->from, compiled->where),
        compiled->bound);
    if (!cursor)
        return cursor.error();
    ItemTotals totals;
    while (cursor->next()) {
        totals.count += cursor->integer(0);
        if (!cursor->isNull(1))
            addSum(totals.sums[cursor->text(1)], cursor->value(2));
        if (auto done = rates.add(totals.closed, cursor->text(1), cursor->value(3), cursor->value(2)); !done)
            return done.error();
    }
    return totals;
}

namespace {

/// Counts of columns that say what stands in them: @p all without those is what the rest holds.
Result<QHash<qint64, ItemTotals>> placedCounts(const ReadContext &context, const ItemQuery &query,
                                               const ColumnSource &source, qint64 all)
{
    auto compiled = compileQuery(context, query, true);
    if (!compiled)
        return compiled.error();
    auto cursor = context.connection.query(
        u"SELECT o.place, count(*) FROM (%1) o CROSS JOIN %2 t ON t.id = o.id WHERE %3 GROUP BY 1"_s.arg(
            source.placed(), sqlName(context.table(query.typeId)->name), compiled->where),
        compiled->bound);
    if (!cursor)
        return cursor.error();
    QHash<qint64, ItemTotals> counts;
    while (cursor->next()) {
        counts[cursor->integer(0)].count = cursor->integer(1);
        all -= cursor->integer(1);
    }
    counts[source.rest()].count = all;
    return counts;
}

/// What the totals of a source are summed from. Of all items by stage and lane those in the stages that are shown are read,
/// which may be few of many.
QString summedFrom(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                   const CompiledQuery &compiled)
{
    const Swimlanes *lanes = source.swimlanes();
    const Field *stage = context.schema->field(query.typeId, Codes::stage);
    if (!lanes || !lanes->columns()->isStages() || !query.isWhole() || query.deleted || !stage || !stage->indexed)
        return u"%1 WHERE %2"_s.arg(compiled.from, compiled.where);
    QStringList stages;
    for (const ColumnHead &head : lanes->columns()->heads())
        stages << QString::number(head.key);
    return u"%1 INDEXED BY %2 WHERE %3 AND t.stage IN (%4)"_s.arg(
        compiled.from, sqlName(context.table(query.typeId)->name + u"_stage"_s), compiled.where, stages.join(u','));
}

} // namespace

Result<QHash<qint64, ItemTotals>> queryColumnTotals(const ReadContext &context, const ItemQuery &query,
                                                    const ColumnSource &source)
{
    if (const auto stages = source.isStages() ? wholeStages(*context.schema, query) : std::nullopt)
        return keptByStage(context, *stages, context.table(query.typeId));
    if (!source.placed().isEmpty()) {
        auto kept = keptTotals(context, query);
        if (!kept)
            return kept.error();
        if (*kept)
            return placedCounts(context, query, source, (*kept)->count);
    }
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    const RecordTable *table = context.table(query.typeId);
    const bool hasAmount = table->indexOf(Codes::amount) >= 0 && !source.isPlans(); // those are counted alone
    ClosingRates rates(context, *table);
    auto cursor = context.connection.query(u"SELECT %4, count(*), %1, %2, %5, %6 FROM %3 GROUP BY 1, 3, 6"_s.arg(
                                               hasAmount ? u"t.amount_currency"_s : u"NULL"_s,
                                               hasAmount ? u"coalesce(%1, 0)"_s.arg(sumOf(u"t.amount"_s)) : u"0"_s,
                                               summedFrom(context, query, source, *compiled), source.place(),
                                               figureSql(*table, query.figure),
                                               hasAmount ? rates.day(u"t.amount_currency"_s) : u"NULL"_s),
                                           compiled->bound);
    if (!cursor)
        return cursor.error();
    QHash<qint64, ItemTotals> totals;
    while (cursor->next()) {
        ItemTotals &one = totals[cursor->integer(0)];
        one.count += cursor->integer(1);
        if (!cursor->isNull(2))
            addSum(one.sums[cursor->text(2)], cursor->value(3));
        if (auto done = rates.add(one.closed, cursor->text(2), cursor->value(5), cursor->value(3)); !done)
            return done.error();
        if (query.figure == ColumnFigure::Weighted && !cursor->isNull(2))
            addSum(one.weighted[cursor->text(2)], cursor->value(4));
        else if (query.figure == ColumnFigure::AverageAge)
            one.created += cursor->integer(4);
        else if (query.figure == ColumnFigure::Unplanned)
            one.planned += cursor->integer(4);
    }
    return totals;
}

Result<QHash<qint64, ItemTotals>> stageTotals(const ReadContext &context, qint64 pipeline)
{
    return keptByStage(context, u"stage IN (SELECT id FROM stage WHERE pipeline = %1)"_s.arg(pipeline));
}

} // namespace Kartoteka
