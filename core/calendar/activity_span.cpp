// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/activity_span.h"

#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

namespace Kartoteka {

qint64 activityMinutes(const QHash<QString, Value> &values)
{
    return qBound(qint64(0), values.value(Codes::duration).toLongLong(), longestDuration);
}

TimeSpan takenSpan(const QHash<QString, Value> &values)
{
    const Value start = values.value(Codes::start);
    if (!start.isValid())
        return {};
    const qint64 minutes = activityMinutes(values);
    const qint64 days = qMax(qint64(1), (minutes + minutesOfDay - 1) / minutesOfDay);
    const bool isWhole = values.value(Codes::allDay).toBool();
    return {start.toLongLong(), start.toLongLong() + (isWhole ? days * minutesOfDay : minutes) * minuteMs};
}

QTimeZone activityZone(const QHash<QString, Value> &values)
{
    const QByteArray name = values.value(Codes::timeZone).toString().toLatin1();
    const QTimeZone zone = name.isEmpty() ? QTimeZone() : QTimeZone(name);
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

std::optional<ActivitySpan> activitySpan(const QHash<QString, Value> &values)
{
    const Value start = values.value(Codes::start);
    const Value moment = start.isValid() ? start : values.value(Codes::deadline);
    if (!moment.isValid())
        return std::nullopt;
    const qint64 minutes = activityMinutes(values);
    ActivitySpan span;
    if (values.value(Codes::allDay).toBool()) {
        span.first = QDateTime::fromMSecsSinceEpoch(moment.toLongLong(), activityZone(values)).date();
        // Where nobody said how long it is, until it is due.
        const Value deadline = values.value(Codes::deadline);
        span.last = minutes > 0 || !deadline.isValid()
            ? span.first.addDays(qMax(qint64(0), (minutes - 1) / minutesOfDay))
            : qMax(span.first, QDateTime::fromMSecsSinceEpoch(deadline.toLongLong(), activityZone(values)).date());
        return span;
    }
    span.starts = QDateTime::fromMSecsSinceEpoch(moment.toLongLong());
    // Without a start it stands at its deadline, however long it is to take.
    span.ends = QDateTime::fromMSecsSinceEpoch(moment.toLongLong() + (start.isValid() ? minutes * minuteMs : 0));
    span.first = span.starts.date();
    // What ends at midnight is not on the day that begins then.
    span.last = qMax(span.first, span.ends.addMSecs(-1).date());
    return span;
}

} // namespace Kartoteka
