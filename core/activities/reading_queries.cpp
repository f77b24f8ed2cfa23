// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_queries.h"
#include "core/base/uid.h"
#include "core/schema/activity_codes.h"
#include "core/schema/resource_codes.h"

#include <QCoreApplication>

namespace Kartoteka {

namespace {

const QString activityColumns =
    u"a.id, a.uid, a.title, a.description, a.kind, a.deadline, a.incoming, a.done, a.responsible, a.reminders, "
    "a.recurrence, a.repeat_when_done, a.series, a.occurrence, a.start, a.all_day, a.duration, a.priority, a.address, "
    "a.location, a.colour, a.result, a.result_kind, a.time_zone, a.number, a.hold_until"_s;

Activity readHead(const Cursor &c)
{
    Activity activity;
    activity.id = c.integer(0);
    activity.uid = uidFromBytes(c.bytes(1));
    activity.title = c.text(2);
    activity.description = c.text(3);
    activity.kind = c.integer(4);
    activity.deadline = c.isNull(5) ? Value() : Value(c.integer(5));
    activity.incoming = c.integer(6) != 0;
    activity.done = c.integer(7) != 0;
    activity.responsible = c.integer(8);
    activity.reminders = c.text(9);
    activity.recurrence = c.text(10);
    activity.repeatWhenDone = c.integer(11) != 0;
    activity.series = c.text(12);
    activity.occurrence = c.text(13);
    ActivityDetails &details = activity.details;
    details.start = c.isNull(14) ? Value() : Value(c.integer(14));
    details.allDay = c.integer(15) != 0;
    details.duration = int(c.integer(16));
    details.priority = c.integer(17);
    details.address = c.text(18);
    details.location = c.text(19);
    details.colour = c.text(20);
    details.result = c.text(21);
    details.resultKind = c.integer(22);
    details.timeZone = c.text(23);
    activity.number = c.text(24);
    details.holdUntil = c.isNull(25) ? Value() : Value(c.integer(25));
    return activity;
}

/// What stands beside their rows, for all of them: what they belong to, who takes part, links and steps.
Result<void> readLists(const ReadContext &context, QList<Activity> &activities)
{
    QHash<qint64, qsizetype> places;
    for (qsizetype i = 0; i < activities.size(); ++i)
        places.insert(activities[i].id, i);
    const RecordTable *table = context.catalog->table(u"activity"_s);
    const auto fieldOf = [table](const QString &code) { return table->columns[table->indexOf(code)].field; };
    const qint64 items = fieldOf(u"items"_s);
    const qint64 participants = fieldOf(Codes::participants);
    const qint64 resources = fieldOf(Codes::resources);
    const QString ids = idList(places.keys());
    // Of an activity's few lists all are looked through: a search for each of the four would cost four times as much.
    auto cursor = context.connection.query(
        u"SELECT item, field, ref_type, ref, value, label FROM multi_value WHERE entity_type = ? AND item IN (SELECT value "
        "FROM json_each(?)) AND +field IN (?, ?, ?, ?) ORDER BY item, field, position"_s,
        {table->typeId, ids, items, participants, resources, fieldOf(Codes::link)});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        Activity &activity = activities[places.value(cursor->integer(0))];
        const qint64 field = cursor->integer(1);
        Members &members = field == items ? activity.items
            : field == participants       ? activity.details.participants
            : field == resources          ? activity.details.resources
                                          : activity.details.links;
        members.append({.text = cursor->text(4),
                        .label = cursor->text(5),
                        .ref = {cursor->integer(2), cursor->integer(3), {}},
                        .key = {}});
    }
    auto steps = context.connection.query(
        u"SELECT activity, count(*), sum(done) FROM checklist_item WHERE activity IN (SELECT value FROM json_each(?)) AND "
        "deleted_at IS NULL GROUP BY activity"_s,
        {ids});
    if (!steps)
        return steps.error();
    while (steps->next()) {
        ActivityDetails &details = activities[places.value(steps->integer(0))].details;
        details.steps = int(steps->integer(1));
        details.stepsDone = int(steps->integer(2));
    }
    return {};
}

} // namespace

Result<QList<Activity>> readActivities(const ReadContext &context, const QList<qint64> &ids)
{
    QHash<qint64, Activity> found;
    {
        auto cursor = context.connection.query(
            u"SELECT "_s + activityColumns
                + u" FROM activity a WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deleted_at IS NULL"_s,
            {idList(ids)});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            found.insert(cursor->integer(0), readHead(*cursor));
    }
    QList<Activity> activities;
    for (const qint64 id : ids) {
        if (const auto it = found.constFind(id); it != found.cend())
            activities.append(*it);
    }
    if (auto done = readLists(context, activities); !done)
        return done.error();
    return activities;
}

Result<QList<Activity>> readActivitiesOf(const ReadContext &context, const QList<QPair<QString, QVariantList>> &parts,
                                         int limit)
{
    QList<Activity> activities;
    for (const auto &[part, bound] : parts) {
        auto cursor = context.connection.query(u"SELECT "_s + activityColumns + u" FROM "_s + part + u" LIMIT ?"_s,
                                               bound + QVariantList{limit < 0 ? -1 : limit - activities.size()});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            activities.append(readHead(*cursor));
    }
    if (auto done = readLists(context, activities); !done)
        return done.error();
    return activities;
}

Result<Activity> readActivity(const ReadContext &context, qint64 id)
{
    auto found = readActivities(context, {id});
    if (!found)
        return found.error();
    if (found->isEmpty()) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Kartoteka::Activities", "There is no activity %1.").arg(id),
                     {},
                     {}};
    }
    return found->constFirst();
}

Result<QList<Activity>> plannedActivities(const ReadContext &context, const ItemRef &item, int limit)
{
    const QString from = u"activity_link l INDEXED BY activity_link_plan CROSS JOIN activity a ON a.id = l.activity "
                         "WHERE l.item_type = ? AND l.item = ? AND l.done = 0 AND "_s;
    const QVariantList bound{item.type, item.id};
    // In the order of the index, so that the first ones cost the same however many there are.
    return readActivitiesOf(context,
                            {{from + u"l.deadline IS NOT NULL ORDER BY l.deadline, l.activity"_s, bound},
                             {from + u"l.deadline IS NULL ORDER BY l.activity"_s, bound}},
                            limit);
}

Result<QList<Activity>> heldActivities(const ReadContext &context, const ItemRef &item, qint64 now, int limit)
{
    return readActivitiesOf(
        context,
        {{u"activity_link l INDEXED BY activity_link_held CROSS JOIN activity a ON a.id = l.activity "
          "WHERE l.item_type = ? AND l.item = ? AND l.done = 2 AND a.hold_until > ? ORDER BY a.start, a.id"_s,
          {item.type, item.id, now}}},
        limit);
}

Result<qint64> countPlanned(const ReadContext &context, const ItemRef &item)
{
    auto open = context.connection.scalar(u"SELECT open FROM item_plan WHERE item_type = ? AND item = ?"_s,
                                          {item.type, item.id});
    return open ? Result<qint64>(open->toLongLong()) : Result<qint64>(open.error());
}

} // namespace Kartoteka
