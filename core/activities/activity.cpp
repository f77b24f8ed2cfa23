// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"

#include "core/activities/reminders.h"
#include "core/activities/series.h"
#include "core/base/uid.h"
#include "core/items/value_parse.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Kartoteka {

namespace {

constexpr int workdayStart = 9;
constexpr int defaultWorkingDays = 3;

Error refusal(const QString &message, const QString &field = {})
{
    return {ErrorCode::Refused, message, {}, field};
}

const QString activityColumns =
    u"a.id, a.uid, a.title, a.description, a.kind, a.deadline, a.incoming, a.done, a.responsible, a.reminders, "
    "a.recurrence, a.repeat_when_done"_s;

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
    return activity;
}

/// What they belong to, for all of them by one statement.
Result<void> readItemsOf(const ReadContext &context, QList<Activity> &activities)
{
    QHash<qint64, qsizetype> places;
    for (qsizetype i = 0; i < activities.size(); ++i)
        places.insert(activities[i].id, i);
    const RecordTable *table = context.catalog->table(u"activity"_s);
    const int items = table->indexOf(u"items"_s);
    auto cursor = context.connection.query(
        u"SELECT item, ref_type, ref FROM multi_value WHERE entity_type = ? AND item IN (SELECT value FROM json_each(?)) "
        "AND field = ? ORDER BY item, position"_s,
        {table->typeId, idList(places.keys()), table->columns[items].field});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        activities[places.value(cursor->integer(0))].items.append(
            {.text = {}, .label = {}, .ref = {cursor->integer(1), cursor->integer(2), {}}, .key = {}});
    }
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

QDateTime defaultDeadline(const WorkCalendar &calendar, const QDateTime &now)
{
    constexpr int hour = 60;
    QDateTime at = now;
    if (at.time().minute() != 0 || at.time().second() != 0 || at.time().msec() != 0)
        at = QDateTime(at.date(), QTime(at.time().hour(), 0)).addSecs(3600);
    const QDate day = calendar.addWorkingDays(at.date(), defaultWorkingDays);
    const WorkHours hours = calendar.hours(day);
    int minute = at.time().hour() * hour;
    for (const WorkInterval &part : hours) {
        if (minute < part.to) { // in it, or in the break before it
            minute = qMax(minute, part.from);
            return QDateTime(day, QTime(minute / hour, minute % hour));
        }
    }
    // After work: the last full hour of it.
    minute = hours.isEmpty() ? minute : qMax(hours.constLast().from, (hours.constLast().to - 1) / hour * hour);
    return QDateTime(day, QTime(minute / hour, minute % hour));
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
                   {{Codes::title, textValue(draft.title.trimmed())},
                    {u"description"_s, textValue(draft.description.trimmed())},
                    {u"kind"_s, kindId == 0 ? Value() : Value(kindId)},
                    {Codes::deadline, draft.deadline},
                    {u"incoming"_s, draft.incoming},
                    {u"done"_s, draft.done},
                    {u"reminders"_s, textValue(draft.reminders)},
                    {Codes::responsible, draft.responsible == 0 ? Value() : Value(draft.responsible)},
                    {u"items"_s, membersValue(items)},
                    {Codes::recurrence, textValue(draft.recurrence)},
                    {Codes::repeatWhenDone, draft.repeatWhenDone ? Value(true) : Value()}});
    return changes;
}

Activity newActivity(const Schema &schema, qint64 user, const QDateTime &now)
{
    const ActivityDraft draft;
    Activity activity;
    activity.kind = findListValue(schema, *schema.field(schema.type(u"activity"_s)->id, u"kind"_s), draft.kind);
    activity.deadline = defaultDeadline(WorkCalendar(schema), now).toMSecsSinceEpoch();
    activity.responsible = user;
    activity.reminders = draft.reminders;
    return activity;
}

ChangeSet planComplete(const Activity &activity, bool done)
{
    ChangeSet changes;
    changes.kind = done ? u"complete"_s : u"reopen"_s;
    changes.subject = activity.title;
    changes.update(u"activity"_s, activity.id, {{u"done"_s, done}});
    return changes;
}

Result<ChangeSet> planReschedule(const Activity &activity, qint64 deadline)
{
    if (activity.incoming)
        return refusal(QCoreApplication::translate("Kartoteka::Activities",
                                                   "“%1” is incoming: it has no deadline and waits until it is done.")
                           .arg(activity.title));
    if (activity.done)
        return refusal(
            QCoreApplication::translate("Kartoteka::Activities", "“%1” is done. Reopen it first.").arg(activity.title));
    ChangeSet changes;
    changes.kind = u"reschedule"_s;
    changes.subject = activity.title;
    changes.update(u"activity"_s, activity.id, {{Codes::deadline, deadline}});
    return changes;
}

Result<ChangeSet> planChangeActivity(const Schema &schema, const Activity &activity, const QHash<QString, Value> &values)
{
    const QHash<QString, Value> now{{Codes::title, textValue(activity.title)},
                                    {u"description"_s, textValue(activity.description)},
                                    {u"kind"_s, activity.kind == 0 ? Value() : Value(activity.kind)},
                                    {Codes::deadline, activity.deadline},
                                    {u"incoming"_s, activity.incoming},
                                    {u"done"_s, activity.done},
                                    {u"reminders"_s, textValue(activity.reminders)},
                                    {Codes::responsible, activity.responsible == 0 ? Value() : Value(activity.responsible)},
                                    {u"items"_s, membersValue(activity.items)},
                                    {Codes::recurrence, textValue(activity.recurrence)},
                                    {Codes::repeatWhenDone, activity.repeatWhenDone}};
    const qint64 type = schema.type(u"activity"_s)->id;
    ChangeSet changes;
    changes.subject = activity.title;
    if (activity.id == 0)
        changes.subject = values.value(Codes::title).toString();
    QList<FieldValue> fields;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const Field *field = schema.field(type, it.key());
        if (!field || !field->editable)
            return refusal(
                QCoreApplication::translate("Kartoteka::Activities", "An activity has no field “%1” to be changed.")
                    .arg(it.key()),
                it.key());
        if (activity.id != 0 && now.contains(it.key()) && now.value(it.key()) == it.value())
            continue;
        fields.append({field->column, it.value()});
    }
    if (fields.isEmpty())
        return changes;
    if (const Value reminders = values.value(u"reminders"_s); reminders.isValid() && !areReminders(reminders.toString()))
        return refusal(QCoreApplication::translate("Kartoteka::Activities",
                                                   "Reminders are minutes before the deadline, for example 0,15."),
                       u"reminders"_s);
    const bool incoming = values.value(u"incoming"_s, activity.incoming).toBool();
    if (incoming && values.value(Codes::deadline).isValid())
        return refusal(QCoreApplication::translate("Kartoteka::Activities",
                                                   "“%1” is incoming: it has no deadline and waits until it is done.")
                           .arg(activity.title),
                       Codes::deadline);
    if (values.contains(Codes::recurrence) && values.value(Codes::recurrence) != now.value(Codes::recurrence)) {
        const auto rule = checkedRecurrence(values.value(Codes::recurrence).toString(),
                                            values.value(Codes::deadline, activity.deadline), incoming);
        if (!rule)
            return rule.error();
    }
    std::sort(fields.begin(), fields.end(), [](const FieldValue &a, const FieldValue &b) { return a.field < b.field; });
    if (activity.id == 0) {
        changes.kind = u"plan"_s;
        changes.create(u"activity"_s, fields);
        return changes;
    }
    const bool alone = fields.size() == 1;
    const bool isDone = alone && fields.constFirst().field == u"done";
    changes.kind = isDone ? (values.value(u"done"_s).toBool() ? u"complete"_s : u"reopen"_s)
        : alone && fields.constFirst().field == Codes::deadline ? u"reschedule"_s
                                                                : u"edit"_s;
    changes.update(u"activity"_s, activity.id, fields);
    return changes;
}

ChangeSet planDeleteActivity(const Activity &activity, qint64 nowMs)
{
    ChangeSet changes;
    changes.kind = u"delete"_s;
    changes.subject = activity.title;
    changes.update(u"activity"_s, activity.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

std::optional<Postponement> parsePostponement(const QString &text)
{
    const QString plain = text.trimmed().toLower();
    if (plain == u"monday" || plain == u"понедельник")
        return Postponement{0, 0, true};
    static const QRegularExpression form(u"^\\+?(\\d{1,4})\\s*(h|d|ч|д)$"_s);
    const auto match = form.match(plain);
    const int number = match.captured(1).toInt();
    if (!match.hasMatch() || number == 0)
        return std::nullopt;
    const bool hours = match.captured(2) == u"h" || match.captured(2) == u"ч";
    return hours ? Postponement{number, 0, false} : Postponement{0, number, false};
}

qint64 postponed(const Value &deadline, const QDateTime &now, const Postponement &by)
{
    const QDateTime old = deadline.isValid() ? QDateTime::fromMSecsSinceEpoch(deadline.toLongLong()) : QDateTime();
    const QDateTime from = old.isValid() && old > now ? old : now;
    if (by.hours > 0)
        return from.addSecs(qint64(by.hours) * 3600).toMSecsSinceEpoch();
    const QTime time = old.isValid() ? old.time() : QTime(workdayStart, 0);
    const int days = by.nextMonday ? 8 - from.date().dayOfWeek() : by.days;
    return QDateTime(from.date().addDays(days), time).toMSecsSinceEpoch();
}

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
    if (auto done = readItemsOf(context, activities); !done)
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
    QList<Activity> activities;
    // In the order of the index, so that the first ones cost the same however many there are.
    for (const QString &which :
         {u"l.deadline IS NOT NULL ORDER BY l.deadline, l.activity"_s, u"l.deadline IS NULL ORDER BY l.activity"_s}) {
        auto cursor = context.connection.query(
            u"SELECT "_s + activityColumns
                + u" FROM activity_link l INDEXED BY activity_link_plan CROSS JOIN activity a ON a.id = l.activity "
                  "WHERE l.item_type = ? AND l.item = ? AND l.done = 0 AND "_s
                + which + u" LIMIT ?"_s,
            {item.type, item.id, limit < 0 ? -1 : limit - activities.size()});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            activities.append(readHead(*cursor));
    }
    if (auto done = readItemsOf(context, activities); !done)
        return done.error();
    return activities;
}

Result<qint64> countPlanned(const ReadContext &context, const ItemRef &item)
{
    auto open = context.connection.scalar(u"SELECT open FROM item_plan WHERE item_type = ? AND item = ?"_s,
                                          {item.type, item.id});
    return open ? Result<qint64>(open->toLongLong()) : Result<qint64>(open.error());
}

} // namespace Kartoteka
