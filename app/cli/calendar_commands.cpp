// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calendar_commands.h"

#include "app/cli/activity_add.h"
#include "core/activities/deadline_words.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/calendar/calendar_query.h"
#include "core/calendar/day_words.h"
#include "core/calendar/free_slots.h"
#include "core/calendar/held_times.h"
#include "core/calendar/resource_acts.h"
#include "core/calendar/slot_reply.h"
#include "core/calendar/slot_texts.h"
#include "core/items/date_parse.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"
#include "core/transfer/calendar_export.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

/// The day that an option names, as a date or as people say it; @p usual without the option.
Result<QDate> dayOf(const Session &session, const QString &option, const QDate &usual)
{
    const QString text = session.arguments.value(option);
    if (text.isEmpty() && !session.arguments.has(option))
        return usual;
    if (const auto day = parseDate(text))
        return *day;
    const auto said = parseDeadline(text, session.store.clock().localNow(), WorkCalendar(session.schema()));
    return said
        ? Result<QDate>(said->date())
        : Result<QDate>(Error::usage(Texts::tr("“%1” is not a day: say 2026-03-01, tomorrow or +2w.").arg(text), text));
}

/// From --from, or today, to --to, or over a week.
Result<QPair<QDate, QDate>> days(const Session &session)
{
    const auto first = dayOf(session, u"--from"_s, session.store.clock().localNow().date());
    if (!first)
        return first.error();
    const auto last = dayOf(session, u"--to"_s, first->addDays(6));
    if (!last)
        return last.error();
    if (*last < *first)
        return Error::usage(Texts::tr("The last day is before the first one: say --from 2026-03-01 --to 2026-03-31."));
    return QPair(*first, *last);
}

Result<QList<qint64>> people(const Session &session)
{
    QList<qint64> ids;
    for (const QString &name : session.arguments.values(u"--user"_s)) {
        const qint64 id = findUser(session.schema(), name);
        if (id == 0)
            return Error::usage(Texts::tr("There is no user “%1”.").arg(name), name);
        ids << id;
    }
    return ids;
}

/// By number or exact name.
Result<qint64> resourceNamed(const Session &session, const QString &name)
{
    const qint64 id = session.parseContext().findItem(Codes::resourceType, name);
    return id == 0 ? Result<qint64>(Error::usage(Texts::tr("There is no resource “%1”.").arg(name), name))
                   : Result<qint64>(id);
}

Result<QList<qint64>> resources(const Session &session)
{
    QList<qint64> ids;
    for (const QString &name : session.arguments.values(u"--resource"_s)) {
        auto id = resourceNamed(session, name);
        if (!id)
            return id.error();
        ids << *id;
    }
    return ids;
}

/// What is asked for: items of a type by a date of theirs, or activities, of people or resources where they are named.
Result<CalendarQuery> calendarQuery(const Session &session)
{
    auto period = days(session);
    auto users = people(session);
    auto booked = resources(session);
    if (!period || !users || !booked)
        return !period ? period.error() : !users ? users.error() : booked.error();
    const QString code = session.arguments.value(u"--type"_s, u"activity"_s);
    const EntityType *type = session.schema().type(code);
    if (!type)
        return Error::usage(Texts::tr("There is no type “%1”.").arg(code), code);
    auto filter = session.query(*type);
    if (!filter)
        return filter.error();
    CalendarQuery query;
    query.items = *filter;
    query.from = period->first;
    query.to = period->second;
    query.people = *users;
    query.resources = *booked;
    query.onlyClashes = session.arguments.has(u"--clashes"_s);
    if (isActivities(*type)) {
        query.mode = booked->isEmpty() ? CalendarMode::People : CalendarMode::Resources;
        return query;
    }
    if (!users->isEmpty() || !booked->isEmpty())
        return Error::usage(Texts::tr("Users and resources have activities: leave out --type."));
    if (session.arguments.has(u"--activities"_s))
        return query;
    if (query.onlyClashes)
        return Error::usage(Texts::tr("Activities clash: leave out --type, or add --activities."));
    const QList<Field> fields = calendarFields(session.schema(), type->id);
    const QString named = session.arguments.value(u"--field"_s);
    const Field *field = named.isEmpty() ? (fields.isEmpty() ? nullptr : &fields.constFirst())
                                         : findField(session.schema(), type->id, named);
    if (!field)
        return Error::usage(Texts::tr("There is no field “%1”.").arg(named), named);
    query.mode = CalendarMode::Moment;
    query.field = field->code;
    if (const QString until = session.arguments.value(u"--until"_s); !until.isEmpty()) {
        const Field *end = findField(session.schema(), type->id, until);
        if (!end)
            return Error::usage(Texts::tr("There is no field “%1”.").arg(until), until);
        query.mode = CalendarMode::Span;
        query.endField = end->code;
    }
    return query;
}

QJsonObject entryJson(const Session &session, const CalendarEntry &entry, const QString &number,
                      const QHash<qint64, QString> &resourceTitles)
{
    const EntityType *type = session.schema().type(entry.ref.type);
    const auto moment = [&](const QDateTime &at, const QDate &day) {
        return at.isValid() ? session.instant(at.toMSecsSinceEpoch()) : day.toString(Qt::ISODate);
    };
    QJsonObject object{
        {u"type"_s, type->code},
        {u"id"_s, number},
        {u"uid"_s, uidText(entry.uid)},
        {u"title"_s, entry.title},
        {u"start"_s, moment(entry.starts, entry.first)},
        {u"end"_s, moment(entry.ends, entry.last)},
        {u"all_day"_s, !entry.starts.isValid()},
    };
    if (isActivities(*type)) {
        QJsonArray users;
        for (const qint64 id : entry.people)
            users.append(session.userName(id));
        QJsonArray booked;
        for (const qint64 id : entry.resources)
            booked.append(resourceTitles.value(id));
        object[u"done"_s] = entry.isDone;
        object[u"ghost"_s] = entry.isGhost;
        object[u"tentative"_s] = entry.isTentative;
        object[u"clash"_s] = entry.clashes;
        object[u"people"_s] = users;
        object[u"resources"_s] = booked;
    }
    return object;
}

QHash<qint64, QString> titlesOfResources(const Session &session, const QList<CalendarEntry> &entries)
{
    QSet<qint64> ids;
    for (const CalendarEntry &entry : entries)
        ids.unite({entry.resources.cbegin(), entry.resources.cend()});
    QHash<qint64, QString> titles;
    const EntityType *type = session.schema().type(Codes::resourceType);
    for (const qint64 id : std::as_const(ids))
        titles.insert(id, type ? itemTitle(session.reader(), {type->id, id, {}}) : QString());
    return titles;
}

int runCalendar(const Session &session)
{
    auto query = calendarQuery(session);
    if (!query)
        return session.output.fail(query.error());
    auto found = readCalendar(session.reader(), *query);
    if (!found)
        return session.output.fail(found.error());
    const QHash<qint64, QString> resourceTitles = titlesOfResources(session, found->entries);
    QJsonArray array;
    QList<QStringList> rows;
    for (const CalendarEntry &entry : std::as_const(found->entries)) {
        const QString number = session.number(entry.ref);
        array.append(entryJson(session, entry, number, resourceTitles));
        const QString day = QLocale().toString(entry.first, QLocale::ShortFormat);
        const QString days = entry.first == entry.last ? day
                                                       : day + u'–' + QLocale().toString(entry.last, QLocale::ShortFormat);
        const QString time = !entry.starts.isValid() ? QString()
            : entry.starts == entry.ends
            ? clockText(entry.starts.time())
            : spanText({entry.starts.toMSecsSinceEpoch(), entry.ends.toMSecsSinceEpoch()}, false);
        rows.append({number, days, time, entry.title + (entry.isGhost ? Texts::tr(" (to come)") : QString()), entry.detail,
                     session.userName(entry.person)});
    }
    if (!rows.isEmpty()) {
        session.output.table({Texts::tr("No."), Texts::tr("Day"), Texts::tr("Time"), Texts::tr("Title"), Texts::tr("Of"),
                              Texts::tr("Responsible")},
                             rows);
    }
    session.output.document(array);
    return 0;
}

int holdAll(const Session &session, const QList<TimeSpan> &spans, const QList<qint64> &users, const QList<qint64> &booked)
{
    if (session.arguments.value(u"--hold"_s).trimmed().isEmpty())
        return session.output.fail(Error::usage(Texts::tr("Say what the times are held for: --hold TITLE.")));
    const QString named = session.arguments.value(u"--until"_s);
    if (named.isEmpty())
        return session.output.fail(Error::usage(Texts::tr("Say until when the times are held: --until 2026-03-05.")));
    const auto day = parseDate(named);
    const auto until = day ? Result<qint64>(day->endOfDay().toMSecsSinceEpoch()) // the day that is said is one of them
                           : instantOf(session, named);
    if (!until)
        return session.output.fail(until.error());
    auto changes = planHold(
        session.schema(), spans,
        {.title = session.arguments.value(u"--hold"_s), .people = users, .resources = booked, .until = *until},
        session.store.clock().now());
    if (!changes)
        return session.output.fail(changes.error());
    auto receipt = session.store.commitAndWait(std::move(*changes));
    if (!receipt)
        return session.output.fail(receipt.error());
    QJsonArray ids;
    for (const qint64 id : std::as_const(receipt->created))
        ids.append(QString::number(id));
    session.output.line(Texts::tr("Held: %1").arg(receipt->created.size()));
    session.output.document(QJsonObject{{u"held"_s, ids}});
    return 0;
}

/// Of free times the one that --reply picks; all without it.
Result<QList<FreeSpan>> answeredBy(const Session &session, const QList<FreeSpan> &free, int minutes, qint64 now)
{
    const QString text = session.arguments.value(u"--reply"_s);
    if (text.isEmpty())
        return free;
    QList<TimeSpan> offered;
    for (const FreeSpan &one : free)
        offered << one.span;
    const auto reply = readSlotReply(text, offered, minutes, QDateTime::fromMSecsSinceEpoch(now),
                                     WorkCalendar(session.schema()));
    if (!reply)
        return Error{ErrorCode::Refused, Texts::tr("No time found in “%1”.").arg(text), {}, text};
    if (!reply->isOffered)
        return Error{ErrorCode::Refused, Texts::tr("%1 is not among the free times.").arg(spanText(reply->span)), {}, text};
    const auto within = std::ranges::find_if(free, [&](const FreeSpan &one) {
        return one.span.starts <= reply->span.starts && reply->span.ends <= one.span.ends;
    });
    return QList<FreeSpan>{{reply->span, within->freeFor}};
}

int runSlots(const Session &session)
{
    auto period = days(session);
    auto users = people(session);
    auto booked = resources(session);
    auto minutes = session.wholeNumber(u"--duration"_s, 60);
    auto step = session.wholeNumber(u"--step"_s, 0);
    if (!period || !users || !booked)
        return session.output.fail(!period ? period.error() : !users ? users.error() : booked.error());
    if (!minutes || !step)
        return session.output.fail(!minutes ? minutes.error() : step.error());
    SlotQuery query;
    for (const qint64 id : std::as_const(*users))
        query.who.append({true, id});
    for (const qint64 id : std::as_const(*booked))
        query.who.append({false, id});
    if (query.who.isEmpty())
        query.who.append({true, session.store.user()});
    query.from = period->first;
    query.to = period->second;
    query.minutes = *minutes;
    query.anyHour = session.arguments.has(u"--any-hour"_s);
    query.ofAny = session.arguments.has(u"--any"_s);
    query.now = session.store.clock().now();
    auto free = readFreeSpans(session.reader(), query);
    if (!free)
        return session.output.fail(free.error());
    QList<FreeSpan> offered = slotsOf(*free, *minutes, *step);
    if (session.arguments.has(u"--reply"_s)) { // what is held for them was offered, too
        const auto held = readHeldTimes(session.reader(), query.who, query.now);
        if (!held)
            return session.output.fail(held.error());
        for (const HeldTime &one : *held)
            offered.append({one.span, query.who});
    }
    auto answered = answeredBy(session, offered, *minutes, query.now);
    if (!answered)
        return session.output.fail(answered.error());
    const QList<FreeSpan> found = *answered;
    QList<TimeSpan> spans;
    QJsonArray array;
    const EntityType *type = session.schema().type(Codes::resourceType);
    for (const FreeSpan &one : found) {
        spans << one.span;
        QJsonArray names;
        for (const Who &who : one.freeFor)
            names.append(who.isPerson ? session.userName(who.id) : itemTitle(session.reader(), {type->id, who.id, {}}));
        array.append(QJsonObject{{u"start"_s, session.instant(one.span.starts)},
                                 {u"end"_s, session.instant(one.span.ends)},
                                 {u"free_for"_s, names}});
    }
    if (session.arguments.has(u"--hold"_s))
        return holdAll(session, spans, users->isEmpty() ? QList<qint64>{session.store.user()} : *users, *booked);
    if (const QString path = session.arguments.value(u"--ics"_s); !path.isEmpty()) {
        if (auto done = exportOffer(spans, Texts::tr("Meeting"), query.now, path); !done)
            return session.output.fail(done.error());
    }
    session.output.line(session.arguments.has(u"--html"_s) ? slotsHtml(spans)
                            : spans.isEmpty()              ? Texts::tr("No free time.")
                                                           : slotsText(spans));
    session.output.document(array);
    return 0;
}

int runClashes(const Session &session)
{
    const qint64 now = session.store.clock().now();
    auto ids = clashesAfter(session.reader(), now, now);
    auto clashes = ids ? clashesOf(session.reader(), *ids, now) : Result<QHash<qint64, Clash>>(ids.error());
    auto activities = ids ? readActivities(session.reader(), *ids) : Result<QList<Activity>>(ids.error());
    if (!clashes || !activities)
        return session.output.fail(!clashes ? clashes.error() : activities.error());
    const qint64 activityType = session.schema().type(u"activity"_s)->id;
    QJsonArray array;
    QList<QStringList> rows;
    for (const Activity &activity : std::as_const(*activities)) {
        const Clash clash = clashes->value(activity.id);
        QStringList with;
        for (const qint64 other : clash.others)
            with << session.number({activityType, other, {}});
        QJsonObject object{
            {u"id"_s, activity.number}, {u"title"_s, activity.title}, {u"with"_s, QJsonArray::fromStringList(with)}};
        if (clash.taken > 0) {
            object[u"taken"_s] = clash.taken;
            object[u"places"_s] = clash.places;
        }
        array.append(object);
        rows.append({activity.number, activity.title, with.join(u", "_s),
                     clash.taken > 0 ? Texts::tr("%1 of %2", "places that are taken").arg(clash.taken).arg(clash.places)
                                     : QString()});
    }
    if (rows.isEmpty())
        session.output.line(Texts::tr("Nothing clashes."));
    else
        session.output.table({Texts::tr("No."), Texts::tr("Activity"), Texts::tr("Clashes with"), Texts::tr("Places")},
                             rows);
    session.output.document(array);
    return 0;
}

int runResourceHours(const Session &session)
{
    const QStringList &words = session.arguments.words;
    auto id = resourceNamed(session, words[1]);
    if (!id)
        return session.output.fail(id.error());
    const int weekday = words[2].toInt();
    if (weekday < 1 || weekday > 7)
        return session.output.fail(Error::usage(Texts::tr("A weekday is a number from 1 (Monday) to 7."), words[2]));
    std::optional<WorkHours> hours;
    if (words[3] != u"office") {
        hours = parseWorkHours(words[3]);
        if (!hours)
            return session.output.fail(
                Error::usage(Texts::tr("Hours are written as 9:00-13:00,14:00-18:00, “off” or “office”."), words[3]));
    }
    auto resource = readItem(session.reader(), {session.schema().type(Codes::resourceType)->id, *id, {}});
    if (!resource)
        return session.output.fail(resource.error());
    auto receipt = session.store.commitAndWait(planResourceHours(*resource, weekday, hours));
    if (!receipt)
        return session.output.fail(receipt.error());
    session.output.document(QJsonObject{{u"resource"_s, session.number(resource->ref())},
                                        {u"weekday"_s, weekday},
                                        {u"hours"_s, hours ? workHoursCode(*hours) : QString()}});
    return 0;
}

} // namespace

QList<Verb> calendarVerbs()
{
    const Option from{u"--from"_s, u"DAY"_s};
    const Option to{u"--to"_s, u"DAY"_s};
    const Option user{u"--user"_s, u"USER"_s, false, true};
    const Option resource{u"--resource"_s, u"R"_s, false, true};
    return {
        {u"calendar publish"_s,
         u"FILE.ics"_s,
         1,
         1,
         {user, {u"--holds"_s, u"own|meetings|everybody"_s}},
         QT_TRANSLATE_NOOP("Kartoteka",
                           "keep a person's calendar in a file that others subscribe to; written when it differs"),
         runCalendarPublish},
        {u"calendar"_s,
         {},
         0,
         0,
         {from,
          to,
          {u"--type"_s, u"TYPE"_s},
          {u"--field"_s, u"FIELD"_s},
          {u"--until"_s, u"FIELD"_s},
          {u"--activities"_s},
          {u"--clashes"_s},
          user,
          resource,
          {u"--where"_s, u"EXPR"_s, false, true},
          {u"--search"_s, u"TEXT"_s}},
         QT_TRANSLATE_NOOP("Kartoteka",
                           "what is planned between two days, a week from today unless told: activities, or "
                           "items of a type by a date"),
         runCalendar},
        {u"slots"_s,
         {},
         0,
         0,
         {from,
          to,
          user,
          resource,
          {u"--duration"_s, u"MIN"_s},
          {u"--step"_s, u"MIN"_s},
          {u"--any"_s},
          {u"--any-hour"_s},
          {u"--reply"_s, u"TEXT"_s},
          {u"--html"_s},
          {u"--ics"_s, u"FILE"_s},
          {u"--hold"_s, u"TITLE"_s},
          {u"--until"_s, u"D"_s}},
         QT_TRANSLATE_NOOP("Kartoteka",
                           "when people and resources are free, as text, HTML or .ics; --reply picks one, --hold keeps it"),
         runSlots},
        {u"clashes"_s,
         {},
         0,
         0,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "activities that have one resource at the same time, or more places than it has"),
         runClashes},
        {u"resource hours"_s,
         u"R WEEKDAY HOURS|off|office"_s,
         3,
         3,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "when a resource can be booked on a weekday, 1 to 7"),
         runResourceHours}};
}

} // namespace Kartoteka::Cli
