// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_queries.h"

#include "core/query/item_query.h"
#include "core/store/kept/activity_index.h"

#include <algorithm>

namespace Kartoteka {

Light lightOf(const Schema &schema, const Activity &activity, qint64 nowMs)
{
    if (activity.done)
        return Light::None;
    if (activity.incoming)
        return Light::Green;
    const Value at = litAt(activity.deadline, activity.reminders, counterLeadOf(schema.setting(Codes::counterLead)));
    return at.isValid() && at.toLongLong() <= nowMs ? Light::Red : Light::None;
}

Result<QList<Activity>> listActivities(const ReadContext &context, const ActivityQuery &query)
{
    ItemQuery items;
    items.typeId = context.schema->type(u"activity"_s)->id;
    items.conditions = query.conditions;
    items.search = query.search;
    items.user = query.user;
    items.now = query.now;
    const bool isNarrow = query.mine || query.overdue || query.today || query.incoming;
    auto compiled = compileQuery(context, items, isNarrow); // little is left to be searched
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
    // "IS NOT 1": what is open has an index of its own, however much was done before.
    add(query.overdue, u"t.done IS NOT 1 AND t.deadline < ?"_s, {query.now});
    add(query.today, u"t.done IS NOT 1 AND t.deadline >= ? AND t.deadline < ?"_s,
        {today.startOfDay().toMSecsSinceEpoch(), today.addDays(1).startOfDay().toMSecsSinceEpoch()});
    add(query.incoming, u"t.done IS NOT 1 AND t.incoming = 1"_s, {});
    add(query.done, u"t.done = 1"_s, {});
    QList<qint64> ids;
    {
        auto cursor = context.connection.query(
            u"SELECT t.id FROM %2 WHERE %1 ORDER BY t.done, CASE t.done WHEN 0 THEN t.deadline IS NULL END, "
            "CASE t.done WHEN 0 THEN t.deadline END, t.done_at DESC, t.id LIMIT ?"_s.arg(where, compiled->from),
            bound + QVariantList{query.limit});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            ids << cursor->integer(0);
    }
    return readActivities(context, ids);
}

Result<QStringList> activityNumbers(const ReadContext &context, const QList<qint64> &ids)
{
    auto cursor = context.connection.query(
        u"SELECT number FROM activity WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"_s, {idList(ids)});
    if (!cursor)
        return cursor.error();
    QStringList numbers;
    while (cursor->next())
        numbers << cursor->text(0);
    return numbers;
}

Result<QHash<qint64, ItemRef>> itemsSeen(const ReadContext &context, const QList<Activity> &activities)
{
    QList<qint64> ids;
    for (const Activity &activity : activities)
        ids << activity.id;
    auto cursor = context.connection.query(u"SELECT activity, item_type, item FROM activity_link WHERE activity IN "
                                           "(SELECT value FROM json_each(?))"_s,
                                           {idList(ids)});
    if (!cursor)
        return cursor.error();
    QHash<qint64, QSet<ItemRef>> standing;
    while (cursor->next())
        standing[cursor->integer(0)].insert({cursor->integer(1), cursor->integer(2), {}});
    QHash<qint64, ItemRef> seen;
    for (const Activity &activity : activities) {
        const QSet<ItemRef> items = standing.value(activity.id);
        const auto first = std::ranges::find_if(activity.items, [&](const Member &m) { return items.contains(m.ref); });
        if (first != activity.items.cend())
            seen.insert(activity.id, first->ref);
        else if (activity.items.isEmpty())
            seen.insert(activity.id, {});
    }
    return seen;
}

} // namespace Kartoteka
