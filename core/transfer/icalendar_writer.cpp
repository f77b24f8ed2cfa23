// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/icalendar.h"

#include "core/activities/recurrence.h"
#include "core/schema/invitation_codes.h"
#include "core/transfer/ical_component.h"

#include <libical/ical.h>

#include <QMap>
#include <QSet>

#include <memory>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QDateTime inZone(qint64 at, const QByteArray &zone)
{
    const QTimeZone known(zone);
    return QDateTime::fromMSecsSinceEpoch(at, known.isValid() ? known : QTimeZone::systemTimeZone());
}

/// Control characters have no place in a text of the format; line ends are written as such.
QByteArray textBytes(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    text.removeIf([](QChar c) { return c < u' ' && c != u'\n' && c != u'\t'; });
    return text.toUtf8();
}

icaltimetype dateOf(const QDate &day)
{
    icaltimetype time = icaltime_null_date();
    time.year = day.year();
    time.month = day.month();
    time.day = day.day();
    return time;
}

icaltimetype clockOf(const QDateTime &at)
{
    icaltimetype time = dateOf(at.date());
    time.is_date = 0;
    time.hour = at.time().hour();
    time.minute = at.time().minute();
    time.second = at.time().second();
    return time;
}

icaltimetype utcOf(qint64 at)
{
    icaltimetype time = clockOf(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC));
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

/// A moment of an event as it is written: a day, a clock in the zone of a rule, else UTC.
class Moments
{
public:
    explicit Moments(const CalendarEvent &event)
        : m_event(event), m_isLocal(!event.rule.isEmpty() || !event.recurrenceId.isEmpty())
    {
        m_zone = event.zone.isEmpty() ? QTimeZone::systemTimeZoneId() : event.zone;
    }

    icalproperty *at(icalproperty_kind kind, qint64 moment) const
    {
        const bool asClock = m_isLocal && !isUtc() && (!m_event.rule.isEmpty() || isShown(moment));
        return property(kind, asClock ? clockOf(inZone(moment, m_zone)) : utcOf(moment));
    }
    /// Whether the clock of the zone shows the moment, and no earlier one that looks like it.
    bool isShown(qint64 moment) const
    {
        return !m_isLocal || instantOfWall(wallOf(moment, QTimeZone(m_zone)), QTimeZone(m_zone)) == moment;
    }
    icalproperty *day(icalproperty_kind kind, const QDate &day) const { return property(kind, dateOf(day)); }
    /// A moment of the rule.
    icalproperty *occurrence(icalproperty_kind kind, const QString &code) const
    {
        const QDateTime wall = wallOfCode(code);
        return m_event.allDay ? day(kind, wall.date())
            : isUtc()         ? property(kind, utcOf(wall.toMSecsSinceEpoch()))
                              : property(kind, clockOf(wall));
    }

private:
    bool isUtc() const { return QTimeZone(m_zone) == QTimeZone::utc(); }
    icalproperty *property(icalproperty_kind kind, const icaltimetype &time) const
    {
        icalproperty *made = icalproperty_new(kind);
        icalproperty_set_value(made, time.is_date ? icalvalue_new_date(time) : icalvalue_new_datetime(time));
        if (time.is_date)
            icalproperty_set_parameter(made, icalparameter_new_value(ICAL_VALUE_DATE));
        else if (!time.zone && m_isLocal)
            icalproperty_set_parameter(made, icalparameter_new_tzid(m_zone.constData()));
        return made;
    }

    const CalendarEvent &m_event;
    bool m_isLocal;
    QByteArray m_zone;
};

/// A rule as others count it: its end is an instant where its beginning has a time.
QByteArray ruleText(const CalendarEvent &event)
{
    QStringList parts;
    for (const QString &part : event.rule.split(u';')) {
        if (!part.startsWith(u"UNTIL=") || event.allDay) {
            parts << (part.startsWith(u"UNTIL=") ? part.left(14) : part);
            continue;
        }
        const QString value = part.mid(6);
        const QDate day = QDate::fromString(value.left(8), u"yyyyMMdd"_s);
        const QTime time = value.size() > 8 ? QTime::fromString(value.mid(9, 6), u"HHmmss"_s) : QTime(23, 59, 59);
        const QTimeZone zone = event.zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(event.zone);
        parts << u"UNTIL="_s + QDateTime(day, time, zone).toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    }
    return parts.join(u';').toLatin1();
}

void add(icalcomponent *component, icalproperty *property)
{
    icalcomponent_add_property(component, property);
}

/// Texts that are not there are not written.
void addText(icalcomponent *component, const QString &text, icalproperty *(*make)(const char *))
{
    if (const QByteArray bytes = textBytes(text); !bytes.isEmpty())
        add(component, make(bytes.constData()));
}

void addTimes(icalcomponent *component, const CalendarEvent &event)
{
    const Moments moments(event);
    if (event.allDay && event.first.isValid()) {
        add(component, moments.day(ICAL_DTSTART_PROPERTY, event.first));
        // The last day is the one after it in this format.
        add(component, moments.day(event.isTask ? ICAL_DUE_PROPERTY : ICAL_DTEND_PROPERTY, event.last.addDays(1)));
    } else if (event.starts != 0) {
        add(component, moments.at(ICAL_DTSTART_PROPERTY, event.starts));
        const qint64 ends = event.starts + event.minutes * 60'000;
        if (event.minutes > 0 && !event.isTask && moments.isShown(ends))
            add(component, moments.at(ICAL_DTEND_PROPERTY, ends));
        else if (event.minutes > 0 && !event.isTask) // it ends when the clock shows an hour for the second time
            add(component, icalproperty_new_duration(icaldurationtype_from_int(int(event.minutes * 60))));
    }
    if (event.isTask && event.due && !event.allDay)
        add(component, moments.at(ICAL_DUE_PROPERTY, *event.due));
    if (!event.recurrenceId.isEmpty())
        add(component, moments.occurrence(ICAL_RECURRENCEID_PROPERTY, event.recurrenceId));
    if (!event.rule.isEmpty()) {
        const QByteArray rule = ruleText(event);
        add(component, icalproperty_new_rrule(icalrecurrencetype_from_string(rule.constData())));
        for (const QString &exception : event.exceptions)
            add(component, moments.occurrence(ICAL_EXDATE_PROPERTY, exception));
    }
}

void addState(icalcomponent *component, const CalendarEvent &event)
{
    const icalproperty_status status = event.isCancelled ? ICAL_STATUS_CANCELLED
        : event.isTask                                   ? (event.isDone ? ICAL_STATUS_COMPLETED : ICAL_STATUS_NEEDSACTION)
        : event.transparency == u"tentative"             ? ICAL_STATUS_TENTATIVE
                                                         : ICAL_STATUS_CONFIRMED;
    add(component, icalproperty_new_status(status));
    if (!event.isTask && !event.transparency.isEmpty())
        add(component,
            icalproperty_new_transp(event.transparency == u"free" ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
}

void addReminders(icalcomponent *component, const CalendarEvent &event)
{
    for (const int minutes : event.reminders) {
        icalcomponent *alarm = icalcomponent_new_valarm();
        add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
        addText(alarm, event.title.isEmpty() ? u"-"_s : event.title, icalproperty_new_description);
        icaltriggertype trigger{};
        trigger.time = icaltime_null_time();
        trigger.duration = icaldurationtype_from_int(-minutes * 60);
        icalproperty *when = icalproperty_new_trigger(trigger);
        if (event.isTask)
            icalproperty_set_parameter(when, icalparameter_new_related(ICAL_RELATED_END));
        add(alarm, when);
        icalcomponent_add_component(component, alarm);
    }
}

void addAttendee(icalcomponent *component, const QString &email, const QString &answer)
{
    const QByteArray address = textBytes(u"mailto:"_s + email);
    icalproperty *attendee = icalproperty_new_attendee(address.constData());
    icalproperty_add_parameter(attendee,
                               icalparameter_new_partstat(answer == Codes::guestAccepted       ? ICAL_PARTSTAT_ACCEPTED
                                                              : answer == Codes::guestDeclined ? ICAL_PARTSTAT_DECLINED
                                                              : answer == Codes::guestTentative
                                                              ? ICAL_PARTSTAT_TENTATIVE
                                                              : ICAL_PARTSTAT_NEEDSACTION));
    if (answer.isEmpty())
        icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
    add(component, attendee);
}

icalcomponent *componentOf(const CalendarEvent &event, qint64 now)
{
    icalcomponent *component = event.isTask ? icalcomponent_new_vtodo() : icalcomponent_new_vevent();
    addText(component, event.uid, icalproperty_new_uid);
    // When it was changed last, so that a file of the same events is the same file.
    add(component, icalproperty_new_dtstamp(utcOf(event.modified != 0 ? event.modified : now)));
    if (event.modified != 0)
        add(component, icalproperty_new_lastmodified(utcOf(event.modified)));
    add(component, icalproperty_new_sequence(event.sequence));
    addText(component, event.title, icalproperty_new_summary);
    addText(component, event.description, icalproperty_new_description);
    addText(component, event.location, icalproperty_new_location);
    addText(component, event.url, icalproperty_new_url);
    addTimes(component, event);
    addState(component, event);
    if (!event.organizer.isEmpty())
        addText(component, u"mailto:"_s + event.organizer, icalproperty_new_organizer);
    for (const QString &email : event.attendees)
        addAttendee(component, email, event.answers.value(email));
    addReminders(component, event);
    return component;
}

QByteArray offsetText(int seconds)
{
    const int minutes = qAbs(seconds) / 60;
    return QByteArray(seconds < 0 ? "-" : "+") + QByteArray::number(minutes / 60).rightJustified(2, '0')
        + QByteArray::number(minutes % 60).rightJustified(2, '0');
}

/// A time zone as its changes of the clock, by the data of this computer: no program needs to know its name.
QByteArray zoneText(const QByteArray &name, const QDate &from)
{
    constexpr int years = 30;
    const QTimeZone zone(name);
    const QDateTime begin(QDate(qMax(1970, from.year() - 1), 1, 1), QTime(0, 0), Qt::UTC);
    struct Rule
    {
        int before;
        int after;
        bool isDaylight;
        QString name;
        QStringList times;
    };
    QList<Rule> rules;
    // What holds at the beginning, and every change after it; changes that are alike stand together.
    const auto note = [&rules](int before, const QTimeZone::OffsetData &data, const QDateTime &wall) {
        const bool isDaylight = data.daylightTimeOffset != 0;
        const auto same = std::ranges::find_if(rules, [&](const Rule &rule) {
            return rule.before == before && rule.after == data.offsetFromUtc && rule.isDaylight == isDaylight;
        });
        const QString time = wall.toString(u"yyyyMMdd'T'HHmmss"_s);
        if (same != rules.end())
            same->times << time;
        else
            rules.append({before, data.offsetFromUtc, isDaylight, data.abbreviation, {time}});
    };
    const QTimeZone::OffsetData first = zone.offsetData(begin);
    int before = first.offsetFromUtc;
    note(before, first, QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC));
    for (const QTimeZone::OffsetData &change : zone.transitions(begin, begin.addYears(years))) {
        note(before, change, change.atUtc.addSecs(before));
        before = change.offsetFromUtc;
    }
    QByteArray text = "BEGIN:VTIMEZONE\r\nTZID:" + name + "\r\nX-LIC-LOCATION:" + name + "\r\n";
    for (const Rule &rule : std::as_const(rules)) {
        const QByteArray kind = rule.isDaylight ? "DAYLIGHT" : "STANDARD";
        text += "BEGIN:" + kind + "\r\nTZOFFSETFROM:" + offsetText(rule.before) + "\r\nTZOFFSETTO:" + offsetText(rule.after)
            + "\r\nTZNAME:" + rule.name.toUtf8() + "\r\nDTSTART:" + rule.times.constFirst().toLatin1() + "\r\n";
        for (const QString &time : rule.times.mid(1))
            text += "RDATE:" + time.toLatin1() + "\r\n";
        text += "END:" + kind + "\r\n";
    }
    return text + "END:VTIMEZONE\r\n";
}

const char *methodName(CalendarMethod method)
{
    switch (method) {
    case CalendarMethod::Request: return "REQUEST";
    case CalendarMethod::Reply: return "REPLY";
    case CalendarMethod::Cancel: return "CANCEL";
    case CalendarMethod::Counter: return "COUNTER";
    case CalendarMethod::Refresh: return "REFRESH";
    case CalendarMethod::Publish: break;
    }
    return "PUBLISH";
}

} // namespace

QByteArray calendarText(const QList<CalendarEvent> &events, qint64 now, CalendarMethod method)
{
    icalerror_set_errors_are_fatal(false);
    QByteArray text =
        "BEGIN:VCALENDAR\r\nPRODID:-//Kartoteka//Kartoteka//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nMETHOD:";
    text += QByteArray(methodName(method)) + "\r\n";
    QMap<QByteArray, QDate> zones; // with the day of the earliest event
    for (const CalendarEvent &event : events) {
        if (event.allDay || (event.rule.isEmpty() && event.recurrenceId.isEmpty()))
            continue;
        const QByteArray zone = event.zone.isEmpty() ? QTimeZone::systemTimeZoneId() : event.zone;
        if (QTimeZone(zone) == QTimeZone::utc())
            continue; // moments say it themselves
        const QDate day = inZone(event.starts != 0 ? event.starts : event.due.value_or(now), zone).date();
        const auto known = zones.find(zone);
        if (known == zones.end())
            zones.insert(zone, day);
        else
            *known = qMin(*known, day);
    }
    for (auto it = zones.cbegin(); it != zones.cend(); ++it)
        text += zoneText(it.key(), it.value());
    for (const CalendarEvent &event : events) {
        const Component component(componentOf(event, now));
        char *written = icalcomponent_as_ical_string_r(component.get());
        text += written;
        icalmemory_free_buffer(written);
    }
    return text + "END:VCALENDAR\r\n";
}

} // namespace Kartoteka
