// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/explanation.h"

#include "core/activities/activity.h"
#include "core/base/durations.h"
#include "core/store/kept/activity_counts.h"
#include "core/store/kept/activity_index.h"

namespace Kartoteka {

namespace {

/// The first ids of two statements, each once.
Result<QList<qint64>> firstIds(const ReadContext &context, const QList<QPair<QString, QVariantList>> &statements, int most)
{
    QList<qint64> ids;
    for (const auto &[sql, bound] : statements) {
        auto cursor = context.connection.query(sql, bound);
        if (!cursor)
            return cursor.error();
        while (ids.size() < most && cursor->next()) { // several items of a section may share one
            if (!ids.contains(cursor->integer(0)))
                ids << cursor->integer(0);
        }
    }
    return ids;
}

Result<Explanation> explain(const ReadContext &context, const QList<qint64> &ids, const Lights &lights)
{
    auto activities = readActivities(context, ids);
    if (!activities)
        return activities.error();
    Explanation explanation;
    explanation.lights = lights;
    for (const Activity &one : std::as_const(*activities)) {
        LitActivity lit{.id = one.id,
                        .number = one.number,
                        .title = one.title,
                        .deadline = one.deadline,
                        .incoming = one.incoming,
                        .since = {}};
        if (!one.incoming && one.deadline.isValid()) {
            lit.since = litAt(one.deadline, one.reminders, counterLeadOf(context.schema->setting(Codes::counterLead)));
            lit.leadMinutes = int((one.deadline.toLongLong() - lit.since.toLongLong()) / minuteMs);
            lit.byReminder = !one.reminders.isEmpty();
        }
        explanation.activities << lit;
    }
    explanation.more = qMax<qint64>(0, lights.red + lights.green - explanation.activities.size());
    return explanation;
}

} // namespace

Result<Explanation> explainItem(const ReadContext &context, const ItemRef &item, qint64 nowMs, int most)
{
    auto lights = itemLights(context, item.type, {item.id}, nowMs);
    if (!lights)
        return lights.error();
    auto ids = firstIds(
        context,
        {{u"SELECT activity FROM activity_link INDEXED BY activity_link_plan WHERE item_type = ? AND item = ? "
          "AND done = 0 AND (incoming = 1 OR lit_at <= ?) ORDER BY incoming DESC, lit_at, activity LIMIT ?"_s,
          {item.type, item.id, nowMs, most}}},
        most);
    return ids ? explain(context, *ids, lights->value(item.id)) : Result<Explanation>(ids.error());
}

Result<Explanation> explainSection(const ReadContext &context, qint64 typeId, qint64 user, qint64 nowMs, int most)
{
    auto lights = sectionLights(context, user, nowMs);
    if (!lights)
        return lights.error();
    const QString person = countedPerson(context.schema->setting(u"counter_mode"_s));
    const bool ofItems = person == u"item_responsible";
    const QString index = ofItems ? u"activity_link_item_lit"_s : u"activity_link_own"_s;
    const QString from =
        u"SELECT activity FROM activity_link INDEXED BY %1 WHERE %2 = ? AND item_type = ? AND done = 0 AND "_s.arg(index,
                                                                                                                   person);
    auto ids = firstIds(context,
                        {{from + u"lit_at IS NULL AND incoming = 1"_s, {user, typeId}},
                         {from + u"incoming = 0 AND lit_at <= ? ORDER BY lit_at"_s, {user, typeId, nowMs}}},
                        most);
    return ids ? explain(context, *ids, lights->value(typeId)) : Result<Explanation>(ids.error());
}

} // namespace Kartoteka
