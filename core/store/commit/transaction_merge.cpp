// SPDX-License-Identifier: GPL-3.0-or-later
// What a transaction does for merging.
#include "core/store/commit/item_tables.h"
#include "core/store/commit/stored_once.h"
#include "core/store/commit/transaction.h"
#include "core/store/record/schema_reader.h"

namespace Kartoteka {

Result<void> Transaction::applyAll(const QList<Change> &changes)
{
    auto once = storedOnce(m_connection, schema(), *catalog(), changes);
    if (!once)
        return once.error();
    for (qsizetype i = 0; i < once->size(); ++i) {
        if (i % recordsPerRead == 0) {
            if (auto done = readAhead(*once, i); !done)
                return done;
        }
        if (auto done = apply(once->at(i)); !done)
            return done;
    }
    return {};
}

Result<void> Transaction::readAhead(const QList<Change> &changes, qsizetype at)
{
    const Change &first = changes[at];
    const RecordTable *table = m_setting.catalog->table(first.table);
    QList<qint64> ids;
    for (qsizetype i = at; i < qMin(at + recordsPerRead, changes.size()); ++i) {
        if (changes[i].operation != Operation::Create && changes[i].table == first.table)
            ids << changes[i].id;
    }
    return table ? readAhead(*table, ids) : Result<void>();
}

Result<qint64> Transaction::replaceRow(const RecordTable &table, qint64 id, const QUuid &uid, const Row &before,
                                       const Row &after)
{
    if (after.isEmpty()) {
        if (auto done = eraseRecord(table, id, uid, before); !done)
            return done.error();
        if (auto done = derive(Operation::Erase, uid, {table, id, before, after}); !done)
            return done.error();
        return id;
    }
    if (before.isEmpty()) {
        Row row = after;
        auto inserted = insertRecord(table, id, uid, row);
        if (!inserted)
            return inserted;
        if (auto done = derive(Operation::Create, uid, {table, *inserted, before, row}); !done)
            return done.error();
        return inserted;
    }
    if (before == after)
        return id;
    auto done = m_rows.update(schema(), table, id, before, after);
    if (done)
        done = derive(Operation::Update, uid, {table, id, before, after});
    return done ? Result<qint64>(id) : Result<qint64>(done.error());
}

Result<void> Transaction::settle(PendingChange &pending)
{
    m_merging = true;
    auto done = runRules(pending);
    m_merging = false;
    return done;
}

Result<void> Transaction::refreshSchema()
{
    m_connection.clearStatements();
    if (auto done = ensureItemTables(m_connection); !done)
        return done;
    auto fresh = readSchema(m_connection);
    if (!fresh)
        return fresh.error();
    m_setting.schema = *fresh;
    m_setting.catalog = std::make_shared<const Catalog>(**fresh);
    m_identity.setCatalog(*m_setting.catalog);
    for (const auto &derived : m_derived)
        derived->setDefinitions(*m_setting.schema, *m_setting.catalog);
    m_rows.forgetFields();
    m_ahead.clear();
    m_connection.clearStatements();
    return {};
}

Result<void> Transaction::journalRestore(const RecordTable &table, qint64 id)
{
    QUuid uid;
    auto row = readRow(table, id, uid);
    if (!row)
        return row.error();
    auto written = m_journal.write(m_act, {table, u"restore"_s, id, uid, *row, *row});
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace Kartoteka
