// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/shared_history.h"

namespace Kartoteka {

namespace {

struct HistoryRow
{
    qint64 id = 0;
    qint64 at = 0;
    ItemRef owner;
};

qsizetype itemsIn(const RecordTable &table, const Row &row)
{
    return row.isEmpty() ? 0 : row[table.indexOf(u"items"_s)].value<Members>().size();
}

Result<QList<ItemRef>> itemsOf(Connection &connection, const RecordTable &table, qint64 activity)
{
    auto cursor = connection.query(
        u"SELECT ref_type, ref FROM multi_value WHERE entity_type = ? AND item = ? AND field = ? ORDER BY position"_s,
        {table.typeId, activity, table.columns[table.indexOf(u"items"_s)].field});
    if (!cursor)
        return cursor.error();
    QList<ItemRef> items;
    while (cursor->next())
        items.append({cursor->integer(0), cursor->integer(1), {}});
    return items;
}

/// All rows of the journal about an activity.
Result<QList<HistoryRow>> historyOf(Connection &connection, qint64 activity)
{
    auto cursor = connection.query(u"SELECT id, at, owner_type, owner_id FROM journal INDEXED BY journal_activity "
                                   "WHERE entity = 'activity' AND record = ?"_s,
                                   {activity});
    if (!cursor)
        return cursor.error();
    QList<HistoryRow> rows;
    while (cursor->next())
        rows.append({cursor->integer(0), cursor->integer(1), {cursor->integer(2), cursor->integer(3), {}}});
    return rows;
}

} // namespace

Result<void> SharedHistory::note(const NotedChange &change)
{
    const RecordTable &table = change.table;
    if (table.code != u"activity")
        return {};
    const Row &before = change.before;
    const Row &after = change.after;
    const int items = table.indexOf(u"items"_s);
    const bool moved = !before.isEmpty() && !after.isEmpty() && before[items] != after[items];
    if (moved || qMax(itemsIn(table, before), itemsIn(table, after)) > 1)
        m_activities.insert(change.id);
    return {};
}

void SharedHistory::noteJournal(const RecordTable &table, qint64 id)
{
    if (table.code == u"activity")
        m_activities.insert(id);
}

Result<void> SharedHistory::write()
{
    const RecordTable *table = m_catalog->table(u"activity"_s);
    for (const qint64 activity : std::as_const(m_activities)) {
        auto items = itemsOf(m_connection, *table, activity);
        if (!items)
            return items.error();
        auto rows = historyOf(m_connection, activity);
        if (!rows)
            return rows.error();
        for (const HistoryRow &row : std::as_const(*rows)) {
            if (auto done = m_connection.run(u"DELETE FROM journal_item WHERE journal = ?"_s, {row.id}); !done)
                return done;
            for (const ItemRef &item : std::as_const(*items)) {
                if (item == row.owner)
                    continue;
                auto done = m_connection.run(
                    u"INSERT OR IGNORE INTO journal_item (item_type, item, at, journal) VALUES (?, ?, ?, ?)"_s,
                    {item.type, item.id, row.at, row.id});
                if (!done)
                    return done;
            }
        }
    }
    m_activities.clear();
    return {};
}

} // namespace Kartoteka
