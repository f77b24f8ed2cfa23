// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/held_activities.h"

#include "core/store/kept/activity_counts.h"
#include "core/store/kept/stage_plans.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

Result<void> uncountHeld(Connection &connection, const Catalog &catalog)
{
    auto done = connection.run(u"UPDATE activity_link SET done = 2 WHERE done = 0 AND activity IN "
                               "(SELECT id FROM activity WHERE hold_until IS NOT NULL)"_s);
    auto held = done
        ? connection.scalar(u"SELECT EXISTS (SELECT 1 FROM activity_link INDEXED BY activity_link_held WHERE done = 2)"_s)
        : Result<Value>(done.error());
    if (!held)
        return held.error();
    if (!held->toBool())
        return {};
    const QString items = u"SELECT item_type, item FROM activity_link INDEXED BY activity_link_held WHERE done = 2"_s;
    for (const QString &sql :
         {u"DELETE FROM item_plan WHERE (item_type, item) IN (%1)"_s.arg(items),
          u"INSERT INTO item_plan (item_type, item, open, incoming, next_deadline) SELECT l.item_type, l.item, count(*), "
          "sum(l.incoming), min(l.deadline) FROM (SELECT DISTINCT item_type, item FROM (%1)) h CROSS JOIN activity_link l "
          "INDEXED BY activity_link_plan ON l.item_type = h.item_type AND l.item = h.item WHERE l.done = 0 GROUP BY 1, 2"_s
              .arg(items)}) {
        if (done = connection.run(sql); !done)
            return done;
    }
    auto mode = connection.scalar(u"SELECT value FROM setting WHERE code = 'counter_mode'"_s);
    if (!mode)
        return mode.error();
    ActivityCounts counts;
    counts.setPerson(countedPerson(mode->toString()));
    done = counts.recount(connection);
    return done ? countStagePlans(connection, catalog) : done;
}

} // namespace Kartoteka
