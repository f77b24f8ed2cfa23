// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/resource_limits.h"

#include "core/base/texts.h"
#include "core/calendar/day_words.h"
#include "core/calendar/seats.h"

#include <QLocale>

#include <algorithm>
#include <functional>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

int minuteOf(const QDateTime &at)
{
    return at.time().msecsSinceStartOfDay() / 60'000;
}

/// The hours that it has of its own on a day; nothing where it has none.
const WorkHours *hoursOn(const Schema &schema, const Resource &resource, const QDate &day)
{
    const auto hours = resource.hours.constFind(day.dayOfWeek());
    const bool isOdd = std::ranges::any_of(schema.calendarDays(), [&day](const CalendarDay &odd) { return odd.day == day; });
    return hours == resource.hours.cend() || isOdd ? nullptr : &*hours;
}

/// The day on which it is outside the hours; an invalid one where it is within.
QDate dayOutside(const Schema &schema, const Resource &resource, const ActivitySpan &span)
{
    const bool isOneDay = span.first == span.last;
    const int from = span.allDay() ? 0 : minuteOf(span.starts);
    const int to = span.allDay() || span.ends.date() > span.last ? minutesOfDay : minuteOf(span.ends);
    const auto isOutside = [&](const QDate &day, const std::function<bool(const WorkInterval &)> &fits) {
        const WorkHours *hours = hoursOn(schema, resource, day);
        // Whole days have no hours: it is enough that it can be had on them at all.
        return hours && (span.allDay() ? hours->isEmpty() : std::ranges::none_of(*hours, fits));
    };
    const auto begins = [&](const WorkInterval &one) { return one.from <= from && from < one.to; };
    const auto ends = [&](const WorkInterval &one) { return one.from < to && to <= one.to; };
    const auto both = [&](const WorkInterval &one) { return begins(one) && ends(one); };
    if (isOneDay)
        return isOutside(span.first, both) ? span.first : QDate();
    return isOutside(span.first, begins) ? span.first : isOutside(span.last, ends) ? span.last : QDate();
}

} // namespace

QString limitRefusal(const Schema &schema, const Resource &resource, const Item &booking, const QList<ActivitySpan> &times)
{
    for (const ActivitySpan &span : times) {
        const QDate day = dayOutside(schema, resource, span);
        if (!day.isValid())
            continue;
        const WorkHours hours = resource.hours.value(day.dayOfWeek());
        const QString date = QLocale().toString(day, u"ddd d MMM"_s);
        return hours.isEmpty() ? Texts::tr("%1 cannot be booked on %2.").arg(resource.title, date)
                               : Texts::tr("%1 can be booked on %2: %3.").arg(resource.title, date, workHoursText(hours));
    }
    const qsizetype people = seatsOf(schema, booking);
    return resource.capacity > 0 && people > resource.capacity
        ? Texts::tr("%1 has %n place(s)", nullptr, resource.capacity).arg(resource.title)
            + Texts::tr(", and %n take part.", nullptr, int(people))
        : QString();
}

Result<QString> seatRefusal(const ReadContext &context, const Resource &resource, const Item &booking,
                            const QList<TimeSpan> &times, qint64 now)
{
    if (!resource.overlap || resource.capacity == 0 || times.isEmpty())
        return QString();
    auto taken = readTakenSeats(context, resource.id, {times.constFirst().starts, times.constLast().ends}, now,
                                {booking.id});
    if (!taken)
        return taken.error();
    const qsizetype seats = seatsOf(*context.schema, booking);
    for (const TakenSeats &crowd : crowdedTimes(*taken, resource.capacity - seats + 1)) {
        const bool isThen = std::ranges::any_of(times, [&](const TimeSpan &span) { return span.overlaps(crowd.span); });
        if (isThen && crowd.seats > 0) {
            return Texts::tr("%1 has %n place(s)", nullptr, resource.capacity).arg(resource.title)
                + Texts::tr(", of which %n is taken %1.", nullptr, int(crowd.seats)).arg(spanText(crowd.span));
        }
    }
    return QString();
}

} // namespace Kartoteka
