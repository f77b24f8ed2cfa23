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

Result<void> ActivityCounts::add(Connection &connection, qint64 activity, int sign)
{
    auto links = connection.query(
        u"SELECT item_type, item, %1, incoming, lit_at FROM activity_link INDEXED BY activity_link_activity "
        "WHERE activity = ? AND done = 0"_s.arg(m_person),
        {activity});
    if (!links)
        return links.error();
    QList<QPair<qint64, qint64>> counted; // several items of one section that count for the same person count it once
    while (links->next()) {
        const qint64 incoming = links->integer(3);
        Plan &plan = m_plans[{links->integer(0), links->integer(1), {}}];
        plan.open += sign;
        plan.incoming += sign * incoming;
        const std::pair whose{links->integer(2), links->integer(0)};
        if (links->isNull(2) || counted.contains(whose))
            continue;
        counted.append(whose);
        Delta &delta = m_deltas[whose];
        delta.planned += sign;
        delta.incoming += sign * incoming;
        if (incoming == 0 && !links->isNull(4))
            delta.days[links->integer(4) / litDayMs] += sign;
    }
    return {};
}

Result<void> ActivityCounts::writePlans(Connection &connection)
{
    for (auto it = m_plans.cbegin(); it != m_plans.cend(); ++it) {
        const ItemRef &item = it.key();
        auto done = connection.run(
            u"INSERT INTO item_plan (item_type, item, open, incoming, next_deadline) VALUES (?, ?, ?, ?, (SELECT min(deadline) "
            "FROM activity_link INDEXED BY activity_link_plan WHERE item_type = ? AND item = ? AND done = 0)) "
            "ON CONFLICT (item_type, item) DO UPDATE SET open = open + excluded.open, incoming = incoming + excluded.incoming, "
            "next_deadline = excluded.next_deadline"_s,
            {item.type, item.id, it->open, it->incoming, item.type, item.id});
        if (done && it->open < 0)
            done = connection.run(u"DELETE FROM item_plan WHERE item_type = ? AND item = ? AND open = 0"_s,
                                  {item.type, item.id});
        if (!done)
            return done;
    }
    m_plans.clear();
    return {};
}

Result<void> ActivityCounts::write(Connection &connection)
{
    if (auto done = writePlans(connection); !done)
        return done;
    for (auto it = m_deltas.cbegin(); it != m_deltas.cend(); ++it) {
        const auto &[person, type] = it.key();
        Result<void> done;
        if (it->planned != 0 || it->incoming != 0) {
            done = connection.run(
                u"INSERT INTO activity_count (person, item_type, planned, incoming) VALUES (?, ?, ?, ?) ON CONFLICT "
                "(person, item_type) DO UPDATE SET planned = planned + excluded.planned, incoming = incoming + excluded.incoming"_s,
                {person, type, it->planned, it->incoming});
            if (done && it->planned < 0)
                done = connection.run(u"DELETE FROM activity_count WHERE person = ? AND item_type = ? AND planned = 0"_s,
                                      {person, type});
        }
        for (auto day = it->days.cbegin(); done && day != it->days.cend(); ++day) {
            if (*day == 0)
                continue;
            done = connection.run(
                u"INSERT INTO lit_day (person, item_type, day, activities) VALUES (?, ?, ?, ?) ON CONFLICT "
                "(person, item_type, day) DO UPDATE SET activities = activities + excluded.activities"_s,
                {person, type, day.key(), *day});
            if (done && *day < 0)
                done = connection.run(
                    u"DELETE FROM lit_day WHERE person = ? AND item_type = ? AND day = ? AND activities = 0"_s,
                    {person, type, day.key()});
        }
        if (!done)
            return done;
    }
    m_deltas.clear();
    return {};
}

Result<void> ActivityCounts::recount(Connection &connection)
{
    m_deltas.clear();
    auto done = writePlans(connection);
    for (const QString &sql :
         {u"DELETE FROM activity_count"_s, u"DELETE FROM lit_day"_s,
          u"INSERT INTO activity_count (person, item_type, planned, incoming) "_s + activityCountsQuery(m_person),
          u"INSERT INTO lit_day (person, item_type, day, activities) "_s + litDaysQuery(m_person)}) {
        if (done)
            done = connection.run(sql);
    }
    return done;
}

} // namespace Kartoteka
