// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_resources.h"

#include "core/calendar/busy.h"
#include "core/schema/resource_codes.h"
#include "views/widgets/distinct_colours.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

/// The same on every day, whatever others come: by the order in which they were made.
QList<CalendarLane> lanesOf(const QHash<qint64, Resource> &resources)
{
    QList<CalendarLane> lanes;
    QList<ColourWish> wishes;
    for (const Resource &one : resources) {
        lanes << CalendarLane{one.id, one.title, {}, one.hours, one.overlap, one.gapMs, one.capacity};
        const QColor own(one.colour);
        wishes << ColourWish{one.id, own, own.isValid()};
    }
    std::ranges::sort(wishes, {}, &ColourWish::id);
    const QHash<qint64, QColor> colours = distinctColours(wishes);
    for (CalendarLane &lane : lanes)
        lane.colour = colours.value(lane.id);
    std::ranges::sort(lanes, [](const CalendarLane &a, const CalendarLane &b) {
        const int order = a.name.localeAwareCompare(b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return lanes;
}

} // namespace

CalendarResources::CalendarResources(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const EntityType *type = m_store.schema()->type(Codes::resourceType);
        const auto isOfHours = [](const RecordChange &one) { return one.table == Codes::resourceHours; };
        if ((type && notice.concerns(type->id)) || std::ranges::any_of(notice.records, isOfHours)) {
            m_isStale = true;
            read();
        }
    });
}

/// All of them have their colours, so that nobody's changes when another one is no longer offered.
Result<CalendarResources::Found> CalendarResources::readAll(const ReadContext &context,
                                                            const std::optional<ItemQuery> &filter)
{
    Found found;
    const EntityType *type = context.schema->type(Codes::resourceType);
    if (!type)
        return found;
    ItemQuery any;
    any.typeId = type->id;
    const auto ids = queryIds(context, any);
    const auto wanted = filter ? queryIds(context, *filter) : Result<QList<qint64>>(QList<qint64>());
    if (!ids || !wanted)
        return ids ? wanted.error() : ids.error();
    if (ids->isEmpty())
        return found;
    const auto resources = readResources(context, *ids);
    if (!resources)
        return resources.error();
    const QSet<qint64> among(wanted->cbegin(), wanted->cend());
    for (const CalendarLane &lane : lanesOf(*resources)) {
        found.numbers.insert(lane.id, resources->value(lane.id).number);
        if (resources->value(lane.id).active)
            found.offered << lane;
        if (among.contains(lane.id))
            found.filtered << lane;
    }
    return found;
}

QStringList CalendarResources::numbers(const QList<qint64> &ids) const
{
    QStringList numbers;
    for (const qint64 id : ids) {
        if (const QString number = m_found.numbers.value(id); !number.isEmpty())
            numbers << number;
    }
    return numbers;
}

void CalendarResources::setFilter(const ItemQuery &query)
{
    if (m_filter == query)
        return;
    m_filter = query;
    m_isStale = true;
    read();
}

void CalendarResources::setShown(bool shown)
{
    m_isShown = shown;
    read();
}

void CalendarResources::read()
{
    if (!m_isShown || !std::exchange(m_isStale, false))
        return;
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<Found>(m_load, [filter = m_filter](const ReadContext &context) { return readAll(context, filter); })
        .then(this, [this, token = m_load](const Result<Found> &found) {
            if (token.isCancelled() || !found)
                return;
            m_areRead = true;
            m_found = *found;
            emit changed();
        });
}

} // namespace Kartoteka
