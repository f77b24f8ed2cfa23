// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_standing.h"

#include "core/activities/recurrence.h"
#include "core/activities/series_queries.h"
#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/items/uid_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "core/transfer/event_queries.h"
#include "core/transfer/event_turn.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isOpen(const Item &activity)
{
    return !activity.deleted && !activity.value(u"done"_s).toBool();
}

CalendarEvent seriesOf(const CalendarEvent &event)
{
    CalendarEvent series = event;
    series.recurrenceId.clear();
    return series;
}

/// Of one time of a series that nothing stands for by itself the open one, if that is it.
Result<std::optional<Item>> movedOne(const ReadContext &context, const CalendarEvent &event)
{
    using Found = std::optional<Item>;
    if (event.recurrenceId.isEmpty())
        return Found();
    auto open = standingOf(context, seriesOf(event));
    return !open || (*open && isMovedFrom(**open, event.recurrenceId)) ? open : Result<Found>(Found());
}

} // namespace

QUuid identityOfUid(const QString &uid, const QString &recurrenceId)
{
    static const QRegularExpression own(u"^([0-9a-f]{32})@kartoteka$"_s);
    if (const auto match = own.match(uid); match.hasMatch() && recurrenceId.isEmpty())
        return uidFromText(match.captured(1));
    return derivedUid(u"ics_event", uid + u'/' + recurrenceId);
}

QString seriesOfUid(const QString &uid)
{
    return uidText(derivedUid(u"ics_series", uid));
}

QUuid identityOf(const CalendarEvent &event)
{
    if (!event.uid.isEmpty())
        return identityOfUid(event.uid, event.recurrenceId);
    const QString when = event.allDay ? event.first.toString(Qt::ISODate) : QString::number(event.starts);
    return identityOfUid(QStringList{event.title, when, event.description}.join(u'/'), event.recurrenceId);
}

bool isMovedFrom(const Item &open, const QString &recurrenceId)
{
    const QDateTime own = wallOfCode(open.text(Codes::occurrence));
    const Value deadline = open.value(Codes::deadline);
    if (!isOpen(open) || open.text(Codes::recurrence).isEmpty() || !own.isValid() || !deadline.isValid()
        || wallOf(deadline.toLongLong(), seriesZone(open.text(Codes::timeZone))) == own)
        return false;
    return occurrenceCode(own.addSecs(secondsToStart(open))) == recurrenceId;
}

Result<std::optional<Item>> standingOf(const ReadContext &context, const CalendarEvent &event)
{
    using Found = std::optional<Item>;
    const qint64 type = context.schema->type(Codes::activity)->id;
    auto id = rowOfUid(context, Codes::activity, identityOf(event));
    if (!id || *id == 0)
        return id ? movedOne(context, event) : Result<Found>(id.error());
    auto item = readItem(context, {type, *id, {}});
    if (!item)
        return item.error();
    const QString series = item->text(Codes::series);
    if (series.isEmpty() || !event.recurrenceId.isEmpty() || !item->value(u"done"_s).toBool())
        return Found(*item);
    auto ids = activitiesOfSeries(context, series);
    auto items = ids ? readItems(context, type, *ids) : Result<QList<Item>>(ids.error());
    if (!items)
        return items.error();
    const auto open = std::ranges::find_if(
        *items, [](const Item &one) { return isOpen(one) && !one.text(Codes::recurrence).isEmpty(); });
    return Found(open == items->end() ? *item : *open);
}

Result<std::optional<Item>> doneOneOf(const ReadContext &context, const CalendarEvent &event)
{
    using Found = std::optional<Item>;
    const QUuid identity = identityOf(event);
    if (!event.rule.isEmpty() || !event.recurrenceId.isEmpty() || event.uid != uidText(identity) + u"@kartoteka"_s)
        return Found();
    auto id = rowOfUid(context, Codes::activity, identity);
    if (!id || *id == 0)
        return id ? Result<Found>(Found()) : Result<Found>(id.error());
    auto item = readItem(context, {context.schema->type(Codes::activity)->id, *id, {}});
    if (!item)
        return item.error();
    return item->value(u"done"_s).toBool() ? Found(*item) : Found();
}

Result<bool> takeFromSeries(const ReadContext &context, const CalendarEvent &event, QHash<QString, Value> &values)
{
    if (event.recurrenceId.isEmpty() || !event.partedAt.isEmpty())
        return false;
    const auto series = standingOf(context, seriesOf(event));
    if (!series)
        return series.error();
    if (!*series || (*series)->deleted)
        return false;
    for (const QString &code : {u"items"_s, Codes::participants, Codes::resources}) {
        Members members = (*series)->members(code);
        for (const Member &said : values.value(code).value<Members>()) {
            if (!members.contains(said))
                members.append(said);
        }
        values.insert(code, membersValue(members));
    }
    for (const QString &code : {Codes::kind, Codes::responsible})
        values.insert(code, (*series)->value(code));
    return true;
}

Result<void> keepPlace(const ReadContext &context, const CalendarEvent &event, const Item &here,
                       QHash<QString, Value> &values)
{
    if (event.location.isEmpty() || !here.text(Codes::location).isEmpty())
        return {};
    auto rooms = bookedRooms(context, {here});
    if (!rooms)
        return rooms.error();
    if (writtenPlace(here, *rooms).simplified() == event.location)
        values.remove(Codes::location);
    return {};
}

Result<QList<Item>> ownTimesOf(const ReadContext &context, const QString &uid)
{
    auto ids = uid.isEmpty() ? Result<QList<qint64>>(QList<qint64>()) : timesOfUid(context, uid);
    if (!ids || ids->isEmpty())
        return ids ? Result<QList<Item>>(QList<Item>()) : Result<QList<Item>>(ids.error());
    return readItems(context, context.schema->type(Codes::activity)->id, *ids);
}

Result<void> countAsStanding(const ReadContext &context, CalendarEvent &event)
{
    if (event.recurrenceAt == 0)
        return {};
    auto series = standingOf(context, seriesOf(event));
    if (!series)
        return series.error();
    if (*series && !(*series)->text(Codes::series).isEmpty())
        countIn(event, seriesZone((*series)->text(Codes::timeZone)).id());
    return {};
}

} // namespace Kartoteka
