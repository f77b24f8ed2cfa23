// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/counters.h"

#include "core/store/kept/activity_counts.h"

namespace Kartoteka {

Result<QHash<qint64, Lights>> itemLights(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 nowMs,
                                         qint64 person)
{
    QHash<qint64, Lights> lights;
    if (ids.isEmpty())
        return lights;
    QVariantList bound{nowMs, typeId};
    for (const qint64 id : ids)
        bound << id;
    const QString marks = QStringList(ids.size(), u"?"_s).join(u',');
    const QString whose = person == 0 ? QString() : u"AND activity_responsible = %1 "_s.arg(person);
    auto cursor = context.connection.query(u"SELECT item, sum(incoming = 0 AND lit_at <= ?), sum(incoming), count(*) "
                                           "FROM activity_link WHERE item_type = ? AND item IN (%1) AND done = 0 "
                                           "%2GROUP BY item"_s.arg(marks, whose),
                                           bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        lights.insert(cursor->integer(0), {int(cursor->integer(1)), int(cursor->integer(2)), int(cursor->integer(3))});
    return lights;
}

Result<QHash<qint64, qint64>> nextDeadlines(const ReadContext &context, qint64 typeId, const QList<qint64> &ids)
{
    QHash<qint64, qint64> deadlines;
    if (ids.isEmpty())
        return deadlines;
    QVariantList bound{typeId};
    for (const qint64 id : ids)
        bound << id;
    const QString marks = QStringList(ids.size(), u"?"_s).join(u',');
    // Asked for those alone that have a deadline, the index of all deadlines would be walked.
    auto cursor = context.connection.query(
        u"SELECT item, next_deadline FROM item_plan WHERE item_type = ? AND item IN (%1)"_s.arg(marks), bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        if (!cursor->isNull(1))
            deadlines.insert(cursor->integer(0), cursor->integer(1));
    }
    return deadlines;
}

Result<QHash<qint64, Lights>> sectionLights(const ReadContext &context, qint64 user, qint64 nowMs)
{
    QHash<qint64, Lights> lights;
    const qint64 today = nowMs / litDayMs;
    // Those of the items' people have an index; of all that light up today those of one person are soon picked out.
    const QString person = countedPerson(context.schema->setting(u"counter_mode"_s));
    const QString index = person == u"item_responsible" ? u"activity_link_item_lit"_s : u"activity_link_lit"_s;
    auto cursor = context.connection.query(
        u"SELECT c.item_type, c.planned, c.incoming, (SELECT coalesce(sum(d.activities), 0) FROM lit_day d WHERE "
        "d.person = c.person AND d.item_type = c.item_type AND d.day < ?) + (SELECT count(DISTINCT l.activity) "
        "FROM activity_link l INDEXED BY %1 WHERE l.%2 = c.person AND l.item_type = c.item_type AND l.done = 0 AND "
        "l.incoming = 0 AND l.lit_at >= ? AND l.lit_at <= ?) FROM activity_count c WHERE c.person = ?"_s.arg(index, person),
        {today, today * litDayMs, nowMs, user});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        lights.insert(cursor->integer(0), {int(cursor->integer(3)), int(cursor->integer(2)), int(cursor->integer(1))});
    return lights;
}

Result<Value> nextLightAt(const ReadContext &context, qint64 nowMs)
{
    auto at = context.connection.scalar(u"SELECT min(lit_at) FROM activity_link INDEXED BY activity_link_lit "
                                        "WHERE done = 0 AND lit_at > ?"_s,
                                        {nowMs});
    if (!at)
        return at.error();
    return at->isNull() ? Value() : *at;
}

} // namespace Kartoteka
