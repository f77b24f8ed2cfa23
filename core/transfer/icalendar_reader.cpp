// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/icalendar.h"

#include "core/base/texts.h"
#include "core/transfer/calendar_lines.h"
#include "core/transfer/calendar_zones.h"
#include "core/transfer/event_reading.h"

#include <QSet>

#include <libical/ical.h>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

CalendarMethod methodOf(const QByteArray &name)
{
    return name == "REQUEST" || name == "ADD" ? CalendarMethod::Request
        : name == "REPLY"                     ? CalendarMethod::Reply
        : name == "CANCEL"                    ? CalendarMethod::Cancel
        : name == "COUNTER"                   ? CalendarMethod::Counter
        : name == "REFRESH"                   ? CalendarMethod::Refresh
                                              : CalendarMethod::Publish;
}

QString keyOf(const CalendarEvent &event)
{
    return event.uid + u'\n' + event.recurrenceId;
}

/// The times of a series by the clock of its rule, in whichever zone each of them is written.
void countInOneZone(QList<CalendarEvent> &events)
{
    QHash<QString, QByteArray> zones; // of series, by UID
    for (const CalendarEvent &event : std::as_const(events)) {
        if (!event.uid.isEmpty() && event.recurrenceId.isEmpty() && !event.allDay)
            zones.insert(event.uid, event.zone);
    }
    for (CalendarEvent &event : events) {
        if (event.recurrenceAt != 0 && zones.contains(event.uid))
            countIn(event, zones.value(event.uid));
    }
}

/// Of several states of one event the latest.
QList<CalendarEvent> latest(QList<CalendarEvent> events)
{
    QHash<QString, qsizetype> places;
    QList<CalendarEvent> kept;
    for (CalendarEvent &event : events) {
        const QString key = keyOf(event);
        const auto known = places.constFind(key);
        if (event.uid.isEmpty() || known == places.cend()) {
            places.insert(key, kept.size());
            kept.append(std::move(event));
        } else if (kept[*known].sequence <= event.sequence) {
            kept[*known] = std::move(event);
        }
    }
    return kept;
}

} // namespace

void countIn(CalendarEvent &event, const QByteArray &zone)
{
    if (event.recurrenceAt == 0)
        return;
    event.zone = zone;
    event.recurrenceId = occurrenceAt(event.recurrenceAt, zone);
}

Result<CalendarFile> readCalendarText(const QByteArray &bytes, const CancelToken &cancel, const CalendarProgress &progress,
                                      const QByteArray &meantZone)
{
    if (bytes.size() > largestCalendarFile) {
        return Error{
            ErrorCode::Refused,
            Texts::tr("The calendar is larger than %1 MB: export a part of it.").arg(largestCalendarFile / 1024 / 1024),
            {},
            {}};
    }
    icalerror_set_errors_are_fatal(false);
    auto taken = calendarParts(bytes, mostEvents, cancel);
    if (!taken)
        return taken.error();
    CalendarZones zones(taken->parts, meantZone);
    CalendarFile file;
    file.method = methodOf(taken->method);
    if (taken->isCut)
        addRemark(
            file.remarks,
            Texts::tr("Line %1: the file is damaged: an event in it has no end. It is left out.").arg(taken->lastLine));
    else if (taken->isOpen)
        addRemark(file.remarks,
                  Texts::tr("Line %1: the file is cut off: its calendar has no end, and more may have been in it.")
                      .arg(taken->lastLine));
    if (const LeftOut &attached = taken->attachments; attached.count > 0)
        addRemark(
            file.remarks,
            Texts::tr("%n attachment(s) are not read, the first in line %1.", nullptr, attached.count).arg(attached.first));
    if (const LeftOut &others = taken->others; others.count > 0)
        addRemark(file.remarks,
                  Texts::tr("%n entry(s) that are neither events nor tasks are not read, the first in line %1.", nullptr,
                            others.count)
                      .arg(others.first));
    if (const LeftOut &endless = taken->endless; endless.count > 0)
        addRemark(
            file.remarks,
            Texts::tr(
                "%n entry(s) have more lines than any event needs: the rest of each is not read, the first in line %1.",
                nullptr, endless.count)
                .arg(endless.first));
    QList<CalendarEvent> events;
    QList<CalendarEvent> besides; // what stands by itself is rather what a file says of it than what RDATE does
    qint64 read = 0;
    for (const CalendarPart &part : std::as_const(taken->parts)) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        read += part.text.size();
        if (progress)
            progress(read);
        if (part.name == "VTIMEZONE")
            continue;
        const qsizetype room = mostEvents - taken->parts.size() - besides.size();
        QList<CalendarEvent> some = readEvent(part, zones, file.remarks, room);
        if (some.isEmpty())
            continue;
        events.append(some.takeFirst());
        besides += some;
    }
    file.unknownZones = zones.told();
    file.unknownZones.sort();
    countInOneZone(events);
    QSet<QString> known;
    for (const CalendarEvent &event : std::as_const(events))
        known.insert(keyOf(event));
    besides.removeIf([&known](const CalendarEvent &event) { return known.contains(keyOf(event)); });
    file.events = latest(events + besides);
    return file;
}

} // namespace Kartoteka
