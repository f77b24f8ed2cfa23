// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/item_query.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/query/binned_activities.h"
#include "core/query/condition_compiler.h"
#include "core/query/first_page.h"
#include "core/query/group_query.h"
#include "core/query/search_query.h"
#include "core/query/sort_expression.h"
#include "core/schema/roles.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/read_ids.h"

namespace Kartoteka {

namespace {

Error noType()
{
    return {ErrorCode::NotFound, Texts::tr("There is no such type."), {}, {}};
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
    if (const EntityType *type = context.schema->type(query.typeId); type && isActivities(*type) && !query.deleted)
        parts << isOutsideBin(*context.schema);
    CompiledQuery compiled;
    if (query.stage != 0) {
        parts << u"t.stage = ?"_s;
        compiled.bound << query.stage;
    }
    if (query.pipeline != 0) {
        parts << u"t.pipeline = ?"_s;
        compiled.bound << query.pipeline;
    }
    const QueryMoment moment{query.now != 0 ? query.now : context.clock->now(), firstDayOfWeek(*context.schema), query.user};
    for (const Condition &condition : query.conditions) {
        auto one = compileCondition({context, *table, moment, scan}, condition);
        if (!one)
            return one.error();
        parts << one->where;
        compiled.bound << one->bound;
    }
    compiled.from = sqlName(table->name) + u" t"_s;
    auto terms = searchTerms(context, *table, query.search, scan);
    if (!terms)
        return terms.error();
    if (!terms->isEmpty()) {
        // What is to be done is called alike by everybody, and what one person has to do is little.
        const bool isAsked = !scan && !table->isItem && !query.conditions.isEmpty();
        auto byRows = isAsked ? isFoundOften(context, *table, *terms) : Result<bool>(scan);
        if (!byRows)
            return byRows.error();
        const CompiledQuery search = *byRows ? searchTest(*table, *terms) : searchSource(*table, *terms);
        if (!search.from.isEmpty())
            compiled.from = search.from;
        compiled.rowId = search.rowId;
        parts.prepend(search.where);
        compiled.bound = search.bound + compiled.bound;
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
        if (key.field == u"number" || key.field == u"id") {
            lastDescending = key.descending;
            break; // ids are unique: nothing after them matters
        }
        if (key.field == u"deleted_at") {
            keys << u"t.deleted_at"_s + (key.descending ? u" DESC"_s : QString());
            lastDescending = key.descending;
            continue;
        }
        const FieldPath path = pathOf(*context.schema, query.typeId, key.field);
        if (!path)
            return Error{ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(key.field), {}, key.field};
        if (!path.isSingle())
            return Error{ErrorCode::Usage,
                         Texts::tr("You cannot sort by “%1”: it holds several values.").arg(key.field),
                         {},
                         key.field};
        keys << sortExpression(context, path) + (key.descending ? u" DESC"_s : QString());
        lastDescending = key.descending;
    }
    keys << (lastDescending ? u"t.id DESC"_s : u"t.id"_s);
    return keys.join(u", "_s);
}

bool isOrderedById(const ItemQuery &query)
{
    return query.groupBy.isEmpty()
        && (query.sort.isEmpty() || query.sort.first().field == u"number" || query.sort.first().field == u"id");
}

Result<QList<qint64>> queryIds(const ReadContext &context, const ItemQuery &query, int limit, int offset)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto order = orderClause(context, query);
    if (!order)
        return order.error();
    if (limit >= 0) {
        auto page = firstPage(context, query, *compiled, *order, limit, offset);
        if (!page)
            return page.error();
        if (*page)
            return **page;
    }
    if (!compiled->rowId.isEmpty() && isOrderedById(query))
        order->replace(u"t.id"_s, compiled->rowId); // walked, not sorted
    return readIds(
        context, u"SELECT t.id FROM %1 WHERE %2 ORDER BY %3 LIMIT ? OFFSET ?"_s.arg(compiled->from, compiled->where, *order),
        compiled->bound + QVariantList{limit, offset});
}

} // namespace Kartoteka
