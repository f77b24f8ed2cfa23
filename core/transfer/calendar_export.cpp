// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/calendar_export.h"

#include "core/activities/recurrence.h"
#include "core/activities/series_queries.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"
#include "core/store/file/output_file.h"
#include "core/transfer/event_people.h"
#include "core/transfer/event_queries.h"
#include "core/transfer/event_standing.h"
#include "core/transfer/event_turn.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype portion = 500;

/// Makes events of activities.
class EventWriting
{
public:
    EventWriting(const Schema &schema, const QHash<QString, QString> &exceptions, const QHash<qint64, QString> &rooms)
        : m_schema(schema), m_exceptions(exceptions), m_rooms(rooms)
    {}

    /// One, or two of a series whose open one stands elsewhere than its rule says.
    QList<CalendarEvent> of(const Item &activity) const
    {
        const Value start = activity.value(Codes::start);
        const Value deadline = activity.value(Codes::deadline);
        if (!start.isValid() && !deadline.isValid())
            return {};
        CalendarEvent event = common(activity);
        setTimes(event, activity);
        if (activity.text(Codes::recurrence).isEmpty() || event.isDone || !deadline.isValid())
            return {event};
        return series(event, activity);
    }

private:
    CalendarEvent common(const Item &activity) const
    {
        CalendarEvent event;
        setIdentity(event, activity);
        event.sequence = int(activity.value(Codes::icsSequence).toLongLong());
        event.title = activity.text(Codes::title);
        event.description = activity.text(u"description"_s);
        event.location = writtenPlace(activity, m_rooms);
        const Members links = activity.members(Codes::link);
        event.url = links.isEmpty() ? QString() : links.constFirst().text;
        event.isDone = activity.value(u"done"_s).toBool();
        if (const ListValue *value = m_schema.listValue(activity.reference(Codes::transparency)))
            event.transparency = value->code;
        for (const QString &minutes : activity.text(u"reminders"_s).split(u',', Qt::SkipEmptyParts)) {
            bool isNumber = false;
            if (const int before = minutes.trimmed().toInt(&isNumber); isNumber)
                event.reminders << before;
        }
        addPeople(event, activity);
        event.modified = activity.value(Codes::modifiedAt).toLongLong();
        return event;
    }

    /// Those who take part besides the responsible person, and the guests. A meeting that nobody is invited to has no organizer in this
    /// format.
    void addPeople(CalendarEvent &event, const Item &activity) const
    {
        const User *responsible = m_schema.user(activity.reference(Codes::responsible));
        for (const Member &member : activity.members(Codes::participants)) {
            const User *user = m_schema.user(member.ref.id);
            if (user && user != responsible && !user->email.isEmpty())
                event.attendees << user->email.toLower();
        }
        setGuests(event, activity.members(Codes::guests));
        const QString own = responsible ? responsible->email.toLower() : QString();
        if (!event.organizer.isEmpty() && !own.isEmpty() && !event.attendees.contains(own))
            event.attendees << own; // who was invited by somebody else
        else if (event.organizer.isEmpty() && !event.attendees.isEmpty())
            event.organizer = own;
    }

    /// The identity that it came with, else one of its own. Of what came under one UID only one bears it alone, of a series the open
    /// one; one time of a series also says which.
    static void setIdentity(CalendarEvent &event, const Item &activity)
    {
        const QString uid = activity.text(Codes::icsUid);
        const QString series = activity.text(Codes::series);
        const QString occurrence = activity.text(Codes::occurrence);
        const bool isFirst = activity.uid == identityOfUid(uid, {});
        const bool isOpen = !activity.text(Codes::recurrence).isEmpty() && !activity.value(u"done"_s).toBool();
        event.uid = uidText(activity.uid) + u"@kartoteka"_s;
        if (uid.isEmpty())
            return;
        if (series.isEmpty() ? isFirst : isOpen && (isFirst || series == seriesOfUid(uid)))
            event.uid = uid;
        if (series.isEmpty() && !occurrence.isEmpty() && activity.uid == identityOfUid(uid, occurrence)) {
            event.uid = uid;
            event.recurrenceId = occurrence;
        }
    }

    void setTimes(CalendarEvent &event, const Item &activity) const
    {
        const auto span = activitySpan(activity.values);
        const Value start = activity.value(Codes::start);
        const Value deadline = activity.value(Codes::deadline);
        event.minutes = activityMinutes(activity.values);
        const QString zone = activity.text(Codes::timeZone);
        event.zone = zone.isEmpty() ? m_zoneHere : seriesZone(zone).id();
        event.allDay = span->allDay();
        // What has a beginning is an event, also where it takes no time; a task is to be done from then on.
        const bool isToBeDone = event.minutes == 0 && !event.allDay && deadline.isValid()
            && deadline.toLongLong() > start.toLongLong();
        event.isTask = !start.isValid() || isToBeDone;
        event.first = span->first;
        event.last = span->last;
        event.starts = event.allDay ? 0 : start.toLongLong();
        if (event.isTask && deadline.isValid())
            event.due = deadline.toLongLong();
    }

    QList<CalendarEvent> series(CalendarEvent event, const Item &activity) const
    {
        const QTimeZone zone = seriesZone(activity.text(Codes::timeZone));
        const QDateTime due = wallOf(activity.value(Codes::deadline).toLongLong(), zone);
        const QDateTime own = wallOfCode(activity.text(Codes::occurrence));
        if (!own.isValid())
            return {event};
        // The rule is counted from the deadline here, and from the beginning there.
        const qint64 apart = secondsToStart(activity);
        const auto moved = [apart](const QString &code) { return occurrenceCode(wallOfCode(code).addSecs(apart)); };
        event.rule = activity.text(Codes::recurrence);
        const QString name = activity.text(Codes::series) + u'/';
        for (auto it = m_exceptions.cbegin(); it != m_exceptions.cend(); ++it) {
            const QString code = it.key().mid(name.size());
            if (it.key().startsWith(name) && *it != u"ended" && code > activity.text(Codes::occurrence))
                event.exceptions << moved(code);
        }
        std::ranges::sort(event.exceptions);
        if (due == own)
            return {event};
        CalendarEvent here = event;
        here.rule.clear();
        here.exceptions.clear();
        here.recurrenceId = moved(activity.text(Codes::occurrence));
        Item asRuled = activity;
        asRuled.values.insert(Codes::deadline, instantOfWall(own, zone));
        if (activity.value(Codes::start).isValid())
            asRuled.values.insert(Codes::start, instantOfWall(own.addSecs(apart), zone));
        setTimes(event, asRuled);
        return {event, here};
    }

    const Schema &m_schema;
    const QHash<QString, QString> &m_exceptions;
    const QHash<qint64, QString> &m_rooms;
    const QByteArray m_zoneHere = seriesZone({}).id(); ///< asked of the system, which takes longer than an event
};

/// A time that stands by itself in the same file is not left out of its series.
void keepOwnTimes(QList<CalendarEvent> &events)
{
    QSet<QString> own;
    for (const CalendarEvent &event : std::as_const(events)) {
        if (!event.recurrenceId.isEmpty())
            own.insert(event.uid + u'/' + event.recurrenceId);
    }
    for (CalendarEvent &event : events)
        event.exceptions.removeIf([&](const QString &code) { return own.contains(event.uid + u'/' + code); });
}

/// Whether this program wrote it: it says so in its first lines.
bool isOwnCalendar(const QString &path)
{
    constexpr qint64 firstLines = 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(firstLines).contains("PRODID:-//Kartoteka//");
}

Result<void> write(const QByteArray &text, const QString &path)
{
    auto file = OutputFile::open(path, {OutputKind::SameName, u"ics"_s});
    if (!file)
        return file.error();
    (*file)->device().write(text);
    return (*file)->commit();
}

} // namespace

Result<QList<CalendarEvent>> calendarEvents(const ReadContext &context, const QList<qint64> &activities)
{
    QList<CalendarEvent> events;
    for (qsizetype at = 0; at < activities.size(); at += portion) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto items = readItems(context, context.schema->type(u"activity"_s)->id, activities.mid(at, portion));
        if (!items)
            return items.error();
        QStringList series;
        for (Item &item : *items) {
            // Of several open ones of a series the last one bears the rule.
            auto later = item.text(Codes::recurrence).isEmpty()
                ? Result<QList<OpenOccurrence>>(QList<OpenOccurrence>())
                : openOfSeries(context, item.text(Codes::series), item.text(Codes::occurrence));
            if (!later)
                return later.error();
            if (!later->isEmpty())
                item.values.remove(Codes::recurrence);
            if (const QString name = item.text(Codes::series); !name.isEmpty() && !item.text(Codes::recurrence).isEmpty())
                series << name;
        }
        auto exceptions = seriesExceptions(context, series);
        if (!exceptions)
            return exceptions.error();
        auto rooms = bookedRooms(context, *items);
        if (!rooms)
            return rooms.error();
        const EventWriting writing(*context.schema, *exceptions, *rooms);
        for (const Item &item : std::as_const(*items))
            events += writing.of(item);
    }
    keepOwnTimes(events);
    return events;
}

Result<qint64> exportCalendar(const ReadContext &context, const QList<qint64> &activities, const QString &path)
{
    auto events = calendarEvents(context, activities);
    if (!events)
        return events.error();
    auto done = write(calendarText(*events, context.clock->now()), path);
    return done ? Result<qint64>(events->size()) : Result<qint64>(done.error());
}

Result<void> exportOffer(const QList<TimeSpan> &spans, const QString &title, qint64 now, const QString &path)
{
    QList<CalendarEvent> events;
    for (const TimeSpan &span : spans) {
        CalendarEvent event;
        event.uid = uidText(makeUid(now)) + u"@kartoteka"_s;
        event.title = title;
        event.starts = span.starts;
        event.minutes = (span.ends - span.starts) / minuteMs;
        event.transparency = u"tentative"_s;
        events.append(event);
    }
    return write(calendarText(events, now), path);
}

QString publishedContentCode(PublishedContent content)
{
    return content == PublishedContent::Own     ? u"own"_s
        : content == PublishedContent::Meetings ? u"meetings"_s
                                                : u"everybody"_s;
}

std::optional<PublishedContent> publishedContentOf(const QString &code)
{
    for (const auto content : {PublishedContent::Own, PublishedContent::Meetings, PublishedContent::Everybody}) {
        if (code == publishedContentCode(content))
            return content;
    }
    return std::nullopt;
}

Result<QByteArray> publishedText(const ReadContext &context, const PublishedCalendar &calendar)
{
    ItemQuery query;
    query.typeId = context.schema->type(u"activity"_s)->id;
    query.user = calendar.person;
    QString asked = u"(done = no or deadline = last 90 days or start = last 90 days)"_s;
    if (calendar.content != PublishedContent::Everybody)
        asked += u" and (responsible = me or participants = me)"_s;
    if (calendar.content == PublishedContent::Meetings)
        asked += u" and start is not empty and (all_day = yes or duration > 0)"_s;
    auto conditions = parseConditions(asked);
    if (!conditions)
        return conditions.error();
    query.conditions = *conditions;
    query.sort = {{u"id"_s, false}};
    auto ids = queryIds(context, query);
    auto events = ids ? calendarEvents(context, *ids) : Result<QList<CalendarEvent>>(ids.error());
    return events ? Result<QByteArray>(calendarText(*events, context.clock->now())) : Result<QByteArray>(events.error());
}

Result<bool> writePublished(const QByteArray &text, const QString &path)
{
    auto place = outputPlace(path, {OutputKind::SameName, u"ics"_s});
    if (!place)
        return place.error();
    QFile standing(*place);
    if (standing.size() == text.size() && standing.open(QIODevice::ReadOnly) && standing.readAll() == text)
        return false;
    standing.close();
    if (standing.size() > 0 && !isOwnCalendar(*place))
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” is a calendar of another program: choose another name.").arg(path),
                     {},
                     path};
    auto done = write(text, path);
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<qint64> exportCalendar(const ReadContext &context, const ItemQuery &query, const QString &path)
{
    auto ids = queryIds(context, query);
    return ids ? exportCalendar(context, *ids, path) : Result<qint64>(ids.error());
}

} // namespace Kartoteka
