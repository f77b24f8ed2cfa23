// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/place_query.h"

#include "core/store/record_reader.h"
#include "core/store/sql_name.h"

namespace Kartoteka {

namespace {

/// Compares items by the order of the query.
class Order
{
public:
    Order(const ReadContext &context, const QString &table, const QString &order)
        : m_context(context)
        , m_sql(u"SELECT t.id FROM %1 t WHERE t.id IN (?, ?) ORDER BY %2"_s.arg(table, order))
    {}

    /// Nothing when one of them is gone.
    Result<std::optional<bool>> isBefore(qint64 a, qint64 b) const
    {
        auto cursor = m_context.connection.query(m_sql, {a, b});
        if (!cursor)
            return cursor.error();
        QList<qint64> ids;
        while (cursor->next())
            ids << cursor->integer(0);
        return ids.size() == 2 ? std::optional(ids.constFirst() == a) : std::nullopt;
    }

private:
    const ReadContext &m_context;
    QString m_sql;
};

} // namespace

Result<std::optional<QList<Place>>> placesOf(const ReadContext &context, const ItemQuery &query, QList<qint64> list,
                                             const QSet<qint64> &changed)
{
    auto compiled = compileQuery(context, query, true);
    if (!compiled)
        return compiled.error();
    auto order = orderClause(context, query);
    if (!order)
        return order.error();
    const QString table = sqlName(context.table(query.typeId)->name);
    QList<Place> places;
    {
        auto cursor = context.connection.query(
            u"SELECT t.id FROM (SELECT value FROM json_each(?)) c CROSS JOIN %1 t ON t.id = c.value WHERE %2 ORDER BY %3"_s
                .arg(table, compiled->where, *order),
            QVariantList{idList(changed.values())} + compiled->bound);
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            places.append({cursor->integer(0), 0});
    }
    list.removeIf([&changed](qint64 id) { return changed.contains(id); });
    const Order byOrder(context, table, *order);
    qsizetype from = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        qsizetype to = list.size();
        while (from < to) {
            const qsizetype middle = from + (to - from) / 2;
            auto before = byOrder.isBefore(list[middle], places[i].id);
            if (!before)
                return before.error();
            if (!*before)
                return std::optional<QList<Place>>();
            (**before ? from : to) = **before ? middle + 1 : middle;
        }
        places[i].at = from + i;
    }
    return std::optional(places);
}

} // namespace Kartoteka
