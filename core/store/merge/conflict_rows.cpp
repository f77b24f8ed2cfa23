// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/conflict_rows.h"

namespace Kartoteka {

Result<void> ConflictRows::keep(MergeTarget &target, const QString &column, const QList<LostWrite> &lost)
{
    if (!target.conflicts) {
        auto conflicts = readConflicts(connection(), target.table, target.id);
        if (!conflicts)
            return conflicts.error();
        target.conflicts = *conflicts;
    }
    FieldConflicts &conflicts = (*target.conflicts)[column];
    auto done = conflicts.all == 0
        ? Result<void>()
        : connection().run(u"DELETE FROM conflict WHERE entity = ? AND record = ? AND field = ?"_s,
                           {target.table.entity, target.id, column});
    const ItemRef owner = ownerOf(target.table, target.id, target.after);
    qint64 now = 0;
    for (const LostWrite &one : lost) {
        if (!done)
            return done;
        done = connection().run(
            u"INSERT INTO conflict (entity, record, field, owner_type, owner_id, loser, winner, open) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {target.table.entity, target.id, column, owner.type, owner.id, one.loser, one.winner, one.open ? 1 : 0});
        now += one.open ? 1 : 0;
    }
    m_report.conflicts += qMax<qint64>(0, now - conflicts.open);
    conflicts = {.all = lost.size(), .open = now};
    return done;
}

Result<void> ConflictRows::close(MergeTarget &target, const QString &column)
{
    if (!target.conflicts || target.conflicts->value(column).open == 0)
        return {};
    (*target.conflicts)[column].open = 0;
    return connection().run(u"UPDATE conflict SET open = 0 WHERE entity = ? AND record = ? AND field = ?"_s,
                            {target.table.entity, target.id, column});
}

Result<void> ConflictRows::drop(const RecordTable &table, qint64 id, const FieldWrite &erasure)
{
    QList<qint64> erased;
    {
        auto cursor = connection().query(
            u"SELECT c.id, l.origin, l.sequence, w.origin, w.sequence FROM conflict c JOIN journal l ON l.id = c.loser "
            "JOIN journal w ON w.id = c.winner WHERE c.entity = ? AND c.record = ?"_s,
            {table.entity, id});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            FieldWrite loser;
            loser.origin = m_history.uidOf(cursor->integer(1));
            loser.sequence = cursor->integer(2);
            FieldWrite winner;
            winner.origin = m_history.uidOf(cursor->integer(3));
            winner.sequence = cursor->integer(4);
            if (isErased(loser, winner, {erasure}))
                erased.append(cursor->integer(0));
        }
    }
    return connection().run(u"DELETE FROM conflict WHERE id IN (SELECT value FROM json_each(?))"_s, {idList(erased)});
}

} // namespace Kartoteka
