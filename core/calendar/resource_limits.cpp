// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/resource_limits.h"

#include "core/base/texts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"

#include <QLocale>
#include <QSet>

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

/// People of the office stand among the guests with what they answered, besides among those who take part.
qsizetype peopleOf(const Schema &schema, const Item &booking)
{
    QSet<qint64> users{booking.reference(Codes::responsible)};
    for (const Member &member : booking.members(Codes::participants))
        users.insert(member.ref.id);
    QHash<QString, qint64> ours;
    for (const User &user : schema.users())
        ours.insert(user.email.toLower(), user.id);
    qsizetype others = 0;
    for (const Member &guest : booking.members(Codes::guests)) {
        const bool comes = guest.label != Codes::guestDeclined;
        const qint64 user = guest.text.isEmpty() ? 0 : ours.value(guest.text.toLower());
        if (user == 0)
            others += comes ? 1 : 0;
        else if (comes)
            users.insert(user);
        else
            users.remove(user);
    }
    users.remove(0);
    return users.size() + others;
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
    const qsizetype people = peopleOf(schema, booking);
    return resource.capacity > 0 && people > resource.capacity
        ? Texts::tr("%1 has %n place(s)", nullptr, resource.capacity).arg(resource.title)
            + Texts::tr(", and %n take part.", nullptr, int(people))
        : QString();
}

} // namespace Kartoteka
