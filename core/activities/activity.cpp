// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"

#include "core/base/uid.h"
#include "core/items/value_parse.h"

#include <QCoreApplication>

namespace Kartoteka {

namespace {

constexpr int workdayStart = 9;
constexpr int workdayEnd = 18;
constexpr int defaultWorkingDays = 3;

bool isWorkingDay(const QDate &day)
{
    return day.dayOfWeek() <= Qt::Friday;
}

const QString activityColumns =
    u"a.id, a.uid, a.title, a.description, a.kind, a.deadline, a.incoming, a.done, a.responsible"_s;

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
    return activity;
}

Result<void> readItemsOf(const ReadContext &context, Activity &activity)
{
    const RecordTable *table = context.catalog->table(u"activity"_s);
    const int items = table->indexOf(u"items"_s);
    auto cursor = context.connection.query(u"SELECT ref_type, ref FROM multi_value WHERE entity_type = ? AND item = ? "
                                           "AND field = ? ORDER BY position"_s,
                                           {table->typeId, activity.id, table->columns[items].field});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        activity.items.append({.text = {}, .label = {}, .ref = {cursor->integer(0), cursor->integer(1), {}}, .key = {}});
    return {};
}

} // namespace

BulkAct bulkPlan(const SchemaPtr &schema, const ActivityDraft &draft)
{
    return {u"plan"_s, draft.title, [schema, draft](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                ActivityDraft own = draft;
                own.items = {item.ref()};
                return planActivity(*schema, own);
            }};
}

QDateTime defaultDeadline(const QDateTime &now)
{
    QDateTime at = now;
    if (at.time().minute() != 0 || at.time().second() != 0 || at.time().msec() != 0)
        at = QDateTime(at.date(), QTime(at.time().hour(), 0)).addSecs(3600);
    int days = defaultWorkingDays;
    while (days > 0) {
        at = at.addDays(1);
        if (isWorkingDay(at.date()))
            --days;
    }
    if (at.time().hour() < workdayStart)
        at.setTime(QTime(workdayStart, 0));
    else if (at.time().hour() >= workdayEnd)
        at.setTime(QTime(workdayEnd - 1, 0));
    return at;
}

ChangeSet planActivity(const Schema &schema, const ActivityDraft &draft)
{
    const EntityType *type = schema.type(u"activity"_s);
    const Field *kind = schema.field(type->id, u"kind"_s);
    const qint64 kindId = findListValue(schema, *kind, draft.kind);
    Members items;
    for (const ItemRef &ref : draft.items)
        items.append({.text = {}, .label = {}, .ref = ref, .key = {}});
    ChangeSet changes;
    changes.kind = u"plan"_s;
    changes.subject = draft.title;
    changes.create(type->code,
                   {{u"title"_s, textValue(draft.title.trimmed())},
                    {u"description"_s, textValue(draft.description.trimmed())},
                    {u"kind"_s, kindId == 0 ? Value() : Value(kindId)},
                    {u"deadline"_s, draft.deadline},
                    {u"incoming"_s, draft.incoming},
                    {u"done"_s, false},
                    {u"reminders"_s, textValue(draft.reminders)},
                    {u"responsible"_s, draft.responsible == 0 ? Value() : Value(draft.responsible)},
                    {u"items"_s, membersValue(items)}});
    return changes;
}

ChangeSet planComplete(const Activity &activity, bool done)
{
    ChangeSet changes;
    changes.kind = done ? u"complete"_s : u"reopen"_s;
    changes.subject = activity.title;
    changes.update(u"activity"_s, activity.id, {{u"done"_s, done}});
    return changes;
}

ChangeSet planReschedule(const Activity &activity, qint64 deadline)
{
    ChangeSet changes;
    changes.kind = u"reschedule"_s;
    changes.subject = activity.title;
    changes.update(u"activity"_s, activity.id, {{u"deadline"_s, deadline}});
    return changes;
}

Result<Activity> readActivity(const ReadContext &context, qint64 id)
{
    Activity activity;
    {
        auto cursor = context.connection.query(
            u"SELECT "_s + activityColumns + u" FROM activity a WHERE a.id = ? AND a.deleted_at IS NULL"_s, {id});
        if (!cursor)
            return cursor.error();
        if (!cursor->next()) {
            return Error{ErrorCode::NotFound,
                         QCoreApplication::translate("Kartoteka::Activities", "There is no activity %1.").arg(id),
                         {},
                         {}};
        }
        activity = readHead(*cursor);
    }
    if (auto done = readItemsOf(context, activity); !done)
        return done.error();
    return activity;
}

Result<QList<Activity>> plannedActivities(const ReadContext &context, const ItemRef &item)
{
    QList<Activity> activities;
    {
        auto cursor = context.connection.query(
            u"SELECT "_s + activityColumns
                + u" FROM activity_link l JOIN activity a ON a.id = l.activity WHERE l.item_type = ? AND l.item = ? "
                  "AND l.done = 0 ORDER BY a.deadline IS NULL, a.deadline, a.id"_s,
            {item.type, item.id});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            activities.append(readHead(*cursor));
    }
    for (Activity &activity : activities) {
        if (auto done = readItemsOf(context, activity); !done)
            return done.error();
    }
    return activities;
}

} // namespace Kartoteka
