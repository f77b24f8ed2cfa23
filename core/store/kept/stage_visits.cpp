// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/stage_visits.h"

namespace Kartoteka {

namespace {

/// A making has the stage itself, a change a pair [before, after]. A row that says the stage it was in already, as one that
/// settles a conflict may, tells of no visit. What else stands under an item has no stage, and much of it is not looked at.
QString visitsOfJournal(const RecordTable &table)
{
    return u"WITH known AS MATERIALIZED (SELECT id, lower(hex(uid)) AS uid FROM stage), "
           "told AS (SELECT owner_type, owner_id, at, id, CASE operation WHEN 'update' THEN "
           "iif(json_extract(patch, '$.stage[0]') IS json_extract(patch, '$.stage[1]'), NULL, "
           "json_extract(patch, '$.stage[1]')) ELSE json_extract(patch, '$.stage') END AS stage FROM journal "
           "WHERE owner_type = %1 AND operation <> 'erase' AND entity NOT IN ('comment', 'activity', 'attachment', "
           "'link')%2) SELECT t.owner_type, t.owner_id, t.at, t.id, k.id FROM told t CROSS JOIN known k "
           "ON k.uid = t.stage"_s.arg(table.typeId);
}

} // namespace

QString stageVisitsOf(const RecordTable &table)
{
    return visitsOfJournal(table).arg(QString());
}

Result<void> readStageVisits(Connection &connection, const Catalog &catalog)
{
    for (const QString &code : catalog.codes()) {
        const RecordTable *table = catalog.table(code);
        if (table->stageColumn < 0)
            continue;
        if (auto done = connection.run(u"INSERT INTO stage_visit "_s + stageVisitsOf(*table)); !done)
            return done;
    }
    return {};
}

Result<void> StageVisits::note(const NotedChange &change)
{
    const int at = change.table.stageColumn;
    if (at < 0 || change.journal == 0 || change.after.isEmpty() || !change.after[at].isValid())
        return {};
    if (change.before.isEmpty() || change.before[at] != change.after[at])
        m_visits.append({{change.table.typeId, change.id, {}}, change.at, change.journal, change.after[at].toLongLong()});
    return {};
}

void StageVisits::noteJournal(const RecordTable &table, qint64 id)
{
    if (table.stageColumn >= 0)
        m_unsettled.insert({table.typeId, id});
}

Result<void> StageVisits::write()
{
    for (const auto &[type, item] : std::as_const(m_unsettled)) {
        const RecordTable *table = m_catalog->table(type);
        if (auto done = table ? readAnew(*table, item) : Result<void>(); !done)
            return done;
    }
    for (const Visit &visit : std::as_const(m_visits)) {
        if (auto done = add(visit); !done)
            return done;
    }
    m_unsettled.clear();
    m_visits.clear();
    return {};
}

Result<void> StageVisits::add(const Visit &visit)
{
    return m_connection.run(u"INSERT OR IGNORE INTO stage_visit (item_type, item, entered_at, journal, stage) "
                            "VALUES (?, ?, ?, ?, ?)"_s,
                            {visit.item.type, visit.item.id, visit.at, visit.journal, visit.stage});
}

Result<void> StageVisits::readAnew(const RecordTable &table, qint64 item)
{
    auto done = m_connection.run(u"DELETE FROM stage_visit WHERE item_type = ? AND item = ?"_s, {table.typeId, item});
    return !done
        ? done
        : m_connection.run(u"INSERT INTO stage_visit "_s + visitsOfJournal(table).arg(u" AND owner_id = ?"_s), {item});
}

} // namespace Kartoteka
