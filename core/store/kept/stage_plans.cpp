// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/stage_plans.h"

#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

bool stands(const RecordTable &table, const Row &row)
{
    return !row.isEmpty() && !row[table.indexOf(u"deleted_at"_s)].isValid();
}

qint64 placeOf(const RecordTable &table, const Row &row)
{
    return stands(table, row) ? row[table.stageColumn].toLongLong() : 0;
}

} // namespace

void StagePlans::note(const NotedChange &change)
{
    if (!change.table.isItem || change.table.stageColumn < 0)
        return;
    const qint64 from = placeOf(change.table, change.before);
    const qint64 to = placeOf(change.table, change.after);
    const ItemRef item{change.table.typeId, change.id, {}};
    if (const auto known = m_places.find(item); known != m_places.end())
        known->to = to;
    else if (from != to && stands(change.table, change.before)) // what was not there has no plan yet
        m_places.insert(item, {.from = from, .to = to});
}

Result<PlanChange> StagePlans::unchangedPlan(const ItemRef &item) const
{
    auto found = m_connection.scalar(u"SELECT EXISTS (SELECT 1 FROM item_plan WHERE item_type = ? AND item = ?)"_s,
                                     {item.type, item.id});
    return found ? Result<PlanChange>(PlanChange{found->toBool(), found->toBool()}) : Result<PlanChange>(found.error());
}

Result<void> StagePlans::write(const Catalog &catalog, const QHash<ItemRef, PlanChange> &plans)
{
    QHash<qint64, qint64> deltas;
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        const auto known = plans.constFind(place.key());
        auto plan = known != plans.cend() ? Result<PlanChange>(*known) : unchangedPlan(place.key());
        if (!plan)
            return plan.error();
        deltas[place->from] -= plan->had ? 1 : 0;
        deltas[place->to] += plan->has ? 1 : 0;
    }
    for (auto plan = plans.cbegin(); plan != plans.cend(); ++plan) {
        const RecordTable *table = catalog.table(plan.key().type);
        if (plan->had == plan->has || m_places.contains(plan.key()) || !table || table->stageColumn < 0)
            continue;
        auto stage = m_connection.scalar(
            u"SELECT stage FROM %1 WHERE id = ? AND deleted_at IS NULL"_s.arg(sqlName(table->name)), {plan.key().id});
        if (!stage)
            return stage.error();
        deltas[stage->toLongLong()] += plan->has ? 1 : -1;
    }
    m_places.clear();
    deltas.remove(0);
    for (auto it = deltas.cbegin(); it != deltas.cend(); ++it) {
        if (*it == 0)
            continue;
        auto left = m_connection.scalar(
            u"INSERT INTO stage_plan (stage, items) VALUES (?, ?) ON CONFLICT (stage) DO UPDATE SET "
            "items = items + excluded.items RETURNING items"_s,
            {it.key(), *it});
        if (!left)
            return left.error();
        if (left->toLongLong() != 0)
            continue;
        if (auto done = m_connection.run(u"DELETE FROM stage_plan WHERE stage = ?"_s, {it.key()}); !done)
            return done;
    }
    return {};
}

QString stagePlansOf(const RecordTable &table)
{
    return u"SELECT t.stage AS stage, count(*) AS items FROM item_plan p CROSS JOIN %1 t ON t.id = p.item "
           "WHERE p.item_type = %2 AND t.deleted_at IS NULL AND t.stage IS NOT NULL GROUP BY 1"_s.arg(sqlName(table.name))
               .arg(table.typeId);
}

Result<void> countStagePlans(Connection &connection, const Catalog &catalog)
{
    auto done = connection.run(u"DELETE FROM stage_plan"_s);
    for (const QString &code : catalog.codes()) {
        const RecordTable &table = *catalog.table(code);
        if (done && table.isItem && table.stageColumn >= 0)
            done = connection.run(u"INSERT INTO stage_plan (stage, items) "_s + stagePlansOf(table));
    }
    return done;
}

} // namespace Kartoteka
