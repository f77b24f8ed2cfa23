// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/details_text.h"

#include "core/base/durations.h"
#include "core/base/texts.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"

#include <QLocale>

namespace Kartoteka {

namespace {

/// "today" is said by the deadline: the day stands only where it is another one.
QString timeText(const Activity &activity)
{
    const ActivityDetails &details = activity.details;
    const QString lasts = details.duration == 0 ? QString() : durationText(details.duration * minuteMs);
    if (!details.start.isValid()) // beside no start, a length alone would not say what it is
        return lasts.isEmpty() ? lasts : Texts::tr("takes %1", "an activity: 1 h").arg(lasts);
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(details.start.toLongLong());
    const QLocale locale;
    if (details.allDay) {
        const QDate last = start.date().addDays(qMax(1, details.duration / minutesOfDay) - 1);
        return last == start.date()
            ? Texts::tr("all day")
            : locale.toString(start.date(), QLocale::ShortFormat) + u"–"_s + locale.toString(last, QLocale::ShortFormat);
    }
    const QDate due = QDateTime::fromMSecsSinceEpoch(activity.deadline.toLongLong()).date();
    QString text = locale.toString(start.time(), QLocale::ShortFormat);
    if (details.duration != 0)
        text += u"–"_s + locale.toString(start.addMSecs(details.duration * minuteMs).time(), QLocale::ShortFormat);
    return start.date() == due ? text : locale.toString(start.date(), QLocale::ShortFormat) + u' ' + text;
}

QString heldText(const ActivityDetails &details)
{
    if (!details.holdUntil.isValid())
        return {};
    return Texts::tr("held until %1")
        .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(details.holdUntil.toLongLong()), QLocale::ShortFormat));
}

} // namespace

QString detailsText(const Schema &schema, const Activity &activity)
{
    const ActivityDetails &details = activity.details;
    QStringList names;
    for (const Member &member : details.participants) {
        if (const User *user = schema.user(member.ref.id))
            names << user->name;
    }
    QStringList parts{timeText(activity), heldText(details), details.location, details.address, names.join(u", "_s)};
    for (const Member &link : details.links)
        parts << link.text;
    if (details.steps != 0)
        parts << Texts::tr("%1 of %2 steps").arg(details.stepsDone).arg(details.steps);
    if (const ListValue *result = schema.listValue(details.resultKind))
        parts << displayName(schema, *result);
    parts << details.result;
    parts.removeAll(QString());
    return parts.join(u" · "_s).simplified();
}

} // namespace Kartoteka
