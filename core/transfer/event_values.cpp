// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_values.h"

#include "core/calendar/calendar_plan.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QHash<QString, Value> eventValues(const Schema &schema, const CalendarEvent &event, const QString &title)
{
    QHash<QString, Value> values;
    values.insert(Codes::title, title);
    values.insert(u"description"_s, textValue(event.description.trimmed()));
    values.insert(Codes::location, textValue(event.location));
    values.insert(Codes::icsSequence, event.sequence == 0 ? Value() : Value(qint64(event.sequence)));
    if (!event.transparency.isEmpty())
        values.insert(Codes::transparency, activityChoice(schema, Codes::transparency, event.transparency));
    if (!event.url.isEmpty())
        values.insert(Codes::link, textMembers({event.url}));
    if (event.allDay) {
        values.insert(activityTimes(schema, {event.first, {}}, {event.last, {}}));
        if (event.isTask && event.starts == 0 && event.first == event.last)
            values.insert(Codes::start, {}); // it is only due on that day
        return values;
    }
    values.insert(Codes::allDay, false);
    values.insert(Codes::start, event.starts == 0 ? Value() : Value(event.starts));
    if (event.starts != 0) // how long a task is to take has no place in the format
        values.insert(Codes::duration, event.minutes == 0 ? Value() : Value(event.minutes));
    values.insert(Codes::deadline, event.due ? Value(*event.due) : event.starts == 0 ? Value() : Value(event.starts));
    return values;
}

Value activityChoice(const Schema &schema, const QString &field, const QString &code)
{
    const EntityType *activities = schema.type(u"activity"_s);
    const Field *choice = activities ? schema.field(activities->id, field) : nullptr;
    for (const ListValue &one : choice ? schema.listValues(choice->id) : QList<ListValue>()) {
        if (one.code == code)
            return one.id;
    }
    return {};
}

Value reminderValue(const CalendarEvent &event)
{
    QStringList minutes;
    for (const int before : event.reminders)
        minutes << QString::number(before);
    return textValue(minutes.join(u','));
}

bool isSameSaid(const Value &one, const Value &other)
{
    const auto isNothing = [](const Value &value) {
        return !value.isValid() || (value.typeId() == QMetaType::Bool && !value.toBool())
            || (value.typeId() == QMetaType::QString && value.toString().isEmpty());
    };
    return one == other || (isNothing(one) && isNothing(other));
}

} // namespace Kartoteka
