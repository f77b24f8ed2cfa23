// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/merged_records.h"

#include "core/base/uid.h"
#include "core/store/commit/definition_codes.h"
#include "core/store/commit/unique_numbers.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

Result<void> MergedRecords::write(MergeTarget &target)
{
    const bool wasDeleted = target.before.value(target.table.indexOf(u"deleted_at"_s)).isValid();
    const bool isDeleted = target.after.value(target.table.indexOf(u"deleted_at"_s)).isValid();
    if (target.after != target.before) {
        MergeCount &count = m_report.tables[target.table.code];
        ++(isDeleted && !wasDeleted ? count.deleted : count.changed);
    }
    if (target.differs) {
        if (auto done = m_parts.journal.keepMerged(target, m_identity); !done)
            return done;
    }
    m_parts.definitions.noteRecord(target);
    m_ahead.forget(target.uid);
    auto written = m_transaction.replaceRow(target.table, target.id, target.uid, target.before, target.after);
    if (!written)
        return written.error();
    const int number = target.table.typeId != 0 ? target.table.indexOf(u"number"_s) : -1;
    if (number < 0 || target.after[number] == target.before[number])
        return {};
    if (auto done = m_transaction.noteNumber(target.table.typeId, target.after[number].toString()); !done)
        return done;
    return giveNumberBack(m_transaction, target.table, target.uid, target.before[number].toString());
}

Result<void> MergedRecords::considerOwner(const ItemRef &owner)
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
    auto rows = m_parts.writes.of(*table, owner.id, uid, owner);
    if (!rows)
        return rows.error();
    if (m_parts.writes.ofColumn(u"deleted_at"_s, *rows).isEmpty())
        return {};
    QUuid same;
    auto before = m_transaction.readRow(*table, owner.id, same);
    if (!before)
        return before.error();
    MergeTarget target{*table, owner.id, uid, *before, *before};
    if (auto done = m_parts.merge.deletion(target, *rows); !done)
        return done;
    return write(target);
}

Result<void> MergedRecords::mergeAnew(const RecordTable &table, qint64 id, qint64 journalRow, const RowName &making)
{
    QUuid uid;
    auto before = m_transaction.readRow(table, id, uid);
    if (!before)
        return before.error();
    const ItemRef owner = table.isItem ? ItemRef{table.typeId, id, {}} : ownerOf(table, id, *before);
    auto rows = m_parts.writes.of(table, id, uid, owner);
    if (!rows)
        return rows.error();
    MergeTarget target{table, id, uid, *before, *before, journalRow};
    QJsonObject all;
    // Made anew after it was erased, it holds nothing of what it was before.
    if (std::ranges::any_of(*rows, [](const RecordWrite &row) { return row.operation == u"create"; })) {
        for (const RecordColumn &column : table.columns)
            all[column.code] = {};
    }
    for (const RecordWrite &row : std::as_const(*rows)) {
        for (auto it = row.patch.begin(); row.operation != u"erase" && it != row.patch.end(); ++it)
            all[it.key()] = it.value();
    }
    // What it was made with is not among those rows.
    for (const QString &code : making.second == 0 ? QStringList() : RecordWrites::clockedColumns()) {
        const int at = mergedColumn(table, code);
        if (at >= 0 && !all.contains(code) && target.after[at].isValid())
            target.after[at] = m_parts.writes.clocks().timeOf(making.first, making.second, target.after[at].toLongLong());
    }
    auto done = m_parts.merge.columns(target, all, *rows);
    if (done)
        done = m_parts.merge.number(target, *rows);
    if (done)
        done = keepApart(m_transaction, target.table, target.uid,
                         target.after); // what it was called so far may stand for another
    return done ? write(target) : done;
}

Result<void> MergedRecords::mergeRowsAnew(const QUuid &origin, qint64 first, qint64 last)
{
    struct Concerned
    {
        QString entity;
        qint64 record = 0;
        qint64 making = 0; ///< the row that made it, if that is one of them
    };
    QList<Concerned> records;
    {
        auto c = connection().query(u"SELECT entity, record, max(iif(operation = 'create', sequence, 0)) FROM journal "
                                    "WHERE origin = ? AND sequence >= ? AND sequence <= ? AND record <> 0 "
                                    "AND entity <> 'setting' GROUP BY entity, record ORDER BY min(id)"_s,
                                    {m_parts.history.idOf(origin), first, last});
        if (!c)
            return c.error();
        while (c->next())
            records.append({c->text(0), c->integer(1), c->integer(2)});
    }
    const auto catalog = m_transaction.catalog();
    for (const auto &[entity, record, making] : std::as_const(records)) {
        const RecordTable *table = catalog->table(entity);
        if (!table)
            continue;
        m_transaction.noteJournal(*table, record); // what is kept of it goes by the same times
        auto stands = readRecord(connection(), m_transaction.schema(), *table, record);
        if (!stands)
            return stands.error();
        if (!*stands)
            continue;
        if (auto done = mergeAnew(*table, record, 0, {origin, making}); !done)
            return done;
    }
    if (auto done = mergeOwnersOf(origin, first, last); !done)
        return done;
    return mergeSettingsOf(origin, first, last);
}

/// What was added to an item is work on it, which decides over its deletion.
Result<void> MergedRecords::mergeOwnersOf(const QUuid &origin, qint64 first, qint64 last)
{
    QList<ItemRef> owners;
    {
        auto c = connection().query(u"SELECT DISTINCT owner_type, owner_id FROM journal WHERE origin = ? AND sequence >= ? "
                                    "AND sequence <= ? AND owner_type > 0 AND operation = 'create' "
                                    "AND entity IN (%1) ORDER BY 1, 2"_s.arg(additions),
                                    {m_parts.history.idOf(origin), first, last});
        if (!c)
            return c.error();
        while (c->next())
            owners.append({c->integer(0), c->integer(1), {}});
    }
    for (const ItemRef &owner : std::as_const(owners)) {
        if (auto done = considerOwner(owner); !done)
            return done;
    }
    return {};
}

Result<void> MergedRecords::mergeSettingsOf(const QUuid &origin, qint64 first, qint64 last)
{
    QList<JournalRow> written;
    {
        auto c = connection().query(u"SELECT uid, max(sequence) FROM journal WHERE origin = ? AND sequence >= ? "
                                    "AND sequence <= ? AND entity = 'setting' AND record <> 0 GROUP BY uid ORDER BY 2"_s,
                                    {m_parts.history.idOf(origin), first, last});
        if (!c)
            return c.error();
        while (c->next()) {
            JournalRow row;
            row.origin = origin;
            row.sequence = c->integer(1);
            row.entity = u"setting"_s;
            row.uid = uidFromBytes(c->bytes(0));
            written.append(row);
        }
    }
    const RecordTable *table = m_transaction.catalog()->table(u"setting"_s);
    for (const JournalRow &row : std::as_const(written)) {
        if (auto done = m_parts.settings.take(*table, row, 0); !done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
