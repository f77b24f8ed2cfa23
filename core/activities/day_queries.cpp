// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/day_queries.h"

#include "core/activities/activity_queries.h"
#include "core/items/item_queries.h"
#include "core/schema/act_kinds.h"

#include <algorithm>
#include <limits>

namespace Kartoteka {

namespace {

/// What is to be done by a person; @p index has it.
QString openOf(const QString &index)
{
    return u"activity a INDEXED BY %1 WHERE responsible = ? AND done IS NOT 1 AND deleted_at IS NULL AND "_s.arg(index);
}

qint64 endOfDay(qint64 now)
{
    return QDateTime::fromMSecsSinceEpoch(now).date().addDays(1).startOfDay().toMSecsSinceEpoch();
}

} // namespace

Result<QList<DayEntry>> dayQueue(const ReadContext &context, qint64 person, qint64 now, int most)
{
    const QString timed = openOf(u"activity_own"_s)
        + u"incoming = 0 AND deadline >= ? AND deadline < ? ORDER BY deadline, id"_s;
    // What is late comes first, then whoever waits for an answer, then what has its hour.
    auto activities = readActivitiesOf(
        context,
        {{timed, {person, std::numeric_limits<qint64>::min(), now}},
         {openOf(u"activity_waiting"_s) + u"incoming = 1 ORDER BY created_at, id"_s, {person}},
         {timed, {person, now, endOfDay(now)}}},
        most);
    if (!activities)
        return activities.error();
    auto seen = itemsSeen(context, *activities);
    if (!seen)
        return seen.error();
    const Schema &schema = *context.schema;
    std::ranges::stable_partition(*activities, [&schema](const Activity &one) {
        const ListValue *priority = schema.listValue(one.details.priority);
        return priority && priority->code == u"high";
    });
    auto titles = itemTitles(context, QSet<ItemRef>(seen->cbegin(), seen->cend()));
    if (!titles)
        return titles.error();
    QList<DayEntry> entries;
    entries.reserve(activities->size());
    for (Activity &activity : *activities) {
        const auto item = seen->constFind(activity.id);
        if (item != seen->cend())
            entries.append({std::move(activity), *item, titles->value(*item)});
    }
    return entries;
}

Result<int> countDay(const ReadContext &context, qint64 person, qint64 now, int most)
{
    auto count = context.connection.scalar(
        u"SELECT count(*) FROM (SELECT 1 FROM (SELECT 1 FROM %1incoming = 0 AND deadline < ? LIMIT ?) UNION ALL "
        "SELECT 1 FROM (SELECT 1 FROM %2incoming = 1 LIMIT ?) LIMIT ?)"_s.arg(openOf(u"activity_own"_s),
                                                                              openOf(u"activity_waiting"_s)),
        {person, endOfDay(now), most, person, most, most});
    return count ? Result<int>(count->toInt()) : Result<int>(count.error());
}

Result<QList<DayAct>> dayActs(const ReadContext &context, qint64 person, qint64 now, int most)
{
    const QStringList kinds{ActKinds::plan, ActKinds::complete, ActKinds::reopen, ActKinds::reschedule, ActKinds::move};
    const qint64 morning = QDateTime::fromMSecsSinceEpoch(now).date().startOfDay().toMSecsSinceEpoch();
    // A clock that was wrong wrote some of another day in between: a day's work is among the last thousands.
    constexpr int looked = 5'000;
    auto cursor = context.connection.query(
        u"SELECT id, at, kind, subject FROM (SELECT * FROM act INDEXED BY act_author WHERE author = ? AND undoable = 1 "
        "ORDER BY id DESC LIMIT ?) WHERE at >= ? AND undone_by IS NULL ORDER BY id DESC"_s,
        {person, looked, morning});
    if (!cursor)
        return cursor.error();
    QList<DayAct> acts;
    while (acts.size() < most && cursor->next()) {
        if (kinds.contains(cursor->text(2)))
            acts << DayAct{cursor->integer(0), cursor->integer(1), cursor->text(2), cursor->text(3)};
    }
    return acts;
}

} // namespace Kartoteka
