// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/booking_acts.h"

#include "core/activities/overlap.h"
#include "core/calendar/booking.h"
#include "core/calendar/calendar_plan.h"
#include "core/calendar/resource_acts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"

namespace Kartoteka {

namespace {

/// 0: there is none.
qint64 anyRow(Store &store, QRandomGenerator &random, const QString &rows)
{
    const auto id = store.reader().connection.scalar(
        u"SELECT id FROM %1 ORDER BY uid LIMIT 1 OFFSET (SELECT abs(?) % max(1, count(*)) FROM %1)"_s.arg(rows),
        {qint64(random.generate())});
    return id ? id->toLongLong() : 0;
}

} // namespace

Result<ChangeSet> randomBooking(Store &store, QRandomGenerator &random, const QString &word)
{
    const Schema &schema = *store.schema();
    const EntityType &type = *schema.type(Codes::resourceType);
    const qint64 resource = anyRow(store, random, u"resource WHERE deleted_at IS NULL"_s);
    if (resource == 0 || random.bounded(12) == 0)
        return planCreate(schema, type, {{Codes::title, word}, {Codes::bufferAfter, qint64(random.bounded(3) * 15)}});
    if (random.bounded(5) == 0) {
        auto item = readItem(store.reader(), {type.id, resource, {}});
        if (!item)
            return item.error();
        return planResourceHours(*item, 1 + random.bounded(7),
                                 parseWorkHours(random.bounded(2) ? u"10:00-16:00"_s : u"off"_s));
    }
    const QDate day = QDateTime::fromMSecsSinceEpoch(store.clock().now()).date().addDays(random.bounded(3));
    const CalendarPlace from{day, QTime(9 + random.bounded(6), 0)};
    ChangeSet changes;
    if (const qint64 booked = random.bounded(3) == 0 ? anyRow(store, random, u"activity WHERE start IS NOT NULL"_s) : 0;
        booked != 0) {
        changes.update(u"activity"_s, booked, {{Codes::start, QDateTime(day, from.time).toMSecsSinceEpoch()}});
    } else {
        const Member member{.text = {}, .label = {}, .ref = {0, resource, {}}, .key = {}};
        changes = planCreateEntry(schema, {{Codes::title, word}, {Codes::resources, membersValue({member})}}, from,
                                  {day, from.time.addSecs(3600 * (1 + random.bounded(3)))});
    }
    return random.bounded(3) == 0 ? acceptingOverlap(changes) : changes;
}

} // namespace Kartoteka
