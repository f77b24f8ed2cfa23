// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/ghosts.h"

#include "core/activities/recurrence.h"
#include "core/activities/series_queries.h"
#include "core/base/uid.h"
#include "core/calendar/activity_span.h"
#include "core/calendar/calendar_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The open activity at another moment of its rule: what else has a time keeps its distance on the clock on the wall.
QHash<QString, Value> timesAt(const Item &activity, const QDateTime &moment)
{
    QHash<QString, Value> times;
    for (const QString &code : {Codes::duration, Codes::allDay, Codes::timeZone}) {
        if (const Value value = activity.value(code); value.isValid())
            times.insert(code, value);
    }
    const QTimeZone zone = seriesZone(activity.text(Codes::timeZone));
    times.insert(Codes::deadline, instantOfWall(moment, zone));
    if (const Value start = activity.value(Codes::start); start.isValid()) {
        const QDateTime due = wallOf(activity.value(Codes::deadline).toLongLong(), zone);
        times.insert(Codes::start, instantOfWall(moment.addSecs(due.secsTo(wallOf(start.toLongLong(), zone))), zone));
    }
    return times;
}

} // namespace

Result<QList<Ghost>> ghostsOf(const ReadContext &context, const QList<Item> &series, const QDate &from, const QDate &to,
                              qint64 now)
{
    QStringList names;
    for (const Item &activity : series)
        names << activity.text(Codes::series);
    auto exceptions = seriesExceptions(context, names);
    if (!exceptions)
        return exceptions.error();
    QList<Ghost> ghosts;
    QList<QUuid> uids;
    QSet<QUuid> known;
    for (const Item &activity : series) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        const auto rule = parseRepeatRule(activity.text(Codes::recurrence));
        const QDateTime own = wallOfCode(activity.text(Codes::occurrence));
        if (!rule || !own.isValid() || !activity.value(Codes::deadline).isValid())
            continue;
        const QString name = activity.text(Codes::series);
        const auto isOver = [&](const QString &code) {
            return std::any_of(exceptions->keyBegin(), exceptions->keyEnd(), [&](const QString &key) {
                return key.startsWith(name + u'/') && exceptions->value(key) == u"ended" && key.mid(name.size() + 1) <= code;
            });
        };
        const int most = int(qBound(qint64(0), own.date().daysTo(to) + 1, qint64(mostOccurrences)));
        for (const QDateTime &moment : occurrencesAfter(*rule, own, most)) {
            const QString code = occurrenceCode(moment);
            if (isOver(code))
                break;
            const QString kind = exceptions->value(name + u'/' + code);
            QHash<QString, Value> times = timesAt(activity, moment);
            times.insert(Codes::occurrence, code);
            const auto span = activitySpan(times);
            if (!kind.isEmpty() || !span || span->last < from || span->first > to
                || (span->allDay() ? span->first.startOfDay() : span->starts).toMSecsSinceEpoch() < now)
                continue;
            const QUuid uid = derivedUid(u"occurrence", name + code);
            if (known.contains(uid))
                continue; // of an earlier one of the series that is open too
            known.insert(uid);
            ghosts.append({activity.id, uid, times, activity.value(Codes::repeatWhenDone).toBool()});
            uids << uid;
        }
    }
    auto standing = standingActivities(context, uids);
    if (!standing)
        return standing.error();
    ghosts.removeIf([&standing](const Ghost &ghost) { return standing->contains(ghost.uid); });
    return ghosts;
}

} // namespace Kartoteka
