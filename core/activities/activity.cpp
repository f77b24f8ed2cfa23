// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"

#include "core/activities/activity_rules.h"
#include "core/activities/kinds.h"
#include "core/activities/reminders.h"
#include "core/activities/series.h"
#include "core/items/value_parse.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int workdayStart = 9;
constexpr int defaultWorkingDays = 3;

Error refusal(const QString &message, const QString &field = {})
{
    return {ErrorCode::Refused, message, {}, field};
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

QHash<QString, Value> valuesOf(const Activity &activity)
{
    const auto reference = [](qint64 id) { return id == 0 ? Value() : Value(id); };
    const ActivityDetails &details = activity.details;
    return {{Codes::title, textValue(activity.title)},
            {u"description"_s, textValue(activity.description)},
            {Codes::kind, reference(activity.kind)},
            {Codes::deadline, activity.deadline},
            {u"incoming"_s, activity.incoming},
            {u"done"_s, activity.done},
            {u"reminders"_s, textValue(activity.reminders)},
            {Codes::responsible, reference(activity.responsible)},
            {u"items"_s, membersValue(activity.items)},
            {Codes::recurrence, textValue(activity.recurrence)},
            {Codes::repeatWhenDone, activity.repeatWhenDone},
            {Codes::start, details.start},
            {Codes::allDay, details.allDay},
            {Codes::duration, details.duration == 0 ? Value() : Value(qint64(details.duration))},
            {Codes::participants, membersValue(details.participants)},
            {Codes::resources, membersValue(details.resources)},
            {Codes::priority, reference(details.priority)},
            {Codes::address, textValue(details.address)},
            {Codes::link, membersValue(details.links)},
            {Codes::location, textValue(details.location)},
            {Codes::colour, textValue(details.colour)},
            {Codes::result, textValue(details.result)},
            {Codes::resultKind, reference(details.resultKind)}};
}

ChangeSet planActivity(const Schema &schema, const ActivityDraft &draft)
{
    const EntityType *type = schema.type(u"activity"_s);
    const Field *kind = schema.field(type->id, Codes::kind);
    const qint64 kindId = findListValue(schema, *kind, draft.kind);
    Members items;
    for (const ItemRef &ref : draft.items)
        items.append({.text = {}, .label = {}, .ref = ref, .key = {}});
    ChangeSet changes = ChangeSet::of(ActKinds::plan, draft.title);
    const KindProperties properties = kindProperties(schema, kindId);
    QList<FieldValue> values{{Codes::title, textValue(draft.title.trimmed())},
                             {u"description"_s, textValue(draft.description.trimmed())},
                             {Codes::kind, kindId == 0 ? Value() : Value(kindId)},
                             {Codes::deadline, draft.deadline},
                             {u"incoming"_s, draft.incoming},
                             {u"done"_s, draft.done},
                             {u"reminders"_s, textValue(draft.reminders.value_or(properties.reminders))},
                             {Codes::responsible, draft.responsible == 0 ? Value() : Value(draft.responsible)},
                             {u"items"_s, membersValue(items)},
                             {Codes::recurrence, textValue(draft.recurrence)},
                             {Codes::repeatWhenDone, draft.repeatWhenDone ? Value(true) : Value()}};
    QHash<QString, Value> more = draft.more;
    if (properties.duration != 0 && !more.contains(Codes::duration))
        more.insert(Codes::duration, qint64(properties.duration));
    for (auto it = more.cbegin(); it != more.cend(); ++it) {
        if (const Field *field = schema.field(type->id, it.key()))
            values.append({field->column, it.value()});
    }
    changes.create(type->code, values);
    return changes;
}

Activity newActivity(const Schema &schema, qint64 user, const QDateTime &now)
{
    Activity activity;
    activity.kind = findListValue(schema, *schema.field(schema.type(u"activity"_s)->id, Codes::kind), ActivityDraft().kind);
    const KindProperties properties = kindProperties(schema, activity.kind);
    activity.deadline = kindDeadline(schema, properties, now).toMSecsSinceEpoch();
    activity.responsible = user;
    activity.reminders = properties.reminders;
    activity.details.duration = properties.duration;
    return activity;
}

ChangeSet planComplete(const Activity &activity, bool done)
{
    ChangeSet changes = ChangeSet::of(done ? ActKinds::complete : ActKinds::reopen, activity.title);
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
        return isDoneAlready(activity.title);
    ChangeSet changes = ChangeSet::of(ActKinds::reschedule, activity.title);
    QList<FieldValue> values{{Codes::deadline, deadline}};
    if (const Value start = activity.details.start; start.isValid() && activity.deadline.isValid())
        values.append({Codes::start, start.toLongLong() + deadline - activity.deadline.toLongLong()});
    changes.update(u"activity"_s, activity.id, values);
    return changes;
}

Result<ChangeSet> planChangeActivity(const Schema &schema, const Activity &activity, const QHash<QString, Value> &values)
{
    const QHash<QString, Value> now = valuesOf(activity);
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
                                            values.value(Codes::deadline, activity.deadline), incoming,
                                            activity.details.timeZone);
        if (!rule)
            return rule.error();
    }
    std::sort(fields.begin(), fields.end(), [](const FieldValue &a, const FieldValue &b) { return a.field < b.field; });
    if (activity.id == 0) {
        changes.kind = ActKinds::plan;
        changes.create(u"activity"_s, fields);
        return changes;
    }
    const bool isDone = fields.size() == 1 && fields.constFirst().field == u"done";
    const bool isMoved = std::ranges::all_of(
        fields, [](const FieldValue &value) { return value.field == Codes::deadline || value.field == Codes::start; });
    changes.kind = isDone ? (values.value(u"done"_s).toBool() ? ActKinds::complete : ActKinds::reopen)
        : isMoved         ? ActKinds::reschedule
                          : ActKinds::edit;
    changes.update(u"activity"_s, activity.id, fields);
    return changes;
}

ChangeSet planDeleteActivity(const Activity &activity, qint64 nowMs)
{
    ChangeSet changes = ChangeSet::of(ActKinds::remove, activity.title);
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

} // namespace Kartoteka
