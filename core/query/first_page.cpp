// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/first_page.h"

#include "core/query/asked_stages.h"
#include "core/query/link_order.h"
#include "core/query/search_query.h"
#include "core/query/sort_expression.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/read_ids.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int sampledRows = 400; ///< a fraction of a millisecond

using Page = Result<std::optional<QList<qint64>>>;

Page toPage(const Result<QList<qint64>> &ids)
{
    return ids ? Page(std::optional(*ids)) : Page(ids.error());
}

/// The field of the type itself that the order begins with; null when it begins with one of a linked item.
const Field *firstSorted(const Schema &schema, const ItemQuery &query)
{
    const FieldPath path = pathOf(schema, query.typeId, query.sort.first().field);
    return path.isOwn() ? path.field : nullptr;
}

/// The field of a linked item that the order begins with: a link sorts by the title of what it leads to. Of none when it
/// begins otherwise.
LinkedKey firstLinked(const Schema &schema, const ItemQuery &query)
{
    const FieldPath path = pathOf(schema, query.typeId, query.sort.first().field);
    if (path.field && path.links.size() == 1)
        return {path.links.first(), path.field};
    const bool isLink = path.field && path.isOwn() && path.field->type == FieldType::Link;
    const EntityType *target = isLink ? schema.type(path.field->target) : nullptr;
    return target ? LinkedKey{path.field, schema.field(target->id, Codes::title)} : LinkedKey();
}

/// True when an index holds the order of the query, so that its first rows cost little.
bool isWalked(const Schema &schema, const ItemQuery &query)
{
    if (!query.groupBy.isEmpty())
        return false;
    if (isOrderedById(query))
        return true;
    const Field *field = firstSorted(schema, query);
    return field && field->indexed && !definitionsInOrder(schema, *field) && field->type != FieldType::Link;
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
              "CROSS JOIN %1 t ON t.id = o.id WHERE %5 LIMIT ?"_s.arg( // in the order of o, which ends with the page
                  table, query.deleted ? u"NOT "_s : QString(), order, QString::number(rows), scan.where);
    }
    return readIds(context, sql, scan.bound + QVariantList{limit});
}

/// The first page of what many items answer: an index on the condition would have to list and sort all of them first.
/// Fewer than @p limit: they are not many, and the indexes are to be asked.
Result<QList<qint64>> pageByWalk(const ReadContext &context, const ItemQuery &query, const CompiledQuery &scan,
                                 const QString &order, int limit)
{
    auto page = walk(context, query, scan, order, sampledRows, limit);
    const bool promising = page && page->size() < limit && page->size() * (walkedRows / sampledRows) >= limit;
    return promising ? walk(context, query, scan, order, walkedRows, limit) : page;
}

/// Of what is searched by a letter or two that are frequent, newest first: its texts are read part by part, so that whoever
/// types on does not wait for all of them.
Page pageByText(const ReadContext &context, const RecordTable &table, const CompiledQuery &compiled, int limit)
{
    constexpr qint64 part = 20'000;
    auto last = context.connection.scalar(u"SELECT max(id) FROM %1"_s.arg(sqlName(table.name, u"_search_content")));
    if (!last)
        return last.error();
    QList<qint64> ids;
    for (qint64 to = last->toLongLong(); to > 0 && ids.size() < limit; to -= part) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto some = readIds(context,
                            u"SELECT t.id FROM %1 WHERE %2 AND x.id > ? AND x.id <= ? ORDER BY x.id DESC LIMIT ?"_s.arg(
                                compiled.from, compiled.where),
                            compiled.bound + QVariantList{to - part, to, limit - ids.size()});
        if (!some)
            return some.error();
        ids += *some;
    }
    return std::optional(ids);
}

/// Of what is searched, newest first: the search index finds its rows in that order. With conditions as well only some of
/// its first matches are looked at.
Page pageBySearch(const ReadContext &context, const ItemQuery &query, const CompiledQuery &compiled, const QString &order,
                  int limit)
{
    const RecordTable &table = *context.table(query.typeId);
    constexpr int matches = 4'000;
    const bool isRead = compiled.rowId == textsRowId;
    if (isRead && order.endsWith(u" DESC"))
        return pageByText(context, table, compiled, limit);
    if (query.conditions.isEmpty() || isRead)
        return std::optional<QList<qint64>>(); // as it stands it ends with the page
    auto scan = compileQuery(context, query, true);
    if (!scan)
        return scan.error();
    const auto terms = searchTerms(context, table, query.search);
    if (!terms)
        return terms.error();
    const QString direction = order.endsWith(u" DESC") ? u" DESC"_s : QString();
    auto page = readIds(
        context,
        u"SELECT t.id FROM (SELECT rowid AS id FROM %5 WHERE %5 MATCH ? ORDER BY rowid%2 "
        "LIMIT %3) o CROSS JOIN %1 t ON t.id = o.id WHERE %4 ORDER BY o.id%2 LIMIT ?"_s.arg(
            sqlName(table.name), direction, QString::number(matches), scan->where, sqlName(table.name, u"_search")),
        QVariantList{terms->match} + scan->bound + QVariantList{limit});
    return page && page->size() < limit ? Page(std::optional<QList<qint64>>()) : toPage(page);
}

/// Sorted by a reference to a definition. No index holds the order of names, but each name's items are together in the
/// column's index: the names are walked in order until the page is full.
class DefinitionWalk
{
public:
    DefinitionWalk(const ReadContext &context, const ItemQuery &query, const CompiledQuery &compiled, const Field &field)
        : m_context(context), m_within(query), m_compiled(compiled), m_field(field)
    {
        m_within.sort.removeFirst();
        if (m_within.sort.isEmpty())
            m_within.sort.append({u"id"_s, query.sort.first().descending});
    }

    Result<QList<qint64>> run(QList<qint64> definitions, int limit, int offset)
    {
        auto order = orderClause(m_context, m_within);
        auto scan = compileQuery(m_context, m_within, true);
        if (!order || !scan)
            return order ? scan.error() : order.error();
        m_order = *order;
        m_scan = *scan;
        QList<qint64> ids;
        for (const qint64 definition : std::as_const(definitions)) {
            const QString only = u" AND t."_s + sqlName(m_field.column)
                + (definition == 0 ? u" IS NULL"_s : u" = %1"_s.arg(definition));
            if (offset > 0) {
                auto count = m_context.connection.scalar(
                    u"SELECT count(*) FROM %1 WHERE %2"_s.arg(m_compiled.from, m_compiled.where + only), m_compiled.bound);
                if (!count)
                    return count.error();
                if (count->toInt() <= offset) {
                    offset -= count->toInt();
                    continue;
                }
            }
            auto some = part(only, limit - int(ids.size()), offset);
            if (!some)
                return some;
            ids += *some;
            offset = 0;
            if (ids.size() >= limit)
                break;
        }
        return ids;
    }

private:
    Result<QList<qint64>> part(const QString &only, int limit, int offset)
    {
        if (offset == 0 && isOrderedById(m_within)) {
            CompiledQuery scan = m_scan;
            scan.where += only;
            auto page = pageByWalk(m_context, m_within, scan, m_order, limit);
            if (!page || page->size() == limit)
                return page;
        }
        return readIds(m_context,
                       u"SELECT t.id FROM %1 WHERE %2 ORDER BY %3 LIMIT ? OFFSET ?"_s.arg(m_compiled.from,
                                                                                          m_compiled.where + only, m_order),
                       m_compiled.bound + QVariantList{limit, offset});
    }

    const ReadContext &m_context;
    ItemQuery m_within; ///< the query but for its first key
    const CompiledQuery &m_compiled;
    const Field &m_field;
    QString m_order;
    CompiledQuery m_scan;
};

/// Whether rows have other values than these: of a definition that was deleted. A look between each two of them.
Result<bool> hasOthers(const ReadContext &context, const ItemQuery &query, const Field &field, QList<qint64> definitions)
{
    if (definitions.isEmpty())
        return true;
    std::sort(definitions.begin(), definitions.end());
    const QString column = sqlName(field.column);
    QStringList gaps{u"%1 < %2"_s.arg(column, QString::number(definitions.first())),
                     u"%1 > %2"_s.arg(column, QString::number(definitions.last()))};
    for (qsizetype i = 1; i < definitions.size(); ++i) {
        if (definitions[i] - definitions[i - 1] > 1)
            gaps << u"%1 > %2 AND %1 < %3"_s.arg(column, QString::number(definitions[i - 1]),
                                                 QString::number(definitions[i]));
    }
    for (QString &gap : gaps)
        gap = u"EXISTS (SELECT 1 FROM %1 WHERE deleted_at IS NULL AND %2)"_s.arg(sqlName(context.table(query.typeId)->name),
                                                                                 gap);
    auto others = context.connection.scalar(u"SELECT "_s + gaps.join(u" OR "_s));
    return others ? Result<bool>(others->toBool()) : Result<bool>(others.error());
}

/// Definitions that rows can have which answer the query; 0 for none, before all others as NULL is.
QList<qint64> walkedDefinitions(const Schema &schema, const ItemQuery &query, const Field &field, QList<qint64> definitions)
{
    definitions.prepend(0);
    for (const Condition &condition : query.conditions) {
        const auto stages = field.type == FieldType::Stage ? askedStages(schema, query.typeId, condition) : std::nullopt;
        if (stages)
            definitions.removeIf([&stages](qint64 id) { return !stages->contains(id); });
    }
    if (query.sort.first().descending)
        std::reverse(definitions.begin(), definitions.end());
    return definitions;
}

} // namespace

Page firstPage(const ReadContext &context, const ItemQuery &query, const CompiledQuery &compiled, const QString &order,
               int limit, int offset)
{
    const Schema &schema = *context.schema;
    const bool searched = !compiled.rowId.isEmpty();
    if (offset == 0 && searched && isOrderedById(query))
        return pageBySearch(context, query, compiled, order, limit);
    if (offset == 0 && (searched || !query.conditions.isEmpty()) && isWalked(schema, query)) {
        auto scan = compileQuery(context, query, true);
        if (!scan)
            return scan.error();
        auto page = pageByWalk(context, query, *scan, order, limit);
        return page && page->size() < limit ? Page(std::optional<QList<qint64>>()) : toPage(page);
    }
    if (query.sort.isEmpty() || !query.groupBy.isEmpty() || searched)
        return std::optional<QList<qint64>>();
    const Field *first = firstSorted(schema, query);
    const auto definitions = first ? definitionsInOrder(schema, *first) : std::nullopt;
    if (definitions && first->indexed && !query.deleted) {
        auto others = hasOthers(context, query, *first, *definitions);
        if (!others || *others)
            return others ? Page(std::optional<QList<qint64>>()) : Page(others.error());
        return toPage(DefinitionWalk(context, query, compiled, *first)
                          .run(walkedDefinitions(schema, query, *first, *definitions), limit, offset));
    }
    return offset == 0 && !query.deleted ? pageByLink(context, query, compiled, firstLinked(schema, query), order, limit)
                                         : Page(std::optional<QList<qint64>>());
}

Result<bool> areMany(const ReadContext &context, const ItemQuery &query, qint64 few)
{
    ItemQuery newest = query;
    newest.sort.clear();
    newest.groupBy.clear();
    auto scan = compileQuery(context, newest, true);
    if (!scan)
        return scan.error();
    auto found = walk(context, newest, *scan, u"t.id DESC"_s, sampledRows, sampledRows);
    auto last = context.connection.scalar(u"SELECT max(id) FROM %1"_s.arg(sqlName(context.table(query.typeId)->name)));
    if (!found || !last)
        return found ? last.error() : found.error();
    return found->size() * last->toLongLong() / sampledRows > 2 * few;
}

} // namespace Kartoteka
