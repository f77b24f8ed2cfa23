// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/activity_counts.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString countedPerson(const QString &counterMode)
{
    return counterMode == u"activity" ? u"activity_responsible"_s : u"item_responsible"_s;
}

QString activityCountsQuery(const QString &person)
{
    return u"SELECT %1, item_type, count(DISTINCT activity), count(DISTINCT CASE incoming WHEN 1 THEN activity END) "
           "FROM activity_link WHERE done = 0 AND %1 IS NOT NULL GROUP BY 1, 2"_s.arg(person);
}

QString litDaysQuery(const QString &person)
{
    return u"SELECT %1, item_type, lit_at / %2, count(DISTINCT activity) FROM activity_link WHERE done = 0 AND incoming = 0 "
           "AND lit_at IS NOT NULL AND %1 IS NOT NULL GROUP BY 1, 2, 3"_s.arg(person, QString::number(litDayMs));
}

LinkState linkState(bool done, const Value &holdUntil)
{
    return done ? LinkState::Done : holdUntil.isValid() ? LinkState::Held : LinkState::Open;
}

QString linkStateQuery()
{
    return u"CASE WHEN a.done = 1 THEN 1 WHEN a.hold_until IS NOT NULL THEN 2 ELSE 0 END"_s;
}

void ActivityCounts::count(const LinkedActivity &activity, const QList<ActivityLink> &links, int sign)
{
    if (activity.state != LinkState::Open)
        return;
    const int incoming = activity.incoming ? sign : 0;
    QList<QPair<qint64, qint64>> counted; // several items of one section that count for the same person count it once
    for (const ActivityLink &link : links) {
        Plan &plan = m_plans[link.item];
        plan.open += sign;
        plan.incoming += incoming;
        const Value person = m_isOfItem ? link.responsible : activity.responsible;
        const std::pair whose{person.toLongLong(), link.item.type};
        if (!person.isValid() || counted.contains(whose))
            continue;
        counted.append(whose);
        Delta &delta = m_deltas[whose];
        delta.planned += sign;
        delta.incoming += incoming;
        if (!activity.incoming && activity.litAt.isValid())
            delta.days[activity.litAt.toLongLong() / litDayMs] += sign;
    }
}

Result<QHash<ItemRef, PlanChange>> ActivityCounts::writePlans(Connection &connection)
{
    QHash<ItemRef, PlanChange> changes;
    for (auto it = m_plans.cbegin(); it != m_plans.cend(); ++it) {
        const ItemRef &item = it.key();
        auto open = connection.scalar(
            u"INSERT INTO item_plan (item_type, item, open, incoming, next_deadline) VALUES (?, ?, ?, ?, (SELECT min(deadline) "
            "FROM activity_link INDEXED BY activity_link_plan WHERE item_type = ? AND item = ? AND done = 0)) "
            "ON CONFLICT (item_type, item) DO UPDATE SET open = open + excluded.open, incoming = incoming + excluded.incoming, "
            "next_deadline = excluded.next_deadline RETURNING open"_s,
            {item.type, item.id, it->open, it->incoming, item.type, item.id});
        if (!open)
            return open.error();
        const qint64 now = open->toLongLong();
        changes.insert(item, {.had = now > it->open, .has = now > 0});
        if (now != 0)
            continue;
        auto done = connection.run(u"DELETE FROM item_plan WHERE item_type = ? AND item = ?"_s, {item.type, item.id});
        if (!done)
            return done.error();
    }
    m_plans.clear();
    return changes;
}

Result<void> ActivityCounts::writeDays(Connection &connection, qint64 person, qint64 type, const Delta &delta)
{
    for (auto day = delta.days.cbegin(); day != delta.days.cend(); ++day) {
        if (*day == 0)
            continue;
        auto left = connection.scalar(
            u"INSERT INTO lit_day (person, item_type, day, activities) VALUES (?, ?, ?, ?) ON CONFLICT "
            "(person, item_type, day) DO UPDATE SET activities = activities + excluded.activities RETURNING activities"_s,
            {person, type, day.key(), *day});
        if (!left)
            return left.error();
        if (left->toLongLong() != 0)
            continue;
        auto done = connection.run(u"DELETE FROM lit_day WHERE person = ? AND item_type = ? AND day = ?"_s,
                                   {person, type, day.key()});
        if (!done)
            return done;
    }
    return {};
}

Result<void> ActivityCounts::write(Connection &connection)
{
    for (auto it = m_deltas.cbegin(); it != m_deltas.cend(); ++it) {
        const auto &[person, type] = it.key();
        if (it->planned != 0 || it->incoming != 0) {
            auto left = connection.scalar(
                u"INSERT INTO activity_count (person, item_type, planned, incoming) VALUES (?, ?, ?, ?) ON CONFLICT "
                "(person, item_type) DO UPDATE SET planned = planned + excluded.planned, incoming = incoming + excluded.incoming "
                "RETURNING planned"_s,
                {person, type, it->planned, it->incoming});
            auto done = left ? Result<void>() : Result<void>(left.error());
            if (done && left->toLongLong() == 0)
                done = connection.run(u"DELETE FROM activity_count WHERE person = ? AND item_type = ?"_s, {person, type});
            if (!done)
                return done;
        }
        if (auto done = writeDays(connection, person, type, *it); !done)
            return done;
    }
    m_deltas.clear();
    return {};
}

Result<void> ActivityCounts::recount(Connection &connection)
{
    m_deltas.clear();
    const QString person = m_isOfItem ? u"item_responsible"_s : u"activity_responsible"_s;
    for (const QString &sql :
         {u"DELETE FROM activity_count"_s, u"DELETE FROM lit_day"_s,
          u"INSERT INTO activity_count (person, item_type, planned, incoming) "_s + activityCountsQuery(person),
          u"INSERT INTO lit_day (person, item_type, day, activities) "_s + litDaysQuery(person)}) {
        if (auto done = connection.run(sql); !done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
