// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/link_order.h"

#include "core/query/first_page.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/filled_fields.h"
#include "core/store/record/read_ids.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

constexpr int fewLinked = 2'000; ///< are sorted as quickly as they are walked

bool isText(const Field &field)
{
    return field.type == FieldType::String || field.type == FieldType::Text;
}

/// Whether the index of a field holds its order.
bool isInOrder(const Field &field)
{
    switch (field.type) {
    case FieldType::String:
    case FieldType::Text:
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::DateTime: return field.indexed && !field.multiple;
    default: return false;
    }
}

class LinkWalk
{
public:
    LinkWalk(const ReadContext &context, const ItemQuery &query, const CompiledQuery &compiled, const LinkedKey &key,
             QString order, int limit)
        : m_context(context)
        , m_query(query)
        , m_compiled(compiled)
        , m_link(*key.link)
        , m_order(std::move(order))
        , m_table(sqlName(context.table(query.typeId)->name))
        , m_column(sqlName(key.link->column))
        , m_linkIndex(sqlName(context.table(query.typeId)->name + u'_' + key.link->column))
        , m_target(context.schema->type(key.link->target)->table)
        , m_keyColumn(sqlName(key.field->column, isText(*key.field) ? u"_fold" : u""))
        , m_keyIndex(sqlName(m_target + u'_' + key.field->column))
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
        for (const bool keyed : {descends, !descends}) {
            const int missing = m_limit - int(ids.size());
            auto some = keyed ? withKey(missing) : withoutKey(missing);
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

    /// Items that lead nowhere, or to what has no key.
    Page withoutKey(int limit)
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
                u"SELECT t.id FROM %1 t NOT INDEXED WHERE %2 AND %3 AND (SELECT c.%4 FROM %5 c WHERE c.id = t.%6) IS NULL "
                "ORDER BY %7 LIMIT ?"_s.arg(m_table, edge.arg(m_table, QString::number(walkedRows)), m_scan.where,
                                            m_keyColumn, sqlName(m_target), m_column, *order),
                m_scan.bound + QVariantList{limit});
            if (!page || page->size() == limit)
                return toPage(page);
        }
        // Not many of the newest: the index of what is filled in lists them, and that of the key.
        const QString keyless = u" UNION ALL SELECT t.id "_s;
        return toPage(readIds(m_context,
                              u"SELECT t.id FROM (SELECT t.id AS id FROM %1 WHERE %2 AND %3%4%5) o CROSS JOIN %6 t "
                              "ON t.id = o.id WHERE %7 ORDER BY %8 LIMIT ?"_s.arg(
                                  m_compiled.from, m_compiled.where, filledCondition(m_link.id, false),
                                  keyless + joined(m_keyIndex, u"c.deleted_at IS NULL"_s, false),
                                  keyless + joined(sqlName(m_target, u"_deleted"), u"c.deleted_at IS NOT NULL"_s, false),
                                  m_table, m_scan.where, *order),
                              m_compiled.bound + m_scan.bound + QVariantList{limit}));
    }

    Page withKey(int limit)
    {
        auto linked = m_context.connection.scalar(
            u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %2 IS NOT NULL LIMIT %3)"_s.arg(m_table, m_column,
                                                                                           QString::number(fewLinked + 1)));
        if (!linked)
            return linked.error();
        if (linked->toInt() <= fewLinked) {
            return toPage(readIds(m_context,
                                  u"SELECT t.id FROM %1 t INDEXED BY %5 WHERE t.%2 IS NOT NULL AND %3 "
                                  "AND (SELECT c.%6 FROM %7 c WHERE c.id = t.%2) IS NOT NULL ORDER BY %4 LIMIT ?"_s.arg(
                                      m_table, m_column, m_scan.where, m_order, m_linkIndex, m_keyColumn, sqlName(m_target)),
                                  m_scan.bound + QVariantList{limit}));
        }
        // Deleted targets are not in the index of the key; they still have theirs.
        auto live = walked(m_keyIndex, u"c.deleted_at IS NULL"_s, limit);
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

    /// Targets that @p which describes, and what leads to them.
    QString joined(const QString &index, const QString &which, bool keyed) const
    {
        return u"FROM %1 c INDEXED BY %2 CROSS JOIN %3 t INDEXED BY %6 ON t.%4 = c.id WHERE %5 AND c.%7 IS %8NULL"_s.arg(
            sqlName(m_target), index, m_table, m_column, which, m_linkIndex, m_keyColumn, keyed ? u"NOT "_s : QString());
    }

    /// The first items of the order among those whose target @p which describes.
    Result<QList<qint64>> walked(const QString &index, const QString &which, int limit)
    {
        // The order begins with the key, which stands in the target's row here.
        const QString key = u"c."_s + m_keyColumn + (m_query.sort.first().descending ? u" DESC"_s : QString());
        const QString order = key + m_order.mid(m_order.indexOf(u", "_s));
        const bool all = m_query.conditions.isEmpty();
        const QString rows = joined(index, which, true);
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
    QString m_keyColumn;
    QString m_keyIndex;
    int m_limit;
};

} // namespace

Result<std::optional<QList<qint64>>> pageByLink(const ReadContext &context, const ItemQuery &query,
                                                const CompiledQuery &compiled, const LinkedKey &key, const QString &order,
                                                int limit)
{
    if (!key.field || !isInOrder(*key.field) || key.link->multiple || !key.link->indexed)
        return std::optional<QList<qint64>>();
    return LinkWalk(context, query, compiled, key, order, limit).run();
}

} // namespace Kartoteka
