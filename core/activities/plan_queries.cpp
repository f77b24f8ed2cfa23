// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/plan_queries.h"

#include "core/activities/activity_queries.h"
#include "core/activities/kinds.h"
#include "core/activities/usual_reminders.h"

#include <algorithm>

namespace Kartoteka {

namespace {

QString ofPerson(qint64 person)
{
    return person == 0 ? QString() : u" AND l.activity_responsible = %1"_s.arg(person);
}

} // namespace

std::optional<QString> remindersFor(const ReadContext &context, const ItemRef &item, qint64 person)
{
    const QString code = ActivityDraft().kind;
    const QList<ListValue> kinds = person == 0 ? QList<ListValue>() : activityKinds(*context.schema);
    const auto kind = std::ranges::find(kinds, code, &ListValue::code);
    const auto usual = kind == kinds.end() ? Result<QString>(QString()) : usualReminders(context, person, item, kind->id);
    return kind == kinds.end() || !usual ? std::nullopt : std::optional(*usual);
}

Result<PlannedActs> readPlannedActs(const ReadContext &context, const ItemRef &item, qint64 person)
{
    const QString open = u"FROM activity_link l INDEXED BY activity_link_plan WHERE l.item_type = ? AND l.item = ? AND "
                         "l.done = 0"_s
        + ofPerson(person);
    const QVariantList bound{item.type, item.id};
    PlannedActs acts;
    qint64 earliest = 0;
    for (const QString &which : {u" AND l.deadline IS NOT NULL AND l.incoming = 0 ORDER BY l.deadline, l.activity LIMIT 2"_s,
                                 u" AND l.deadline IS NULL AND l.incoming = 0 ORDER BY l.activity LIMIT 1"_s}) {
        auto cursor = context.connection.query(u"SELECT l.activity, l.deadline "_s + open + which, bound);
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            if (earliest == 0)
                earliest = cursor->integer(0);
            else if (!cursor->isNull(1))
                acts.following = cursor->integer(1);
        }
    }
    auto waits = context.connection.scalar(u"SELECT EXISTS (SELECT 1 %1 AND l.incoming = 1)"_s.arg(open), bound);
    if (!waits)
        return waits.error();
    acts.waits = waits->toBool();
    if (earliest != 0) {
        auto activity = readActivity(context, earliest);
        if (!activity)
            return activity.error();
        acts.earliest = *activity;
    }
    return acts;
}

Result<QHash<qint64, PlacingAct>> placingActs(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                              qint64 person, qint64 today)
{
    QHash<qint64, PlacingAct> acts;
    auto cursor = context.connection.query(
        u"SELECT o.item, a.title, a.kind, o.deadline, o.incoming FROM (SELECT l.item AS item, l.activity AS activity, "
        "l.deadline AS deadline, l.incoming AS incoming, row_number() OVER (PARTITION BY l.item ORDER BY CASE WHEN "
        "l.deadline < ? THEN 0 WHEN l.incoming THEN 1 WHEN l.deadline IS NOT NULL THEN 2 ELSE 3 END, l.deadline, l.activity) "
        "AS place FROM activity_link l INDEXED BY activity_link_plan WHERE l.item_type = ? AND l.item IN (SELECT value FROM "
        "json_each(?)) AND l.done = 0%1) o CROSS JOIN activity a ON a.id = o.activity WHERE o.place = 1"_s.arg(
            ofPerson(person)),
        {today, typeId, idList(ids)});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        acts.insert(cursor->integer(0),
                    {cursor->text(1), cursor->integer(2), cursor->isNull(3) ? Value() : Value(cursor->integer(3)),
                     cursor->integer(4) != 0});
    return acts;
}

Result<QHash<qint64, ItemRef>> itemsBehind(const ReadContext &context, const QList<qint64> &activities)
{
    auto read = readActivities(context, activities);
    auto seen = read ? itemsSeen(context, *read) : Result<QHash<qint64, ItemRef>>(read.error());
    if (seen)
        seen->removeIf([](const auto &one) { return one.value().isNull(); });
    return seen;
}

} // namespace Kartoteka
