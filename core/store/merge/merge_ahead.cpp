// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/merge_ahead.h"

#include "core/base/uid.h"
#include "core/store/commit/transaction.h"

namespace Kartoteka {

namespace {

/// The columns of knownRow(), which begin at @p at.
constexpr QStringView knownColumns = u"id, origin, sequence, clock, operation, patch";
/// Creations are found by record only where the index has them: items are found by their owner instead.
constexpr QStringView indexed = u"(operation <> 'create' OR owner_type = 0)";

KnownRow knownRow(const Cursor &cursor, int at)
{
    KnownRow row;
    row.version.row = cursor.integer(at);
    row.origin = cursor.integer(at + 1);
    row.version.sequence = cursor.integer(at + 2);
    row.version.clock = cursor.integer(at + 3);
    row.operation = cursor.text(at + 4);
    row.patch = cursor.text(at + 5);
    return row;
}

void count(const Cursor &cursor, int at, QHash<QString, FieldConflicts> &conflicts)
{
    FieldConflicts &field = conflicts[cursor.text(at)];
    ++field.all;
    field.open += cursor.integer(at + 1);
}

} // namespace

Result<QList<KnownRow>> readKnownRows(Connection &connection, const RecordTable &table, qint64 id, const QUuid &uid)
{
    static const QString sql = u"SELECT %1 FROM journal WHERE entity = ? AND record = ? AND uid = ? AND %2"_s.arg(
        knownColumns, indexed);
    auto cursor = connection.query(sql, {table.entity, id, uidBytes(uid)});
    if (!cursor)
        return cursor.error();
    QList<KnownRow> rows;
    while (cursor->next())
        rows.append(knownRow(*cursor, 0));
    return rows;
}

Result<QHash<QString, FieldConflicts>> readConflicts(Connection &connection, const RecordTable &table, qint64 id)
{
    auto cursor = connection.query(u"SELECT field, open FROM conflict WHERE entity = ? AND record = ?"_s,
                                   {table.entity, id});
    if (!cursor)
        return cursor.error();
    QHash<QString, FieldConflicts> conflicts;
    while (cursor->next())
        count(*cursor, 0, conflicts);
    return conflicts;
}

Result<void> MergeAhead::read(const QList<JournalRow> &rows)
{
    m_records.clear();
    m_lastSequences.clear();
    const auto catalog = m_transaction.catalog();
    QHash<QString, QSet<QUuid>> wanted;
    for (const JournalRow &row : rows) {
        const RecordTable *table = catalog->table(row.entity);
        if (!table || table->definesSchema) // few, and one changes others
            continue;
        QSet<QUuid> &uids = wanted[table->code];
        uids.insert(row.uid);
        if (uids.size() < recordsPerRead)
            continue;
        if (auto done = readSome(*table, uids.values()); !done)
            return done;
        uids.clear();
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (auto done = readSome(*catalog->table(it.key()), it->values()); !done)
            return done;
    }
    return {};
}

Result<void> MergeAhead::readSome(const RecordTable &table, const QList<QUuid> &uids)
{
    Connection &connection = m_transaction.connection();
    auto stored = readRecords(connection, m_transaction.schema(), table, uids);
    if (!stored)
        return stored.error();
    for (const QUuid &uid : uids)
        m_records.insert({table.entity, uid}, {.stored = stored->value(uid), .rows = {}, .conflicts = {}});
    QHash<qint64, KnownRecord *> byId; // nothing is inserted from here on
    for (const StoredRecord &record : std::as_const(*stored))
        byId.insert(record.id, &m_records[{table.entity, record.uid}]);
    const QString ids = idList(byId.keys());
    {
        static const QString sql = u"SELECT record, uid, %1 FROM journal WHERE entity = ? "
                                   "AND record IN (SELECT value FROM json_each(?)) AND %2"_s.arg(knownColumns, indexed);
        auto cursor = connection.query(sql, {table.entity, ids});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            KnownRecord &known = *byId.value(cursor->integer(0));
            if (uidFromBytes(cursor->bytes(1)) != known.stored.uid)
                continue;
            known.rows.append(knownRow(*cursor, 2));
            qint64 &last = m_lastSequences[known.rows.last().origin];
            last = qMax(last, known.rows.last().version.sequence);
        }
    }
    auto cursor = connection.query(
        u"SELECT record, field, open FROM conflict WHERE entity = ? AND record IN (SELECT value FROM json_each(?))"_s,
        {table.entity, ids});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        count(*cursor, 1, byId.value(cursor->integer(0))->conflicts);
    return {};
}

std::optional<KnownRecord> MergeAhead::take(const RecordTable &table, const QUuid &uid)
{
    const auto found = m_records.constFind({table.entity, uid});
    if (found == m_records.cend())
        return {};
    const KnownRecord known = *found;
    m_records.erase(found);
    return known;
}

} // namespace Kartoteka
