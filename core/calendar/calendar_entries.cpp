// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/calendar_entries.h"

#include "core/activities/activity_queries.h"
#include "core/calendar/activity_span.h"
#include "core/calendar/busy.h"
#include "core/calendar/calendar_queries.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The local day of a date, or of a moment.
QDate dayOf(const Value &value)
{
    return value.typeId() == QMetaType::QDate ? value.toDate() : QDateTime::fromMSecsSinceEpoch(value.toLongLong()).date();
}

QList<qint64> refsOf(const Item &item, const QString &code)
{
    QList<qint64> refs;
    for (const Member &member : item.members(code))
        refs << member.ref.id;
    return refs;
}

/// What is common to items and activities.
CalendarEntry begun(const Item &item)
{
    CalendarEntry entry;
    entry.ref = item.ref();
    entry.uid = item.uid;
    entry.title = item.text(Codes::title);
    entry.stage = item.reference(Codes::stage);
    entry.person = item.reference(Codes::responsible);
    if (entry.person != 0)
        entry.people << entry.person;
    return entry;
}

void place(CalendarEntry &entry, const ActivitySpan &span)
{
    entry.first = span.first;
    entry.last = span.last;
    entry.starts = span.starts;
    entry.ends = span.ends;
    entry.allDay = span.allDay();
}

CalendarEntry activityEntry(const Schema &schema, const Item &activity, const ActivitySpan &span, qint64 now)
{
    CalendarEntry entry = begun(activity);
    place(entry, span);
    entry.isDone = activity.value(u"done"_s).toBool();
    const Value deadline = activity.value(Codes::deadline);
    entry.isOverdue = !entry.isDone && deadline.isValid() && deadline.toLongLong() < now;
    const ListValue *transparency = schema.listValue(activity.reference(Codes::transparency));
    entry.isTentative = transparency && transparency->code == u"tentative";
    const Value hold = activity.value(Codes::holdUntil);
    entry.isReleased = hold.isValid() && hold.toLongLong() <= now;
    entry.isOverdue = entry.isOverdue && !entry.isReleased; // nobody waits for it
    entry.isMovable = true;
    entry.isStretchable = true;
    entry.repeats = activity.value(Codes::recurrence).isValid();
    entry.kind = activity.reference(u"kind"_s);
    for (const qint64 person : refsOf(activity, Codes::participants)) {
        if (!entry.people.contains(person))
            entry.people << person;
    }
    entry.resources = refsOf(activity, Codes::resources);
    entry.colour = activity.text(Codes::colour);
    entry.field = activity.value(Codes::start).isValid() ? Codes::start : Codes::deadline;
    for (const QString &code :
         {Codes::start, Codes::deadline, Codes::duration, Codes::allDay, Codes::timeZone, Codes::occurrence}) {
        if (const Value value = activity.value(code); value.isValid())
            entry.times.insert(code, value);
    }
    return entry;
}

} // namespace

std::optional<QPair<QDate, QDate>> itemDays(const QHash<QString, Value> &values, const Field &first, const Field *last)
{
    const Value begins = values.value(first.code);
    const Value ends = last ? values.value(last->code) : Value();
    if (!begins.isValid() && !ends.isValid())
        return std::nullopt;
    const QDate from = dayOf(begins.isValid() ? begins : ends);
    const QDate to = ends.isValid() ? dayOf(ends) : from;
    return QPair(from, qMax(from, to));
}

Result<QList<CalendarEntry>> itemEntries(const ReadContext &context, const CalendarQuery &query, const QList<qint64> &ids)
{
    const Schema &schema = *context.schema;
    const qint64 typeId = query.items.typeId;
    const Field *first = schema.field(typeId, query.field);
    const Field *last = query.mode == CalendarMode::Span ? schema.field(typeId, query.endField) : nullptr;
    auto items = readItems(context, typeId, ids);
    if (!items)
        return items.error();
    const QList<const Field *> clients = clientFields(schema, typeId);
    const auto clientOf = [&](const Item &item) {
        for (const Field *field : clients) {
            if (const qint64 id = item.reference(field->code); id != 0)
                return ItemRef{schema.type(field->target)->id, id, {}};
        }
        return ItemRef();
    };
    QSet<ItemRef> named;
    for (const Item &item : std::as_const(*items)) {
        if (const ItemRef client = clientOf(item); !client.isNull())
            named.insert(client);
    }
    auto titles = itemTitles(context, named);
    if (!titles)
        return titles.error();
    QList<CalendarEntry> entries;
    for (const Item &item : std::as_const(*items)) {
        const auto days = itemDays(item.values, *first, last);
        if (!days)
            continue;
        CalendarEntry entry = begun(item);
        entry.first = days->first;
        entry.last = days->second;
        entry.detail = titles->value(clientOf(item));
        const Value begins = item.value(first->code);
        entry.allDay = last || first->type == FieldType::Date;
        if (!entry.allDay)
            entry.starts = entry.ends = QDateTime::fromMSecsSinceEpoch(begins.toLongLong());
        const Stage *stage = schema.stage(entry.stage);
        entry.isDone = stage && stage->group != StageGroup::InProgress;
        entry.isMovable = first->editable && (!last || last->editable);
        entry.isStretchable = last && entry.isMovable;
        entry.choice = query.colourField.isEmpty() ? 0 : item.reference(query.colourField);
        entry.field = first->code;
        entry.endField = last ? last->code : QString();
        for (const Field *field : {first, last}) {
            if (field && item.value(field->code).isValid())
                entry.times.insert(field->code, item.value(field->code));
        }
        entries.append(std::move(entry));
    }
    return entries;
}

Result<QList<CalendarEntry>> activityEntries(const ReadContext &context, const QList<qint64> &ids, qint64 now)
{
    const Schema &schema = *context.schema;
    auto items = readItems(context, schema.type(u"activity"_s)->id, ids);
    if (!items)
        return items.error();
    QList<Activity> named;
    for (const Item &item : std::as_const(*items)) {
        Activity activity;
        activity.id = item.id;
        activity.items = item.members(u"items"_s);
        named.append(std::move(activity));
    }
    auto seen = itemsSeen(context, named);
    if (!seen)
        return seen.error();
    const QSet<ItemRef> refs(seen->cbegin(), seen->cend());
    auto titles = itemTitles(context, refs);
    if (!titles)
        return titles.error();
    auto stages = itemStages(context, refs);
    if (!stages)
        return stages.error();
    QList<CalendarEntry> entries;
    QList<qint64> booking;
    for (const Item &item : std::as_const(*items)) {
        const auto span = activitySpan(item.values);
        if (!span)
            continue;
        CalendarEntry entry = activityEntry(schema, item, *span, now);
        entry.item = seen->value(item.id);
        entry.detail = titles->value(entry.item);
        entry.stage = stages->value(entry.item);
        if (!entry.resources.isEmpty())
            booking << item.id;
        entries.append(std::move(entry));
    }
    if (booking.isEmpty())
        return entries;
    auto clashes = clashesOf(context, booking, now);
    if (!clashes)
        return clashes.error();
    for (CalendarEntry &entry : entries) {
        const auto clash = clashes->constFind(entry.ref.id);
        entry.clashes = clash != clashes->cend();
        if (entry.clashes) {
            entry.overfull = clash->overfull;
            entry.taken = int(clash->taken);
            entry.places = int(clash->places);
        }
    }
    return entries;
}

QList<CalendarEntry> ghostEntries(const QList<CalendarEntry> &series, const QList<Ghost> &ghosts)
{
    QHash<qint64, const CalendarEntry *> byId;
    for (const CalendarEntry &entry : series)
        byId.insert(entry.ref.id, &entry);
    QList<CalendarEntry> entries;
    for (const Ghost &ghost : ghosts) {
        const CalendarEntry *open = byId.value(ghost.activity);
        const auto span = activitySpan(ghost.times);
        if (!open || !span)
            continue;
        CalendarEntry entry = *open;
        place(entry, *span);
        entry.uid = ghost.uid;
        entry.times = ghost.times;
        entry.isGhost = true;
        entry.isOverdue = false;
        if (ghost.isEstimate) { // nobody knows yet when that will be
            entry.isMovable = false;
            entry.isStretchable = false;
        }
        entries.append(std::move(entry));
    }
    return entries;
}

bool comesBefore(const CalendarEntry &one, const CalendarEntry &other)
{
    if (one.first != other.first)
        return one.first < other.first;
    if (one.days() != other.days())
        return one.days() > other.days();
    if (one.allDay != other.allDay)
        return one.allDay;
    return one.allDay || one.starts == other.starts ? one.ref.id < other.ref.id : one.starts < other.starts;
}

} // namespace Kartoteka
