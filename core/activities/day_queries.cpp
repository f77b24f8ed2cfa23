// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/day_queries.h"

#include "core/activities/activity_queries.h"
#include "core/items/item_queries.h"

#include <algorithm>

namespace Kartoteka {

Result<QList<DayEntry>> dayQueue(const ReadContext &context, qint64 person, qint64 now, int most)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QString from =
        u"SELECT id FROM activity INDEXED BY activity_own WHERE responsible = ? AND done IS NOT 1 AND deleted_at "
        "IS NULL AND "_s;
    const QList<QPair<QString, QVariantList>> parts{
        {from + u"incoming = 1 ORDER BY created_at, id LIMIT ?"_s, {person, most}},
        {from + u"incoming = 0 AND deadline < ? ORDER BY deadline, id LIMIT ?"_s,
         {person, today.addDays(1).startOfDay().toMSecsSinceEpoch(), most}}};
    QList<qint64> ids;
    for (const auto &[sql, bound] : parts) {
        auto cursor = context.connection.query(sql, bound);
        if (!cursor)
            return cursor.error();
        while (ids.size() < most && cursor->next())
            ids << cursor->integer(0);
    }
    auto activities = readActivities(context, ids);
    if (!activities)
        return activities.error();
    auto seen = itemsSeen(context, *activities);
    if (!seen)
        return seen.error();
    const Schema &schema = *context.schema;
    std::ranges::stable_sort(*activities, std::ranges::greater(), [&schema](const Activity &one) {
        const ListValue *priority = schema.listValue(one.details.priority);
        return priority && priority->code == u"high";
    });
    QList<DayEntry> entries;
    for (const Activity &activity : std::as_const(*activities)) {
        const auto item = seen->constFind(activity.id);
        if (item != seen->cend())
            entries << DayEntry{activity, *item, item->isNull() ? QString() : itemTitle(context, *item)};
    }
    return entries;
}

} // namespace Kartoteka
