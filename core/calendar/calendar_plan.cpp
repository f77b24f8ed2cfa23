// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/calendar_plan.h"

#include "core/activities/kinds.h"
#include "core/activities/recurrence.h"
#include "core/base/texts.h"
#include "core/calendar/activity_span.h"
#include "core/items/carried_values.h"
#include "core/items/item_acts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"

#include <QCoreApplication>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 1;
constexpr int lastYear = 9999;

bool isDay(const QDate &day)
{
    return day.isValid() && day.year() >= firstYear && day.year() <= lastYear;
}

/// A clock on the wall.
QDateTime wall(const QDate &day, const QTime &time)
{
    return {day, time, Qt::UTC};
}

/// What a place means to an entry that stands at @p now: where the clock shows the same it is the same moment, also in an hour that
/// comes twice.
qint64 instantAt(const CalendarPlace &place, const QDateTime &now)
{
    const bool isSame = now.isValid() && place.day == now.date() && place.time == now.time();
    return isSame ? now.toMSecsSinceEpoch() : instantOfWall(wall(place.day, place.time));
}

Error noCalendarHas()
{
    return Error::refused(QCoreApplication::translate("Kartoteka::Calendar", "There is no such day in a calendar."));
}

/// What moves is an activity rather than an item with dates.
bool isActivity(const Schema &schema, const CalendarEntry &entry)
{
    const EntityType *type = schema.type(entry.ref.type);
    return type && isActivities(*type);
}

/// The values that differ, as an edit of what the entry stands for.
ChangeSet edit(const Schema &schema, const CalendarEntry &entry, const QHash<QString, Value> &values)
{
    Item item;
    item.typeId = entry.ref.type;
    item.id = entry.ref.id;
    item.uid = entry.uid;
    item.values = entry.times;
    item.values.insert(Codes::title, entry.title);
    ChangeSet changes = planEdit(schema, item, values);
    if (isActivity(schema, entry))
        changes.kind = ActKinds::reschedule;
    return changes;
}

Result<void> mayMove(const Schema &schema, const CalendarEntry &entry)
{
    if (entry.isGhost && !entry.isMovable)
        return Error::refused(
            Texts::tr("“%1” is not created yet. Move the open one, or change how it repeats.").arg(entry.title));
    const Field *field = schema.field(entry.ref.type, entry.field);
    if (!entry.isMovable || !field || !schema.type(entry.ref.type)) {
        return Error::refused(
            QCoreApplication::translate("Kartoteka::Calendar", "The time of “%1” is set by the program.").arg(entry.title),
            entry.field);
    }
    return {};
}

/// A value of an item's field, so many days and, where it has a time, seconds later on the clock on the wall.
Value shifted(const Value &value, qint64 seconds)
{
    if (!value.isValid())
        return {};
    if (value.typeId() == QMetaType::QDate)
        return toValue(value.toDate().addDays(seconds / 86'400));
    return instantOfWall(wallOf(value.toLongLong()).addSecs(seconds));
}

/// By how much it moves on the clock on the wall.
qint64 secondsTo(const CalendarEntry &entry, const CalendarPlace &to)
{
    if (entry.allDay || !entry.starts.isValid())
        return entry.first.daysTo(to.day) * 86'400;
    const QDateTime from = wall(entry.starts.date(), entry.starts.time());
    return from.secsTo(wall(to.day, to.time.isValid() ? to.time : entry.starts.time()));
}

/// When work ends on a day, or would.
QTime endOfWork(const Schema &schema, const QDate &day)
{
    const WorkHours hours = WorkCalendar(schema).hours(day);
    return hours.isEmpty() ? QTime(18, 0) : QTime::fromMSecsSinceStartOfDay(qMin(hours.constLast().to, 1439) * 60'000);
}

} // namespace

CalendarEntry movedEntry(const CalendarEntry &entry, const CalendarPlace &to)
{
    CalendarEntry moved = entry;
    const qint64 seconds = secondsTo(entry, to);
    if (entry.allDay || !entry.starts.isValid()) {
        moved.first = to.day;
        moved.last = to.day.addDays(entry.days() - 1);
        return moved;
    }
    if (seconds == 0)
        return moved; // of an hour that comes twice it stays in the one it is in
    const qint64 lasts = entry.starts.msecsTo(entry.ends);
    moved.starts = QDateTime::fromMSecsSinceEpoch(
        instantOfWall(wall(entry.starts.date(), entry.starts.time()).addSecs(seconds)));
    moved.ends = moved.starts.addMSecs(lasts);
    moved.first = moved.starts.date();
    moved.last = qMax(moved.first, moved.ends.addMSecs(-1).date());
    return moved;
}

CalendarEntry stretchedEntry(const CalendarEntry &entry, const CalendarPlace &from, const CalendarPlace &until)
{
    CalendarEntry stretched = entry;
    stretched.first = from.day;
    stretched.last = until.day;
    stretched.allDay = !from.time.isValid();
    stretched.starts = stretched.ends = QDateTime();
    if (from.time.isValid()) {
        const qint64 starts = instantAt(from, entry.starts);
        qint64 ends = instantAt(until, entry.ends);
        // In an hour that comes twice the second one is meant where only that comes after the beginning.
        const qint64 onTheWall = wall(from.day, from.time).msecsTo(wall(until.day, until.time));
        if (ends < starts && onTheWall >= 0)
            ends = starts + onTheWall;
        stretched.starts = QDateTime::fromMSecsSinceEpoch(starts);
        stretched.ends = QDateTime::fromMSecsSinceEpoch(ends);
        stretched.last = qMax(stretched.first, stretched.ends.addMSecs(-1).date());
    }
    return stretched;
}

Result<ChangeSet> planMoveEntry(const Schema &schema, const CalendarEntry &entry, const CalendarPlace &to)
{
    if (auto may = mayMove(schema, entry); !may)
        return may.error();
    const qint64 seconds = secondsTo(entry, to);
    if (!isDay(to.day) || !isDay(to.day.addDays(entry.days())))
        return noCalendarHas();
    if (seconds == 0)
        return ChangeSet();
    QHash<QString, Value> values;
    if (isActivity(schema, entry)) {
        for (const QString &code : {Codes::start, Codes::deadline}) {
            if (entry.times.contains(code))
                values.insert(code, shifted(entry.times.value(code), seconds));
        }
        // Whole days are those of the zone in which they were planned, not moments of this one.
        if (entry.allDay && values.contains(Codes::start))
            values.insert(Codes::start, instantOfWall(wall(to.day, QTime(0, 0)), activityZone(entry.times)));
    } else {
        for (const QString &code : {entry.field, entry.endField}) {
            if (entry.times.contains(code))
                values.insert(code, shifted(entry.times.value(code), seconds));
        }
    }
    return edit(schema, entry, values);
}

Result<ChangeSet> planStretchEntry(const Schema &schema, const CalendarEntry &entry, const CalendarPlace &from,
                                   const CalendarPlace &until)
{
    if (auto may = mayMove(schema, entry); !may)
        return may.error();
    if (!isDay(from.day) || !isDay(until.day))
        return noCalendarHas();
    if (!entry.isStretchable)
        return Error::refused(
            QCoreApplication::translate("Kartoteka::Calendar", "“%1” is on one day: it has no end.").arg(entry.title));
    const CalendarEntry stretched = stretchedEntry(entry, from, until);
    if (until.day < from.day || stretched.ends < stretched.starts)
        return Error::refused(QCoreApplication::translate("Kartoteka::Calendar", "The end would be before the beginning."));
    QHash<QString, Value> values;
    if (isActivity(schema, entry)) {
        values = activityTimes(schema, from, until);
        if (from.time.isValid()) {
            const qint64 minutes = stretched.starts.msecsTo(stretched.ends) / minuteMs;
            values.insert(Codes::start, stretched.starts.toMSecsSinceEpoch());
            values.insert(Codes::deadline, stretched.starts.toMSecsSinceEpoch());
            values.insert(Codes::duration, minutes > 0 ? Value(minutes) : Value());
        }
        // A deadline that is none of the beginning stays apart from it as it was.
        if (const Value deadline = entry.times.value(Codes::deadline);
            deadline.isValid() && entry.starts.isValid() && from.time.isValid() && stretched.starts == entry.starts) {
            values.insert(Codes::deadline, deadline);
        } else if (deadline.isValid() && entry.starts.isValid() && from.time.isValid()) {
            values.insert(
                Codes::deadline,
                shifted(deadline,
                        wallOf(entry.starts.toMSecsSinceEpoch()).secsTo(wallOf(stretched.starts.toMSecsSinceEpoch()))));
        }
        // A zone that says nothing else is left as it is.
        if (from.time.isValid() && entry.times.contains(Codes::timeZone))
            values.insert(Codes::timeZone, entry.times.value(Codes::timeZone));
        return edit(schema, entry, values);
    }
    const auto days = [&](const QString &code, const QDate &was, const QDate &day) {
        const Value value = entry.times.value(code);
        const Field *field = schema.field(entry.ref.type, code);
        values.insert(code, value.isValid() ? shifted(value, was.daysTo(day) * 86'400) : itemTime(*field, {day, {}}));
    };
    days(entry.field, entry.first, from.day);
    days(entry.endField, entry.last, until.day);
    return edit(schema, entry, values);
}

QHash<QString, Value> activityTimes(const Schema &schema, const CalendarPlace &from, const CalendarPlace &until)
{
    QHash<QString, Value> values;
    if (!from.time.isValid()) {
        const qint64 days = qMax(qint64(0), from.day.daysTo(until.day)) + 1;
        values.insert(Codes::start, instantOfWall(wall(from.day, QTime(0, 0))));
        values.insert(Codes::allDay, true);
        values.insert(Codes::duration, days * minutesOfDay);
        values.insert(Codes::timeZone, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
        const QDate last = from.day.addDays(days - 1);
        values.insert(Codes::deadline, instantOfWall(wall(last, endOfWork(schema, last))));
        return values;
    }
    const qint64 starts = instantOfWall(wall(from.day, from.time));
    values.insert(Codes::start, starts);
    values.insert(Codes::allDay, false);
    values.insert(Codes::deadline, starts);
    values.insert(Codes::timeZone, {});
    const qint64 ends = until.time.isValid() ? instantOfWall(wall(until.day, until.time)) : starts;
    values.insert(Codes::duration, ends > starts ? Value((ends - starts) / minuteMs) : Value());
    return values;
}

Value itemTime(const Field &field, const CalendarPlace &at)
{
    if (field.type == FieldType::Date)
        return toValue(at.day);
    constexpr int morning = 9;
    return instantOfWall(wall(at.day, at.time.isValid() ? at.time : QTime(morning, 0)));
}

ChangeSet planCreateEntry(const Schema &schema, const QHash<QString, Value> &values, const CalendarPlace &from,
                          const CalendarPlace &until, QUuid *uid)
{
    QHash<QString, Value> all = activityTimes(schema, from, until);
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        all.insert(it.key(), it.value());
    if (!values.contains(u"reminders"_s))
        all.insert(u"reminders"_s, textValue(kindProperties(schema, all.value(Codes::kind).toLongLong()).reminders));
    all.removeIf([](const auto &value) { return !value.value().isValid(); });
    return planCreate(schema, *schema.type(u"activity"_s), all, uid);
}

Result<ChangeSet> planCopyEntry(const Schema &schema, const Item &item, const CalendarEntry &entry, const CalendarPlace &to,
                                QUuid *uid)
{
    if (!isDay(to.day))
        return noCalendarHas();
    const EntityType &type = *schema.type(item.typeId);
    QHash<QString, Value> values = copiedValues(schema, item, type);
    CalendarEntry original = entry;
    if (isActivities(type)) {
        for (const QString &code : {Codes::recurrence, Codes::repeatWhenDone, Codes::series, Codes::occurrence,
                                    Codes::icsUid, Codes::icsSequence, Codes::overlapAccepted})
            values.remove(code);
        values.insert(u"done"_s, false);
        for (const QString &code : {Codes::start, Codes::deadline}) { // of one that will follow in a series its own
            if (entry.times.contains(code))
                values.insert(code, entry.times.value(code));
        }
        original.isGhost = false;
        original.isMovable = true;
    } else {
        for (const Field &field : schema.fields(type.id)) {
            if (field.type == FieldType::Pipeline) // it begins anew there
                values.insert(field.code, item.value(field.code));
        }
    }
    auto moved = planMoveEntry(schema, original, to);
    if (!moved)
        return moved;
    for (const Change &change : std::as_const(moved->changes)) {
        for (const FieldValue &value : change.values)
            values.insert(value.field, value.value);
    }
    return planCreate(schema, type, values, uid);
}

} // namespace Kartoteka
