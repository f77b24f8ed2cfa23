// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/merge_ahead.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/store/commit/transaction.h"

#include <future>

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
    row.patch = jsonObject(cursor.text(at + 5));
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

Result<QList<KnownRow>> readCreations(Connection &connection, const RecordTable &table, qint64 id, const QUuid &uid,
                                      const ItemRef &owner)
{
    static const QString sql = u"SELECT %1 FROM journal WHERE owner_type = ? AND owner_id = ? AND entity = ? AND record = ? "
                               "AND uid = ? AND operation = 'create'"_s.arg(knownColumns);
    auto cursor = connection.query(sql, {owner.type, owner.id, table.entity, id, uidBytes(uid)});
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

namespace {

/// Adds what @p connection holds of the records of one table.
Result<void> readSome(Connection &connection, const Schema &schema, const RecordTable &table, const QList<QUuid> &uids,
                      KnownRecords &all)
{
    auto stored = readRecords(connection, schema, table, uids);
    if (!stored)
        return stored.error();
    for (const QUuid &uid : uids)
        all.records.insert(uid, {.stored = stored->value(uid), .rows = {}, .conflicts = {}});
    QHash<qint64, KnownRecord *> byId; // nothing is inserted from here on
    for (const StoredRecord &record : std::as_const(*stored))
        byId.insert(record.id, &all.records[record.uid]);
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
            qint64 &last = all.lastSequences[known.rows.last().origin];
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

/// … of those that @p rows are about and that are not among @p all yet.
Result<void> readMissing(Connection &connection, const Schema &schema, const Catalog &catalog, const QList<JournalRow> &rows,
                         KnownRecords &all)
{
    QHash<const RecordTable *, QSet<QUuid>> wanted;
    for (const JournalRow &row : rows) {
        const RecordTable *table = catalog.table(row.entity);
        if (!table || table->definesSchema || all.records.contains(row.uid)) // definitions are few, and one changes others
            continue;
        QSet<QUuid> &uids = wanted[table];
        uids.insert(row.uid);
        if (uids.size() < recordsPerRead)
            continue;
        if (auto done = readSome(connection, schema, *table, uids.values(), all); !done)
            return done;
        uids.clear();
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (it->isEmpty())
            continue;
        if (auto done = readSome(connection, schema, *it.key(), it->values(), all); !done)
            return done;
    }
    return {};
}

} // namespace

Result<KnownRecord> readKnownRecord(Transaction &transaction, const RecordTable &table, qint64 id)
{
    KnownRecord known;
    known.stored.id = id;
    auto row = transaction.readRow(table, id, known.stored.uid);
    if (!row)
        return row.error();
    known.stored.row = *row;
    auto rows = readKnownRows(transaction.connection(), table, id, known.stored.uid);
    if (!rows)
        return rows.error();
    known.rows = *rows;
    auto conflicts = readConflicts(transaction.connection(), table, id);
    if (!conflicts)
        return conflicts.error();
    known.conflicts = *conflicts;
    return known;
}

KnownRecords AheadReader::read(const QList<JournalRow> &rows) const
{
    KnownRecords known;
    std::promise<void> read;
    m_run([&](Connection *connection) {
        if (connection && readMissing(*connection, *m_schema, *m_catalog, rows, known))
            known.catalog = m_catalog;
        read.set_value();
    });
    read.get_future().wait();
    return known;
}

Result<void> MergeAhead::read(const QList<JournalRow> &rows, KnownRecords before)
{
    const auto catalog = m_transaction.catalog();
    if (m_isBeforeTrusted && before.catalog == catalog) {
        m_known = std::move(before);
        m_known.records.removeIf([this](const auto &known) { return m_written.contains(known.key()); });
    } else {
        m_known = {};
    }
    return readMissing(m_transaction.connection(), m_transaction.schema(), *catalog, rows, m_known);
}

std::optional<KnownRecord> MergeAhead::take(const QUuid &uid)
{
    m_written.insert(uid);
    const auto found = m_known.records.find(uid);
    if (found == m_known.records.end())
        return {};
    KnownRecord known = std::move(*found);
    m_known.records.erase(found);
    return known;
}

void MergeAhead::forget(const QUuid &uid)
{
    m_written.insert(uid);
    m_known.records.remove(uid);
}

} // namespace Kartoteka
