// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/held_times.h"

#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "core/store/record/read_ids.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Whether an activity takes the time of these, and of no others. Where resources alone are asked for whoever held them does not count.
bool isForAll(const Item &activity, const QSet<Who> &who)
{
    QSet<Who> has;
    const bool hasPeople = std::ranges::any_of(who, &Who::isPerson);
    if (hasPeople) {
        has.insert({true, activity.reference(Codes::responsible)});
        for (const Member &one : activity.members(Codes::participants))
            has.insert({true, one.ref.id});
    }
    for (const Member &one : activity.members(Codes::resources))
        has.insert({false, one.ref.id});
    return has == who;
}

} // namespace

Result<QList<HeldTime>> readHeldTimes(const ReadContext &context, const QList<Who> &who, qint64 now)
{
    if (who.isEmpty())
        return QList<HeldTime>();
    auto ids = readIds(
        context, u"SELECT DISTINCT activity FROM busy WHERE is_person = ? AND who = ? AND starts >= ? AND hold_until > ?"_s,
        {who.constFirst().isPerson, who.constFirst().id, now, now});
    auto items = ids ? readItems(context, context.schema->type(u"activity"_s)->id, *ids) : Result<QList<Item>>(ids.error());
    if (!items)
        return items.error();
    const QSet<Who> all(who.cbegin(), who.cend());
    QList<HeldTime> held;
    for (const Item &item : std::as_const(*items)) {
        const ListValue *transparency = context.schema->listValue(item.reference(Codes::transparency));
        if (transparency && transparency->code == u"tentative" && isForAll(item, all))
            held.append({item.id, takenSpan(item.values), item.text(Codes::title), item.value(Codes::holdUntil).toLongLong(),
                         item.value(Codes::createdAt).toLongLong()});
    }
    std::ranges::sort(held, {}, [](const HeldTime &one) { return one.span.starts; });
    return held;
}

const HeldTime *heldFor(const QList<HeldTime> &held, const TimeSpan &span)
{
    const auto found = std::ranges::find_if(
        held, [&span](const HeldTime &one) { return one.span.starts <= span.starts && span.ends <= one.span.ends; });
    return found == held.end() ? nullptr : &*found;
}

void releaseOffer(ChangeSet &changes, const QList<HeldTime> &held, const HeldTime &taken, qint64 now)
{
    for (const HeldTime &one : held) {
        if (one.isOfOffer(taken))
            changes.update(u"activity"_s, one.activity, {{u"deleted_at"_s, now}});
    }
}

} // namespace Kartoteka
