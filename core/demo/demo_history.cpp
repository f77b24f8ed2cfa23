// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_history.h"

#include "core/activities/activity.h"
#include "core/base/durations.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/item_rules.h"
#include "core/leads/client_matches.h"
#include "core/leads/conversion.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace Kartoteka {

namespace {

using Rows = QSet<std::pair<QString, qint64>>;

Rows changedRows(const ChangeSet &changes)
{
    Rows rows;
    for (const Change &change : changes.changes) {
        if (change.operation != Operation::Create)
            rows.insert({change.table, change.id});
    }
    return rows;
}

} // namespace

DemoHistory::DemoHistory(Store &store, const DemoWords &words, DemoDice &dice, int portion)
    : m_store(store), m_words(words), m_dice(dice), m_now(store.clock().now()), m_portion(portion)
{}

void DemoHistory::add(const ItemRef &item, qint64 madeAt, const QString &finalStage, const QList<qint64> &users)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType &type = *schema->type(item.type);
    const QList<Stage> stages = schema->stages(schema->defaultPipeline(type.id)->id);
    QList<Stage> path;
    for (const Stage &stage : stages) {
        const bool last = stage.code == finalStage;
        if (last || (stage.group == StageGroup::InProgress && m_dice.chance(80)))
            path.append(stage);
        if (last)
            break;
    }
    qint64 at = madeAt;
    const qint64 step = qMax<qint64>(minuteMs, (m_now - at) / (path.size() + 2));
    for (const Stage &stage : std::as_const(path)) {
        if (stage.id == stages.first().id)
            continue;
        at += step / 2 + m_dice.below(int(step / 2 / minuteMs) + 1) * minuteMs;
        const What what = isWonByConversion(type, stage) ? What::Conversion : What::Move;
        m_steps.append({.what = what, .at = at, .author = m_dice.one(users), .item = item, .stage = stage.id});
    }
    if (m_dice.chance(35)) {
        const QString text = m_dice.one(m_words.comments);
        m_steps.append({.what = What::Comment,
                        .at = qMin(at + 30 * minuteMs, m_now - minuteMs),
                        .author = m_dice.one(users),
                        .item = item,
                        .text = text});
    }
    const bool open = path.isEmpty() || path.last().group == StageGroup::InProgress;
    if (open && m_dice.chance(55))
        addActivity(item, at, users);
}

void DemoHistory::addActivity(const ItemRef &item, qint64 after, const QList<qint64> &users)
{
    static const QStringList kinds{u"call"_s, u"meeting"_s, u"email"_s, u"todo"_s};
    constexpr qint64 handedOver = 9; // one in so many; the others people plan for themselves
    Step step{.what = What::Activity, .item = item, .text = m_dice.one(m_words.activityTitles)};
    step.kind = m_dice.one(kinds);
    step.incoming = m_dice.chance(8);
    step.responsible = m_dice.one(users);
    // From the day before yesterday to two weeks ahead; few are overdue.
    QDateTime deadline = QDateTime::fromMSecsSinceEpoch(m_now).addDays(m_dice.chance(18) ? -m_dice.below(3)
                                                                                         : m_dice.below(14));
    deadline.setTime(QTime(9 + m_dice.below(9), m_dice.chance(50) ? 0 : 30));
    // Nobody plans what is past: a fresh item's activity lies ahead of its planning.
    step.at = qMin(after + 45 * minuteMs, m_now - minuteMs);
    while (deadline.toMSecsSinceEpoch() <= step.at)
        deadline = deadline.addDays(1);
    step.deadline = deadline.toMSecsSinceEpoch();
    const qint64 anybody = m_dice.one(users);
    step.author = item.id % handedOver == 0 ? anybody : step.responsible;
    m_steps.append(step);
}

Result<void> DemoHistory::write(const std::function<Result<void>(qint64, qint64)> &told)
{
    std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step &a, const Step &b) { return a.at < b.at; });
    const QList<Step> steps = std::exchange(m_steps, {});
    qint64 written = 0;
    const auto carryOutAndTell = [&](const Doing &doing) -> Result<void> {
        written += m_begun[doing].size();
        auto done = carryOut(doing);
        return done ? told(written, steps.size()) : done;
    };
    for (const Step &step : steps) {
        if (const auto before = m_waits.constFind(step.item.id); before != m_waits.cend()) {
            if (auto done = carryOutAndTell(Doing(*before)); !done)
                return done;
        }
        const Doing doing{step.what, step.author};
        m_begun[doing].append(step);
        m_waits.insert(step.item.id, doing);
        if (m_begun[doing].size() >= m_portion) {
            if (auto done = carryOutAndTell(doing); !done)
                return done;
        }
    }
    while (!m_begun.empty()) {
        if (auto done = carryOutAndTell(Doing(m_begun.begin()->first)); !done)
            return done;
    }
    return {};
}

/// What one person did to some items, at the time of the last.
Result<void> DemoHistory::carryOut(const Doing &doing)
{
    const QList<Step> steps = m_begun.extract(doing).mapped();
    ChangeSet act;
    Rows changed;
    const auto commit = [&]() -> Result<void> {
        act.undoable = false;
        act.author = doing.second;
        act.at = steps.constLast().at;
        auto receipt = m_store.commitAndWait(std::exchange(act, {}));
        changed.clear();
        return receipt ? Result<void>() : Result<void>(receipt.error());
    };
    for (const Step &step : steps) {
        m_waits.remove(step.item.id);
        auto plan = planned(step);
        if (!plan)
            return plan.error();
        // Two conversions may come to one client: the second must see what the first left.
        if (changed.intersects(changedRows(*plan))) {
            if (auto done = commit(); !done)
                return done;
            plan = planned(step);
            if (!plan)
                return plan.error();
        }
        changed.unite(changedRows(*plan));
        if (act.isEmpty())
            act = std::move(*plan);
        else
            act.changes += plan->changes;
    }
    return commit();
}

Result<ChangeSet> DemoHistory::planned(const Step &step) const
{
    const SchemaPtr schema = m_store.schema();
    switch (step.what) {
    case What::Conversion: return conversion(step.item);
    case What::Comment: return planComment(step.item, step.text);
    case What::Activity: {
        ActivityDraft draft;
        draft.title = step.text;
        draft.kind = step.kind;
        draft.incoming = step.incoming;
        draft.items = {step.item};
        draft.responsible = step.responsible;
        draft.deadline = step.deadline;
        return planActivity(*schema, draft);
    }
    case What::Move: break;
    }
    ChangeSet move;
    move.kind = ActKinds::move;
    move.update(schema->type(step.item.type)->code, step.item.id, {{u"stage"_s, step.stage}, {u"rank"_s, double(step.at)}});
    return move;
}

/// What was won by conversion has a deal, and its client: known companies go on as they are.
Result<ChangeSet> DemoHistory::conversion(const ItemRef &lead) const
{
    auto item = readItem(m_store.reader(), lead);
    if (!item)
        return item.error();
    auto known = clientMatches(m_store.reader(), *item);
    if (!known)
        return known.error();
    ConversionRequest request{
        .source = lead, .targets = {u"deal"_s, u"contact"_s}, .existing = {}, .edited = {}, .pipelines = {}, .user = 0};
    if (!item->text(Codes::companyTitle).isEmpty())
        request.targets << u"company"_s;
    for (const QString &target : std::as_const(request.targets)) {
        if (known->contains(target))
            request.existing.insert(target, known->value(target).constFirst().id);
    }
    auto plan = planConversion(m_store.reader(), request);
    if (!plan)
        return plan.error();
    return std::move(plan->changes);
}

} // namespace Kartoteka
