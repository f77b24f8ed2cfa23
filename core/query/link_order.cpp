// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/link_order.h"

#include "core/query/first_page.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/filled_fields.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

constexpr int fewLinked = 2'000;  ///< are sorted as quickly as they are walked
constexpr int walkedRows = 8'000; ///< some milliseconds

class LinkWalk
{
public:
    LinkWalk(const ReadContext &context, const ItemQuery &query, const CompiledQuery &compiled, const Field &link,
             QString order, int limit)
        : m_context(context)
        , m_query(query)
        , m_compiled(compiled)
        , m_link(link)
        , m_order(std::move(order))
        , m_table(sqlName(context.table(query.typeId)->name))
        , m_column(sqlName(link.column))
        , m_linkIndex(sqlName(context.table(query.typeId)->name + u'_' + link.column))
        , m_target(context.schema->type(link.target)->table)
        , m_limit(limit)
    {}

    Result<std::optional<QList<qint64>>> run()
    {
        using Page = Result<std::optional<QList<qint64>>>;
        auto scan = compileQuery(m_context, m_query, true);
        if (!scan)
            return scan.error();
        m_scan = *scan;
        const bool descends = m_query.sort.first().descending;
        QList<qint64> ids;
        for (const bool linked : {descends, !descends}) {
            const int missing = m_limit - int(ids.size());
            auto some = linked ? withTarget(missing) : withoutTarget(missing);
            if (!some)
                return some.error();
            if (!*some)
                return std::optional<QList<qint64>>();
            ids += **some;
            if (ids.size() >= m_limit)
                return Page(std::optional(ids));
        }
        return Page(std::optional(ids));
    }

private:
    using Page = Result<std::optional<QList<qint64>>>;

    static Page toPage(const Result<QList<qint64>> &ids) { return ids ? Page(std::optional(*ids)) : Page(ids.error()); }

    Page withoutTarget(int limit)
    {
        ItemQuery within = m_query;
        within.sort.removeFirst();
        if (within.sort.isEmpty())
            within.sort.append({u"id"_s, m_query.sort.first().descending});
        auto order = orderClause(m_context, within);
        if (!order)
            return order.error();
        if (isOrderedById(within)) {
            const QString edge = order->endsWith(u" DESC") ? u"t.id > (SELECT max(id) FROM %1) - %2"_s
                                                           : u"t.id < (SELECT min(id) FROM %1) + %2"_s;
            auto page = readIds(
                m_context,
                u"SELECT t.id FROM %1 t NOT INDEXED WHERE %2 AND %3 AND t.%4 IS NULL ORDER BY %5 LIMIT ?"_s.arg(
                    m_table, edge.arg(m_table, QString::number(walkedRows)), m_scan.where, m_column, *order),
                m_scan.bound + QVariantList{limit});
            if (!page || page->size() == limit)
                return toPage(page);
        }
        // Not many of the newest: the index of what is filled in lists them.
        return toPage(readIds(m_context,
                              u"SELECT t.id FROM %1 WHERE %2 AND %3 ORDER BY %4 LIMIT ?"_s.arg(
                                  m_compiled.from, m_compiled.where, filledCondition(m_link.id, false), *order),
                              m_compiled.bound + QVariantList{limit}));
    }

    Page withTarget(int limit)
    {
        auto linked = m_context.connection.scalar(
            u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %2 IS NOT NULL LIMIT %3)"_s.arg(m_table, m_column,
                                                                                           QString::number(fewLinked + 1)));
        if (!linked)
            return linked.error();
        if (linked->toInt() <= fewLinked) {
            return toPage(readIds(m_context,
                                  u"SELECT t.id FROM %1 t INDEXED BY %5 WHERE t.%2 IS NOT NULL AND %3 ORDER BY %4 "
                                  "LIMIT ?"_s.arg(m_table, m_column, m_scan.where, m_order, m_linkIndex),
                                  m_scan.bound + QVariantList{limit}));
        }
        // Deleted targets are not in the index of titles; they still have theirs.
        auto live = walked(sqlName(m_target, u"_title"), u"c.deleted_at IS NULL"_s, limit);
        auto deleted = walked(sqlName(m_target, u"_deleted"), u"c.deleted_at IS NOT NULL"_s, limit);
        if (!live || !deleted)
            return live ? deleted.error() : live.error();
        if (live->size() < limit && !m_query.conditions.isEmpty())
            return std::optional<QList<qint64>>();
        return toPage(readIds(m_context,
                              u"SELECT t.id FROM (SELECT value FROM json_each(?)) o CROSS JOIN %1 t ON t.id = o.value "
                              "ORDER BY %2 LIMIT ?"_s.arg(m_table, m_order),
                              {idList(*live + *deleted), limit}));
    }

    /// The first items of the order among those whose target @p which describes.
    Result<QList<qint64>> walked(const QString &index, const QString &which, int limit)
    {
        // The order begins with the target's title, which stands in the target's row here.
        const QString title = m_query.sort.first().descending ? u"c.title_fold DESC"_s : u"c.title_fold"_s;
        const QString order = title + m_order.mid(m_order.indexOf(u", "_s));
        const bool all = m_query.conditions.isEmpty();
        const QString rows = u"FROM %1 c INDEXED BY %2 CROSS JOIN %3 t INDEXED BY %6 ON t.%4 = c.id WHERE %5"_s.arg(
            sqlName(m_target), index, m_table, m_column, which, m_linkIndex);
        if (all)
            return readIds(m_context, u"SELECT t.id %1 AND %2 ORDER BY %3 LIMIT ?"_s.arg(rows, m_scan.where, order),
                           m_scan.bound + QVariantList{limit});
        return readIds(
            m_context,
            u"SELECT t.id FROM (SELECT t.id AS id %1 ORDER BY %2 LIMIT %3) o CROSS JOIN %4 t ON t.id = o.id "
            "WHERE %5 ORDER BY %6 LIMIT ?"_s.arg(rows, order, QString::number(walkedRows), m_table, m_scan.where, m_order),
            m_scan.bound + QVariantList{limit});
    }

    const ReadContext &m_context;
    const ItemQuery &m_query;
    const CompiledQuery &m_compiled;
    CompiledQuery m_scan;
    const Field &m_link;
    QString m_order;
    QString m_table;
    QString m_column;
    QString m_linkIndex;
    QString m_target; ///< not yet quoted: its indexes are called after it
    int m_limit;
};

} // namespace

Result<std::optional<QList<qint64>>> pageByLink(const ReadContext &context, const ItemQuery &query,
                                                const CompiledQuery &compiled, const Field &link, const QString &order,
                                                int limit)
{
    const EntityType *target = context.schema->type(link.target);
    const Field *title = target ? context.schema->field(target->id, Codes::title) : nullptr;
    if (!title || !title->indexed || title->column != Codes::title || link.multiple)
        return std::optional<QList<qint64>>();
    return LinkWalk(context, query, compiled, link, order, limit).run();
}

} // namespace Kartoteka
