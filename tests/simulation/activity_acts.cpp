// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/activity_acts.h"

#include "core/activities/activity.h"
#include "core/activities/checklist.h"
#include "core/activities/kinds.h"
#include "core/activities/series_edit.h"
#include "core/activities/series_upkeep.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"

#include <array>

namespace Kartoteka {

namespace {

QString anyRule(QRandomGenerator &random)
{
    static const QStringList rules{u"FREQ=DAILY"_s, u"FREQ=WEEKLY;BYDAY=MO,FR"_s, u"FREQ=MONTHLY;COUNT=3"_s};
    return rules[random.bounded(int(rules.size()))];
}

/// 0: there is none.
qint64 anyActivity(Store &store, QRandomGenerator &random, const QString &which = {})
{
    const auto id = store.reader().connection.scalar(
        u"SELECT id FROM activity %1 ORDER BY uid LIMIT 1 OFFSET (SELECT abs(?) % max(1, count(*)) FROM activity %1)"_s.arg(
            u"WHERE deleted_at IS NULL "_s + which),
        {qint64(random.generate())});
    return id ? id->toLongLong() : 0;
}

ChangeSet update(qint64 activity, const QString &field, const Value &value)
{
    ChangeSet changes;
    if (activity != 0)
        changes.update(u"activity"_s, activity, {{field, value}});
    return changes;
}

} // namespace

Result<ChangeSet> randomPlan(Store &store, const ItemRef &item, QRandomGenerator &random, const QString &word)
{
    ActivityDraft draft;
    draft.title = word;
    draft.items = {item};
    draft.incoming = random.bounded(4) == 0;
    draft.deadline = store.clock().now() + random.bounded(1'000'000);
    draft.recurrence = random.bounded(3) == 0 && !draft.incoming ? anyRule(random) : QString();
    draft.repeatWhenDone = random.bounded(2) == 0;
    return planActivity(*store.schema(), draft);
}

Result<ChangeSet> randomActivityChange(Store &store, QRandomGenerator &random)
{
    const qint64 id = anyActivity(store, random);
    if (random.bounded(2))
        return update(id, u"done"_s, random.bounded(3) != 0);
    return update(id, Codes::deadline, store.clock().now() + random.bounded(2'000'000));
}

Result<ChangeSet> randomSeriesAct(Store &store, QRandomGenerator &random, const QString &word)
{
    if (random.bounded(4) == 0) { // what a program does by itself, with a clock that may be ahead
        constexpr int day = 86'400'000;
        auto upkeep = planSeriesUpkeep(store.reader(), store.clock().now() + random.bounded(5) * day);
        if (!upkeep)
            return upkeep.error();
        if (!upkeep->changes.isEmpty())
            return upkeep->changes[random.bounded(int(upkeep->changes.size()))];
    }
    if (random.bounded(4) == 0)
        return update(anyActivity(store, random), Codes::recurrence,
                      random.bounded(3) == 0 ? Value() : Value(anyRule(random)));
    const qint64 id = anyActivity(store, random, u"AND series IS NOT NULL"_s);
    const auto activity = id != 0 && random.bounded(3) == 0 ? readActivity(store.reader(), id)
                                                            : Result<Activity>(Activity());
    if (!activity || activity->id == 0)
        return update(id, u"done"_s, random.bounded(3) != 0);
    const SeriesScope scope = std::array{SeriesScope::This, SeriesScope::Following, SeriesScope::All}[random.bounded(3)];
    if (random.bounded(3) == 0)
        return planSeriesDelete(store.reader(), *activity, scope);
    if (random.bounded(2) == 0)
        return planSeriesChange(store.reader(), *activity, {{Codes::title, word}}, scope);
    return planSeriesChange(store.reader(), *activity, {{Codes::deadline, store.clock().now() + random.bounded(2'000'000)}},
                            scope);
}

Result<ChangeSet> randomActivityPart(Store &store, QRandomGenerator &random, const QString &word)
{
    const qint64 id = anyActivity(store, random);
    if (id == 0)
        return ChangeSet();
    if (random.bounded(4) == 0) {
        Members people;
        for (const User &user : store.schema()->users()) {
            if (random.bounded(2))
                people.append({.text = {}, .label = {}, .ref = {0, user.id, {}}, .key = {}});
        }
        return update(id, Codes::participants, membersValue(people));
    }
    if (random.bounded(3) == 0) {
        const QList<QPair<QString, Value>> values{{Codes::location, word},
                                                  {Codes::duration, qint64(random.bounded(600))},
                                                  {Codes::start, store.clock().now() + random.bounded(1'000'000)},
                                                  {Codes::allDay, random.bounded(2) == 0},
                                                  {Codes::result, word}};
        const auto &[field, value] = values[random.bounded(int(values.size()))];
        return update(id, field, value);
    }
    const auto before = readChecklist(store.reader(), id);
    if (!before)
        return before.error();
    Checklist after = *before;
    if (after.isEmpty() || random.bounded(2) == 0)
        after.insert(random.bounded(int(after.size()) + 1), {0, {}, word, false, 0});
    else if (ChecklistItem &step = after[random.bounded(int(after.size()))]; random.bounded(3) == 0)
        step.text.clear();
    else
        step.done = !step.done;
    ChangeSet changes;
    changes.changes = planChecklist(id, *before, after, store.clock().now());
    return changes;
}

Result<ChangeSet> randomKind(Store &store, QRandomGenerator &random)
{
    const QList<ListValue> kinds = activityKinds(*store.schema());
    if (kinds.isEmpty())
        return ChangeSet();
    const auto any = [&]() -> const ListValue & { return kinds[random.bounded(int(kinds.size()))]; };
    const QList<QPair<QString, QString>> said{{Codes::duration, QString::number(random.bounded(90))},
                                              {u"reminders"_s, random.bounded(2) ? u"0,30"_s : u"5"_s},
                                              {u"suggests"_s, any().code},
                                              {u"asks_result"_s, random.bounded(2) ? u"yes"_s : u"no"_s},
                                              {u"reminds_participants"_s, random.bounded(2) ? u"yes"_s : u"no"_s}};
    return planKind(*store.schema(), any().id, {said[random.bounded(int(said.size()))]},
                    QDateTime::fromMSecsSinceEpoch(store.clock().now()));
}

} // namespace Kartoteka
