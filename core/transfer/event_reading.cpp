// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_reading.h"

#include "core/activities/recurrence.h"
#include "core/base/texts.h"
#include "core/schema/activity_limits.h"
#include "core/schema/invitation_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/transfer/calendar_lines.h"
#include "core/transfer/calendar_zones.h"
#include "core/transfer/html_text.h"
#include "core/transfer/ical_component.h"

#include <libical/ical.h>

#include <memory>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int farthestReminder = 366 * 24 * 60; // minutes
constexpr qsizetype mostReminders = 10;
constexpr qsizetype mostPeople = 200;
constexpr qsizetype mostExceptions = 1000;
constexpr qsizetype mostMoments = 500; ///< of RDATE
constexpr int lastYear = 2199;         ///< of a deadline here

/// The value of a formatted description as plain text.
QString formattedText(const QByteArray &line)
{
    qsizetype colon = 0;
    for (bool isQuoted = false; colon < line.size() && (isQuoted || line[colon] != ':'); ++colon)
        isQuoted = isQuoted != (line[colon] == '"');
    const QString escaped = QString::fromUtf8(line.mid(colon + 1));
    QString value;
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        const bool isEscape = escaped[i] == u'\\' && i + 1 < escaped.size();
        const QChar sign = isEscape ? escaped[++i] : escaped[i];
        value += isEscape && (sign == u'n' || sign == u'N') ? QChar(u'\n') : sign;
    }
    return line.left(colon).toLower().contains("text/plain") ? value : htmlText(value);
}

/// Reads one component.
class EventReading
{
public:
    EventReading(const CalendarPart &part, CalendarZones &zones, QStringList &remarks, qsizetype room)
        : m_part(part)
        , m_zones(zones)
        , m_remarks(remarks)
        , m_component(icalparser_parse_string(part.text.constData()))
        , m_most(qBound<qsizetype>(0, room, mostMoments))
    {}

    QList<CalendarEvent> read()
    {
        m_event.isTask = m_part.name == "VTODO";
        m_event.uid = text(ICAL_UID_PROPERTY).left(500);
        m_event.title = text(ICAL_SUMMARY_PROPERTY).simplified();
        if (!m_component || !readTimes())
            return {};
        m_event.description = text(ICAL_DESCRIPTION_PROPERTY);
        if (m_event.description.trimmed().isEmpty())
            m_event.description = formattedText(m_part.formatted);
        m_event.location = text(ICAL_LOCATION_PROPERTY).simplified();
        m_event.url = text(ICAL_URL_PROPERTY).trimmed();
        if (icalproperty *sequence = first(ICAL_SEQUENCE_PROPERTY))
            m_event.sequence = qMax(0, icalproperty_get_sequence(sequence));
        if (icalproperty *modified = first(ICAL_LASTMODIFIED_PROPERTY); modified && isSet(modified))
            m_event.modified = m_zones.instant(timeOf(modified), {});
        readState();
        readRule();
        readPeople();
        readReminders();
        return QList<CalendarEvent>{m_event} + moments();
    }

private:
    icalproperty *first(icalproperty_kind kind) const
    {
        return m_component ? icalcomponent_get_first_property(m_component.get(), kind) : nullptr;
    }
    QString text(icalproperty_kind kind) const
    {
        icalproperty *property = first(kind);
        const icalvalue *value = property ? icalproperty_get_value(property) : nullptr;
        const char *bytes = !value                    ? nullptr
            : icalvalue_isa(value) == ICAL_TEXT_VALUE ? icalvalue_get_text(value)
            : icalvalue_isa(value) == ICAL_URI_VALUE  ? icalvalue_get_uri(value)
                                                      : nullptr;
        return QString::fromUtf8(bytes);
    }
    static QString zoneOf(icalproperty *property)
    {
        icalparameter *zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
        return zone ? QString::fromUtf8(icalparameter_get_tzid(zone)) : QString();
    }
    /// A property of a date or a date with a time, whatever it is called.
    static icaltimetype timeOf(icalproperty *property)
    {
        const icalvalue *value = icalproperty_get_value(property);
        if (!value)
            return icaltime_null_time();
        return icalvalue_isa(value) == ICAL_DATE_VALUE ? icalvalue_get_date(value)
            : icalvalue_isa(value) == ICAL_DATETIME_VALUE || icalvalue_isa(value) == ICAL_DATETIMEDATE_VALUE
            ? icalvalue_get_datetime(value)
            : icaltime_null_time();
    }
    static QDate dayOf(const icaltimetype &time) { return {time.year, time.month, time.day}; }
    static bool isSet(icalproperty *property)
    {
        const icaltimetype time = timeOf(property);
        return !icaltime_is_null_time(time) && dayOf(time).isValid() && time.year > 0;
    }
    qint64 instantOf(icalproperty *property)
    {
        const QString zone = zoneOf(property);
        if (m_zones.isUnknown(zone) && m_zones.isToldFirst(zone))
            addRemark(m_remarks,
                      Texts::tr("%1: nobody knows the time zone “%2”: its times are read as times here.")
                          .arg(m_part.placeOf(icalproperty_get_property_name(property)), zone.left(60)));
        return m_zones.instant(timeOf(property), zone);
    }
    QString named() const { return m_event.title.isEmpty() ? Texts::tr("Untitled event") : m_event.title.left(60); }
    bool leaveOut(const QString &why, const QByteArray &property = {})
    {
        addRemark(m_remarks, Texts::tr("%1: “%2” is left out: %3").arg(m_part.placeOf(property), named(), why));
        return false;
    }

    bool readTimes()
    {
        icalproperty *start = first(ICAL_DTSTART_PROPERTY);
        icalproperty *due = first(ICAL_DUE_PROPERTY);
        if ((start && !isSet(start)) || (due && !isSet(due)))
            return leaveOut(Texts::tr("there is no such day."), start && !isSet(start) ? "DTSTART" : "DUE");
        if (!start && !m_event.isTask)
            return leaveOut(Texts::tr("it does not begin."));
        if (due && !timeOf(due).is_date)
            m_event.due = instantOf(due);
        m_event.allDay = start ? bool(timeOf(start).is_date) : due && timeOf(due).is_date;
        if (m_event.allDay)
            readDays(start, due);
        else if (start)
            readClock(start, due);
        if (icalproperty *moment = first(ICAL_RECURRENCEID_PROPERTY); moment && isSet(moment)) {
            const icaltimetype time = timeOf(moment);
            m_event.zone = time.is_date ? m_event.zone : ruleZone(time, zoneOf(moment));
            m_event.recurrenceAt = time.is_date ? 0 : instantOf(moment);
            m_event.recurrenceId = occurrenceOf(time, zoneOf(moment));
            const icalparameter *range = icalproperty_get_first_parameter(moment, ICAL_RANGE_PARAMETER);
            m_event.isFollowing = range && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
            if (range && !m_event.isFollowing)
                addRemark(m_remarks,
                          Texts::tr("%1: “%2” is read as one time of its series: those before it stay as they were.")
                              .arg(m_part.placeOf("RECURRENCE-ID"), named()));
        }
        return true;
    }

    void readDays(icalproperty *start, icalproperty *due)
    {
        icalproperty *end = first(ICAL_DTEND_PROPERTY);
        icalproperty *duration = first(ICAL_DURATION_PROPERTY);
        m_event.first = dayOf(timeOf(start ? start : due));
        m_event.last = m_event.first;
        if (end && isSet(end))
            m_event.last = dayOf(timeOf(end)).addDays(-1);
        else if (start && due)
            m_event.last = dayOf(timeOf(due)).addDays(-1);
        else if (duration)
            m_event.last = m_event.first.addDays(icaldurationtype_as_int(icalproperty_get_duration(duration)) / 86'400 - 1);
        m_event.last = qMax(m_event.first, m_event.last);
    }

    void readClock(icalproperty *start, icalproperty *due)
    {
        icalproperty *end = first(ICAL_DTEND_PROPERTY);
        icalproperty *duration = first(ICAL_DURATION_PROPERTY);
        m_event.starts = instantOf(start);
        m_event.zone = ruleZone(timeOf(start), zoneOf(start));
        m_zoneName = zoneOf(start);
        if (end && isSet(end))
            m_event.minutes = (instantOf(end) - m_event.starts) / 60'000;
        else if (duration)
            m_event.minutes = icaldurationtype_as_int(icalproperty_get_duration(duration)) / 60;
        else if (due && m_event.isTask && m_event.due)
            m_event.minutes = (*m_event.due - m_event.starts) / 60'000;
        if (m_event.minutes < 0) {
            addRemark(m_remarks,
                      Texts::tr("%1: “%2” would end before it begins: it is read as taking no time.")
                          .arg(m_part.placeOf(end            ? "DTEND"
                                                  : duration ? "DURATION"
                                                             : "DUE"),
                               named()));
            m_event.minutes = 0;
        }
        m_event.minutes = qMin(m_event.minutes, longestDuration);
    }

    /// In which a rule that begins so is counted: the same on every computer, also for what is written in UTC.
    QByteArray ruleZone(const icaltimetype &time, const QString &name) const
    {
        return icaltime_is_utc(time) ? QTimeZone::utc().id() : m_zones.knownAs(name);
    }
    /// A moment of the rule, on the clock of the zone in which it is counted.
    QString occurrenceOf(const icaltimetype &time, const QString &name)
    {
        return time.is_date ? occurrenceCode(QDateTime(dayOf(time), QTime(0, 0), Qt::UTC))
                            : occurrenceAt(m_zones.instant(time, name), m_event.zone);
    }
    QTimeZone zone() const { return m_event.zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(m_event.zone); }

    void readState()
    {
        icalproperty *status = first(ICAL_STATUS_PROPERTY);
        const icalproperty_status is = status ? icalproperty_get_status(status) : ICAL_STATUS_NONE;
        icalproperty *transparency = first(ICAL_TRANSP_PROPERTY);
        const bool isFree = transparency && icalproperty_get_transp(transparency) == ICAL_TRANSP_TRANSPARENT;
        m_event.isCancelled = is == ICAL_STATUS_CANCELLED;
        m_event.isDone = is == ICAL_STATUS_COMPLETED || (m_event.isTask && first(ICAL_COMPLETED_PROPERTY));
        m_event.transparency = isFree         ? u"free"_s
            : is == ICAL_STATUS_TENTATIVE     ? u"tentative"_s
            : transparency && !m_event.isTask ? u"busy"_s
                                              : QString();
    }

    void readRule()
    {
        // As it stands in the file: libical would quietly take a part of what it does not understand.
        QString rule;
        for (const QByteArray &line : m_part.text.split('\n')) {
            if (line.startsWith("RRULE"))
                rule = QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
            if (line.startsWith("BEGIN:VALARM"))
                break;
        }
        if (rule.isEmpty() || !m_event.recurrenceId.isEmpty())
            return;
        QStringList parts;
        for (const QString &part : rule.split(u';', Qt::SkipEmptyParts)) {
            const bool isEnd = part.startsWith(u"UNTIL=", Qt::CaseInsensitive);
            // An end that nobody lives to see is none: others write 9999 where they mean that it goes on.
            if (isEnd && QDate::fromString(part.mid(6, 8), u"yyyyMMdd"_s).year() > lastYear)
                continue;
            if (!isEnd || !part.endsWith(u'Z')) {
                parts << part;
                continue;
            }
            const QDateTime until = QDateTime::fromString(part.mid(6, 15), u"yyyyMMdd'T'HHmmss"_s);
            const QDateTime here = QDateTime(until.date(), until.time(), Qt::UTC).toTimeZone(zone());
            parts << u"UNTIL="_s + here.toString(m_event.allDay ? u"yyyyMMdd"_s : u"yyyyMMdd'T'HHmmss"_s);
        }
        const auto read = parseRepeatRule(parts.join(u';'));
        if (!read) {
            addRemark(m_remarks,
                      Texts::tr("%1: “%2” is read as one time of its series: %3")
                          .arg(m_part.placeOf("RRULE"), named(), read.error().message));
            return;
        }
        m_event.rule = repeatRuleCode(*read);
        tellFirstDay(*read);
        if (m_event.zone.isEmpty() && !m_zoneName.isEmpty() && !m_event.allDay)
            addRemark(m_remarks,
                      Texts::tr("%1: what repeats in the time zone “%2” is counted by the clock here.")
                          .arg(m_part.placeOf("RRULE"), m_zoneName.left(60)));
        for (icalproperty *date = first(ICAL_EXDATE_PROPERTY); date && m_event.exceptions.size() < mostExceptions;
             date = icalcomponent_get_next_property(m_component.get(), ICAL_EXDATE_PROPERTY)) {
            if (isSet(date))
                m_event.exceptions << occurrenceOf(timeOf(date), zoneOf(date));
        }
    }

    /// It counts all the same (RFC 5545), but the file may mean otherwise.
    void tellFirstDay(const RepeatRule &rule)
    {
        icalproperty *start = first(ICAL_DTSTART_PROPERTY);
        if (!start)
            return;
        const icaltimetype time = timeOf(start);
        const QDate day = nearestDay(rule, QDateTime(dayOf(time), QTime(time.hour, time.minute), Qt::UTC));
        if (day != dayOf(time))
            addRemark(m_remarks,
                      Texts::tr("%1: “%2” begins on a day that its rule does not have: it takes place on that day, too.")
                          .arg(m_part.placeOf("DTSTART"), named()));
    }

    static QString emailOf(const char *address)
    {
        const QString text = QString::fromUtf8(address).trimmed();
        const bool isMail = text.startsWith(u"mailto:", Qt::CaseInsensitive);
        const bool isBare = text.contains(u'@') && !text.contains(u':'); // as old programs write it
        return isMail || isBare ? text.mid(isMail ? 7 : 0).trimmed().toLower().left(200) : QString();
    }

    void readPeople()
    {
        if (icalproperty *organizer = first(ICAL_ORGANIZER_PROPERTY))
            m_event.organizer = emailOf(icalproperty_get_organizer(organizer));
        for (icalproperty *one = first(ICAL_ATTENDEE_PROPERTY); one && m_event.attendees.size() < mostPeople;
             one = icalcomponent_get_next_property(m_component.get(), ICAL_ATTENDEE_PROPERTY)) {
            const QString email = emailOf(icalproperty_get_attendee(one));
            if (email.isEmpty() || m_event.attendees.contains(email))
                continue;
            m_event.attendees << email;
            if (const QString answer = answerOf(one); !answer.isEmpty())
                m_event.answers.insert(email, answer);
        }
    }
    static QString answerOf(icalproperty *attendee)
    {
        icalparameter *answer = icalproperty_get_first_parameter(attendee, ICAL_PARTSTAT_PARAMETER);
        switch (answer ? icalparameter_get_partstat(answer) : ICAL_PARTSTAT_NONE) {
        case ICAL_PARTSTAT_ACCEPTED: return Codes::guestAccepted;
        case ICAL_PARTSTAT_DECLINED: return Codes::guestDeclined;
        case ICAL_PARTSTAT_TENTATIVE: return Codes::guestTentative;
        default: return {};
        }
    }

    /// The times of RDATE: each stands by itself, as one that was moved does.
    QList<CalendarEvent> moments()
    {
        QList<CalendarEvent> all;
        if (!m_event.recurrenceId.isEmpty())
            return all;
        for (icalproperty *date = first(ICAL_RDATE_PROPERTY); date;
             date = icalcomponent_get_next_property(m_component.get(), ICAL_RDATE_PROPERTY)) {
            const icaldatetimeperiodtype value = icalproperty_get_rdate(date);
            const bool isPeriod = icaltime_is_null_time(value.time);
            const icaltimetype time = isPeriod ? value.period.start : value.time;
            if (icaltime_is_null_time(time) || !dayOf(time).isValid() || bool(time.is_date) != m_event.allDay)
                continue;
            if (all.size() == m_most) {
                addRemark(m_remarks,
                          Texts::tr("%1: of the extra dates of “%2”, the first %3 are read.")
                              .arg(m_part.placeOf("RDATE"), named(), QString::number(m_most)));
                break;
            }
            CalendarEvent one = m_event;
            one.rule.clear();
            one.exceptions.clear();
            one.recurrenceId = occurrenceOf(time, zoneOf(date));
            if (m_event.allDay) {
                one.first = dayOf(time);
                one.last = one.first.addDays(m_event.first.daysTo(m_event.last));
            } else {
                one.starts = one.recurrenceAt = m_zones.instant(time, zoneOf(date));
                one.due = m_event.due ? std::optional(*m_event.due + one.starts - m_event.starts) : std::nullopt;
                if (isPeriod)
                    one.minutes = minutesOf(value.period, zoneOf(date));
            }
            const bool isItself = m_event.allDay ? one.first == m_event.first : one.starts == m_event.starts;
            if (!isItself && !m_event.exceptions.contains(one.recurrenceId))
                all.append(one);
        }
        return all;
    }
    qint64 minutesOf(const icalperiodtype &period, const QString &zone)
    {
        const qint64 minutes = icaltime_is_null_time(period.end)
            ? icaldurationtype_as_int(period.duration) / 60
            : (m_zones.instant(period.end, zone) - m_zones.instant(period.start, zone)) / 60'000;
        return qBound(qint64(0), minutes, longestDuration);
    }

    void readReminders()
    {
        for (icalcomponent *alarm = icalcomponent_get_first_component(m_component.get(), ICAL_VALARM_COMPONENT); alarm;
             alarm = icalcomponent_get_next_component(m_component.get(), ICAL_VALARM_COMPONENT)) {
            icalproperty *when = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
            if (!when || m_event.reminders.size() >= mostReminders)
                continue;
            const icaltriggertype trigger = icalproperty_get_trigger(when);
            const int minutes = -icaldurationtype_as_int(trigger.duration) / 60;
            const bool isBefore = icaltime_is_null_time(trigger.time) && minutes >= 0 && minutes <= farthestReminder;
            if (isBefore && !m_event.reminders.contains(minutes))
                m_event.reminders << minutes;
        }
    }

    const CalendarPart &m_part;
    CalendarZones &m_zones;
    QStringList &m_remarks;
    Component m_component;
    qsizetype m_most; ///< times of RDATE
    CalendarEvent m_event;
    QString m_zoneName; ///< as the file calls it
};

} // namespace

QString occurrenceAt(qint64 instant, const QByteArray &zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(instant,
                                                        zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone));
    return occurrenceCode(QDateTime(at.date(), at.time(), Qt::UTC));
}

void addRemark(QStringList &remarks, const QString &text)
{
    constexpr qsizetype most = 100;
    if (!remarks.contains(text) && remarks.size() < most)
        remarks << text;
}

QList<CalendarEvent> readEvent(const CalendarPart &part, CalendarZones &zones, QStringList &remarks, qsizetype room)
{
    return EventReading(part, zones, remarks, room).read();
}

} // namespace Kartoteka
