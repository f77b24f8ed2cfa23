// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_queries.h"

#include "core/query/item_query.h"
#include "core/store/kept/activity_index.h"

namespace Kartoteka {

Light lightOf(const Activity &activity, qint64 nowMs)
{
    if (activity.done)
        return Light::None;
    if (activity.incoming)
        return Light::Green;
    const Value at = litAt(activity.deadline, activity.reminders);
    return at.isValid() && at.toLongLong() <= nowMs ? Light::Red : Light::None;
}

Result<QList<Activity>> listActivities(const ReadContext &context, const ActivityQuery &query)
{
    ItemQuery items;
    items.typeId = context.schema->type(u"activity"_s)->id;
    items.conditions = query.conditions;
    items.user = query.user;
    items.now = query.now;
    auto compiled = compileQuery(context, items);
    if (!compiled)
        return compiled.error();
    QString where = compiled->where;
    QVariantList bound = compiled->bound;
    const QDate today = QDateTime::fromMSecsSinceEpoch(query.now).date();
    const auto add = [&](bool wanted, const QString &clause, const QVariantList &values) {
        if (!wanted)
            return;
        where += u" AND "_s + clause;
        bound += values;
    };
    add(query.mine, u"t.responsible = ?"_s, {query.user});
    add(query.overdue, u"t.done = 0 AND t.deadline < ?"_s, {query.now});
    add(query.today, u"t.done = 0 AND t.deadline >= ? AND t.deadline < ?"_s,
        {today.startOfDay().toMSecsSinceEpoch(), today.addDays(1).startOfDay().toMSecsSinceEpoch()});
    add(query.incoming, u"t.done = 0 AND t.incoming = 1"_s, {});
    add(query.done, u"t.done = 1"_s, {});
    QList<qint64> ids;
    {
        auto cursor = context.connection.query(
            u"SELECT t.id FROM activity t WHERE %1 ORDER BY t.done, CASE t.done WHEN 0 THEN t.deadline IS NULL END, "
            "CASE t.done WHEN 0 THEN t.deadline END, t.done_at DESC, t.id LIMIT ?"_s.arg(where),
            bound + QVariantList{query.limit});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            ids << cursor->integer(0);
    }
    return readActivities(context, ids);
}

} // namespace Kartoteka
