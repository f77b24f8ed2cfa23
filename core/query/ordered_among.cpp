// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/ordered_among.h"

#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

Result<QList<qint64>> select(const ReadContext &context, const ItemQuery &query, const CompiledQuery &compiled,
                             const QList<qint64> &ids)
{
    constexpr qsizetype step = 50; // few different statements are prepared
    auto order = orderClause(context, query);
    if (!order)
        return order.error();
    QVariantList bound = compiled.bound;
    const qsizetype marks = (ids.size() + step - 1) / step * step;
    for (qsizetype i = 0; i < marks; ++i)
        bound << ids.value(i, -1);
    // Without it the index of the order would be walked from its beginning.
    auto cursor = context.connection.query(
        u"SELECT t.id FROM %1 t NOT INDEXED WHERE t.id IN (%2) AND %3 ORDER BY %4"_s.arg(
            sqlName(context.table(query.typeId)->name), QStringList(marks, u"?"_s).join(u','), compiled.where, *order),
        bound.mid(compiled.bound.size()) + compiled.bound);
    if (!cursor)
        return cursor.error();
    QList<qint64> found;
    while (cursor->next())
        found.append(cursor->integer(0));
    return found;
}

} // namespace

Result<QList<qint64>> queryAmong(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids)
{
    auto compiled = compileQuery(context, query, true);
    return compiled ? select(context, query, *compiled, ids) : Result<QList<qint64>>(compiled.error());
}

Result<QList<qint64>> orderedAmong(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids)
{
    return select(context, query, {u"1"_s, {}}, ids);
}

} // namespace Kartoteka
