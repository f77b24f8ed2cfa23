// SPDX-License-Identifier: GPL-3.0-or-later
// What fields and deletions come to when several replicas wrote them.
#include "core/schema/codes.h"
#include "core/store/merge/merger.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/store/db/sql_name.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Whether a write is something a person did to the item itself, for which it must not stay deleted.
bool isEdit(const QString &operation, const QJsonObject &patch)
{
    if (operation != u"update" || patch.contains(u"deleted_at"_s))
        return false;
    const QStringList codes = patch.keys();
    return std::any_of(codes.begin(), codes.end(), [](const QString &code) {
        return code != u"rank" && code != ownerInPatch && !code.startsWith(u"modified_");
    });
}

} // namespace

QList<FieldWrite> Merger::erasuresIn(const QList<RecordWrite> &rows)
{
    QList<FieldWrite> erasures;
    for (const RecordWrite &row : rows) {
        if (row.operation == u"erase")
            erasures.append(row.version);
    }
    return erasures;
}

Result<void> Merger::mergeColumns(Target &target, const JournalRow &row, const QList<RecordWrite> &rows)
{
    target.differs = true;
    const QList<FieldWrite> erasures = erasuresIn(rows);
    for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
        const int at = columnOf(target.table, it.key());
        if (at < 0 || it.key() == u"deleted_at" || (target.table.isItem && it.key() == u"number"))
            continue; // numbers: core/store/commit/unique_numbers.h
        const RecordColumn &column = target.table.columns[at];
        const QList<FieldWrite> writes = writesOf(it.key(), rows);
        target.after[at] = decode(column, column.multiple ? QJsonValue(mergedMembers(writes)) : mergedValue(writes));
        if (column.kept || column.multiple)
            continue;
        if (auto done = keepConflicts(target, column.code, lostWrites(writes, erasures)); !done)
            return done;
    }
    if (auto done = mergeDeletion(target, rows); !done)
        return done;
    PendingChange pending(target.table, Operation::Update, target.id, target.before, target.after);
    if (auto done = m_transaction.settle(pending); !done)
        return done;
    target.after = pending.after;
    return {};
}

Result<void> Merger::mergeDeletion(Target &target, const QList<RecordWrite> &rows)
{
    const int at = target.table.indexOf(u"deleted_at"_s);
    const QList<FieldWrite> writes = writesOf(u"deleted_at"_s, rows);
    if (at < 0 || writes.isEmpty())
        return {};
    QList<FieldWrite> work;
    for (const RecordWrite &row : rows) {
        if (isEdit(row.operation, row.patch))
            work << row.version;
    }
    if (target.table.isItem) {
        if (auto done = addWorkOn({target.table.typeId, target.id, {}}, work); !done)
            return done;
    }
    const FieldWrite last = inOrder(writes).constLast();
    target.after[at] = decode(target.table.columns[at], last.after);
    const QList<FieldWrite> erasures = erasuresIn(rows);
    QList<LostWrite> lost;
    for (const FieldWrite &deletion : writes) {
        if (deletion.after.isNull())
            continue;
        FieldWrite winner;
        for (const FieldWrite &one : std::as_const(work)) {
            if (one.isConcurrentWith(deletion) && (winner.row == 0 || winner < one))
                winner = one;
        }
        if (winner.row == 0)
            continue;
        if (deletion.row == last.row)
            target.after[at] = {};
        if (isErased(deletion, winner, erasures))
            continue;
        const bool open = std::none_of(writes.begin(), writes.end(),
                                       [&](const FieldWrite &w) { return w.isAwareOf(deletion); });
        lost.append({.loser = deletion.row, .winner = winner.row, .open = open});
    }
    std::sort(lost.begin(), lost.end(), [](const LostWrite &a, const LostWrite &b) { return a.loser < b.loser; });
    return keepConflicts(target, u"deleted_at"_s, lost);
}

/// Comments and activities that somebody added: work on the item too.
Result<void> Merger::addWorkOn(const ItemRef &item, QList<FieldWrite> &work)
{
    QList<FieldWrite> added;
    {
        auto cursor = connection().query(u"SELECT id, origin, sequence, clock FROM journal WHERE owner_type = ? AND "
                                         "owner_id = ? AND operation = 'create' AND entity IN ('comment', 'activity')"_s,
                                         {item.type, item.id});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            FieldWrite one;
            one.row = cursor->integer(0);
            one.origin = m_history.uidOf(cursor->integer(1));
            one.sequence = cursor->integer(2);
            setClock(one, cursor->integer(3));
            added.append(one);
        }
    }
    for (FieldWrite &one : added) {
        auto knows = m_history.knowsAt(one.origin, one.sequence);
        if (!knows)
            return knows.error();
        one.knows = *knows;
        work << one;
    }
    return {};
}

Result<void> Merger::keepConflicts(Target &target, const QString &column, const QList<LostWrite> &lost)
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

Result<void> Merger::considerOwner(const ItemRef &owner)
{
    const RecordTable *table = m_transaction.catalog()->table(owner.type);
    if (!table)
        return {};
    auto bytes = connection().scalar(u"SELECT uid FROM %1 WHERE id = ?"_s.arg(sqlName(table->name)), {owner.id});
    if (!bytes)
        return bytes.error();
    if (!bytes->isValid())
        return {}; // gone for good
    const QUuid uid = uidFromBytes(bytes->toByteArray());
    auto rows = writesOf(*table, owner.id, uid);
    if (!rows)
        return rows.error();
    if (writesOf(u"deleted_at"_s, *rows).isEmpty())
        return {};
    QUuid same;
    auto before = m_transaction.readRow(*table, owner.id, same);
    if (!before)
        return before.error();
    Target target{*table, owner.id, uid, *before, *before, 0};
    if (auto done = mergeDeletion(target, *rows); !done)
        return done;
    return write(target);
}

FieldWrite Merger::currentVersion(const JournalRow &row) const
{
    FieldWrite version{.row = m_current,
                       .clock = 0,
                       .origin = row.origin,
                       .sequence = row.sequence,
                       .before = {},
                       .after = {},
                       .knows = m_currentKnows};
    setClock(version, row.clock);
    return version;
}

FieldWrite Merger::versionOf(const KnownRow &row) const
{
    FieldWrite version = row.version;
    version.origin = m_history.uidOf(row.origin);
    setClock(version, version.clock);
    return version;
}

Result<QList<Merger::RecordWrite>> Merger::writesOf(const QList<KnownRow> &rows)
{
    QList<RecordWrite> writes;
    for (const KnownRow &row : rows) {
        RecordWrite write{versionOf(row), row.operation, row.patch};
        auto knows = m_history.knowsAt(write.version.origin, write.version.sequence);
        if (!knows)
            return knows.error();
        write.version.knows = *knows;
        writes.append(write);
    }
    return writes;
}

Result<QList<Merger::RecordWrite>> Merger::writesOf(const RecordTable &table, qint64 id, const QUuid &uid)
{
    auto rows = readKnownRows(connection(), table, id, uid);
    return rows ? writesOf(*rows) : Result<QList<RecordWrite>>(rows.error());
}

void Merger::setClock(FieldWrite &write, qint64 written) const
{
    write.clock = m_clocks.clockOf(write.origin, write.sequence, written);
    write.isCorrected = write.clock != written;
}

const QStringList &Merger::clockedColumns()
{
    static const QStringList columns{Codes::createdAt, Codes::modifiedAt, Codes::stageChangedAt, Codes::closedAt,
                                     u"done_at"_s};
    return columns;
}

QJsonValue Merger::inTime(const QString &column, const QJsonValue &value, const QUuid &origin, qint64 sequence) const
{
    if (m_clocks.isEmpty() || !value.isDouble() || !clockedColumns().contains(column))
        return value;
    return m_clocks.timeOf(origin, sequence, value.toInteger());
}

QList<FieldWrite> Merger::writesOf(const QString &column, const QList<RecordWrite> &rows) const
{
    QList<FieldWrite> writes;
    for (const RecordWrite &row : rows) {
        const auto value = row.patch.constFind(column);
        if (value == row.patch.constEnd() || row.operation == u"erase")
            continue;
        FieldWrite write = row.version;
        const bool isUpdate = row.operation == u"update";
        write.before = isUpdate ? value.value()[0] : value.value();
        write.after = inTime(column, isUpdate ? value.value()[1] : value.value(), write.origin, write.sequence);
        writes.append(write);
    }
    return writes;
}

} // namespace Kartoteka
