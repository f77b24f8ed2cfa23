// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/shared_history.h"

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

Result<void> addRows(Connection &connection, const QString &where, const QVariantList &bound, QList<HistoryRow> &rows)
{
    auto cursor = connection.query(u"SELECT id, at, owner_type, owner_id FROM journal WHERE "_s + where, bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        rows.append({cursor->integer(0), cursor->integer(1), {cursor->integer(2), cursor->integer(3), {}}});
    return {};
}

/// All rows of the journal about an activity. Its creation is in no index of records: it stands under the item that was its
/// first one then, at the time of creation unless that was given.
Result<QList<HistoryRow>> historyOf(Connection &connection, const RecordTable &table, qint64 activity,
                                    const QList<ItemRef> &items)
{
    QList<HistoryRow> rows;
    if (auto done = addRows(connection, u"entity = ? AND record = ? AND (operation <> 'create' OR owner_type = 0)"_s,
                            {table.entity, activity}, rows);
        !done)
        return done.error();
    QList<ItemRef> owners = items;
    for (const HistoryRow &row : std::as_const(rows)) {
        if (!owners.contains(row.owner))
            owners.append(row.owner);
    }
    auto created = connection.scalar(u"SELECT created_at FROM activity WHERE id = ?"_s, {activity});
    if (!created)
        return created.error();
    const qsizetype others = rows.size();
    for (const bool anyTime : {false, true}) {
        for (const ItemRef &owner : std::as_const(owners)) {
            QVariantList bound{owner.type, owner.id, table.entity, activity};
            if (!anyTime)
                bound << *created;
            if (auto done = addRows(connection,
                                    u"owner_type = ? AND owner_id = ? AND entity = ? AND record = ? AND operation = 'create'"_s
                                        + (anyTime ? QString() : u" AND at = ?"_s),
                                    bound, rows);
                !done)
                return done.error();
        }
        if (rows.size() > others)
            break;
    }
    return rows;
}

} // namespace

void SharedHistory::note(const RecordTable &table, qint64 id, const Row &before, const Row &after)
{
    if (table.code != u"activity")
        return;
    const int items = table.indexOf(u"items"_s);
    const bool moved = !before.isEmpty() && !after.isEmpty() && before[items] != after[items];
    if (moved || qMax(itemsIn(table, before), itemsIn(table, after)) > 1)
        m_activities.insert(id);
}

void SharedHistory::noteJournal(const RecordTable &table, qint64 id)
{
    if (table.code == u"activity")
        m_activities.insert(id);
}

Result<void> SharedHistory::write(Connection &connection, const Catalog &catalog)
{
    const RecordTable *table = catalog.table(u"activity"_s);
    for (const qint64 activity : std::as_const(m_activities)) {
        auto items = itemsOf(connection, *table, activity);
        if (!items)
            return items.error();
        auto rows = historyOf(connection, *table, activity, *items);
        if (!rows)
            return rows.error();
        for (const HistoryRow &row : std::as_const(*rows)) {
            if (auto done = connection.run(u"DELETE FROM journal_item WHERE journal = ?"_s, {row.id}); !done)
                return done;
            for (const ItemRef &item : std::as_const(*items)) {
                if (item == row.owner)
                    continue;
                auto done = connection.run(
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
