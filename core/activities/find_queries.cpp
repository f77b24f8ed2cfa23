// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/find_queries.h"

#include "core/activities/activity_queries.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "core/query/quick_match.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

Result<QList<DayEntry>> findOwnActivities(const ReadContext &context, qint64 person, const QString &text, int limit)
{
    constexpr qsizetype shortest = 3;
    const QString typed = text.trimmed();
    QList<DayEntry> found;
    if (typed.size() < shortest)
        return found;
    ItemQuery query;
    query.typeId = context.schema->type(u"activity"_s)->id;
    query.user = person;
    query.search = typed;
    query.conditions = {{Codes::responsible, Comparison::Equal, {u"me"_s}, 0, {}},
                        {u"done"_s, Comparison::Equal, {u"no"_s}, 0, {}}};
    query.sort = {{Codes::deadline, false}};
    auto ids = queryIds(context, query, limit);
    const QString other = otherKeyboardLayout(typed);
    if (ids && ids->isEmpty() && !other.isEmpty()) {
        query.search = other;
        ids = queryIds(context, query, limit);
    }
    auto activities = ids ? readActivities(context, *ids) : Result<QList<Activity>>(ids.error());
    auto seen = activities ? itemsSeen(context, *activities) : Result<QHash<qint64, ItemRef>>(activities.error());
    if (!seen)
        return seen.error();
    for (const Activity &activity : std::as_const(*activities)) {
        if (const auto item = seen->constFind(activity.id); item != seen->cend())
            found << DayEntry{activity, *item, item->isNull() ? QString() : itemTitle(context, *item)};
    }
    const QuickMatch match(typed);
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [&match](const DayEntry &one) { return match.score(one.activity.title); });
    return found;
}

} // namespace Kartoteka
