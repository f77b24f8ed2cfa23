// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/counters.h"

namespace Kartoteka {

Result<QHash<qint64, Lights>> itemLights(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 nowMs)
{
    QHash<qint64, Lights> lights;
    if (ids.isEmpty())
        return lights;
    QVariantList bound{nowMs, typeId};
    for (const qint64 id : ids)
        bound << id;
    const QString marks = QStringList(ids.size(), u"?"_s).join(u',');
    auto cursor = context.connection.query(u"SELECT item, sum(incoming = 0 AND lit_at <= ?), sum(incoming), count(*) "
                                           "FROM activity_link WHERE item_type = ? AND item IN (%1) AND done = 0 "
                                           "GROUP BY item"_s.arg(marks),
                                           bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        lights.insert(cursor->integer(0), {int(cursor->integer(1)), int(cursor->integer(2)), int(cursor->integer(3))});
    return lights;
}

Result<QHash<qint64, Lights>> sectionLights(const ReadContext &context, qint64 user, qint64 nowMs)
{
    QHash<qint64, Lights> lights;
    auto cursor = context.connection.query(
        u"SELECT item_type, count(DISTINCT CASE WHEN incoming = 0 AND lit_at <= ? THEN activity END), "
        "count(DISTINCT CASE WHEN incoming = 1 THEN activity END), count(DISTINCT activity) "
        "FROM activity_link WHERE item_responsible = ? AND done = 0 GROUP BY item_type"_s,
        {nowMs, user});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        lights.insert(cursor->integer(0), {int(cursor->integer(1)), int(cursor->integer(2)), int(cursor->integer(3))});
    return lights;
}

Result<Value> nextLightAt(const ReadContext &context, qint64 nowMs)
{
    auto at = context.connection.scalar(u"SELECT min(lit_at) FROM activity_link WHERE done = 0 AND lit_at > ?"_s, {nowMs});
    if (!at)
        return at.error();
    return at->isNull() ? Value() : *at;
}

} // namespace Kartoteka
