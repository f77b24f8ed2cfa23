// SPDX-License-Identifier: GPL-3.0-or-later
// What a transaction does for merging, and who the file is among its copies.
#include "core/base/uid.h"
#include "core/store/commit/item_tables.h"
#include "core/store/commit/stored_once.h"
#include "core/store/commit/transaction.h"
#include "core/store/record/schema_reader.h"
#include "core/store/replica/replica_book.h"

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

Result<void> Transaction::renewIdentity(bool newSeat)
{
    const QUuid uid = makeUid(m_setting.now);
    const qint64 former = m_journal.own.id;
    auto done = m_connection.run(u"UPDATE replica SET is_self = 0, last_sequence = ? WHERE id = ?"_s,
                                 {m_journal.own.sequence, m_journal.own.id});
    if (done) {
        if (newSeat)
            m_journal.own.seat = m_journal.own.seat.isEmpty() ? u'C' + uidText(uid).right(4).toUpper()
                                                              : branchSeat(m_journal.own.seat, uid);
        done = m_connection.run(u"INSERT INTO replica (uid, seat_code, name, is_self, machine, person) "
                                "SELECT ?, ?, name, 1, ?, person FROM replica WHERE id = ?"_s,
                                {uidBytes(uid), m_journal.own.seat,
                                 m_setting.machine.isEmpty() ? QVariant() : QVariant(m_setting.machine), m_journal.own.id});
    }
    if (!done)
        return done;
    m_journal.own.id = m_connection.lastInsertId();
    m_notice.newIdentity = true;
    m_notice.newSeat = newSeat ? m_journal.own.seat : QString();
    m_journal.own.sequence = 0;
    // The key that all know vouches for the new one.
    if (done = giveKey(m_connection, m_journal.own.id, former); !done)
        return done;
    m_journal.own.news = true;
    m_numbers.forget();
    if (newSeat)
        return m_connection.run(u"DELETE FROM number_counter"_s);
    for (const EntityType &type : schema().types()) {
        auto last = m_numbers.last(type.id);
        if (!last)
            return last.error();
        m_numbers.goOnAfter(type.id, qMax(*last, m_setting.numbers[uidText(type.uid)].toInteger()));
    }
    return {};
}

Result<bool> Transaction::leaveSharedSeat()
{
    auto book = ReplicaBook::read(m_connection);
    if (!book)
        return book.error();
    const KnownReplica *own = book->find(m_journal.own.id);
    if (!own || !mustLeaveSeat(book->infos(), own->info.uid))
        return false;
    auto done = renewIdentity(true);
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<bool> Transaction::moveToBranch(qint64 parent, qint64 after, const QUuid &branch)
{
    auto known = m_connection.scalar(u"SELECT id FROM replica WHERE uid = ?"_s, {uidBytes(branch)});
    if (!known)
        return known.error();
    const bool isSelf = parent == m_journal.own.id;
    auto done = isSelf ? m_connection.run(u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s,
                                          {m_journal.own.sequence, m_journal.own.id})
                       : Result<void>();
    const QString seat = branchSeat(m_journal.own.seat, branch);
    if (done && !known->isValid()) {
        done = m_connection.run(
            u"INSERT INTO replica (uid, seat_code, name, last_sequence, branch_of, branch_after, person) "
            "SELECT ?, ?, name, last_sequence, id, ?, person FROM replica WHERE id = ?"_s,
            {uidBytes(branch), u""_s, after, parent});
    }
    auto id = m_connection.scalar(u"SELECT id FROM replica WHERE uid = ?"_s, {uidBytes(branch)});
    if (!id)
        return id.error();
    auto code = m_connection.scalar(u"SELECT seat_code FROM replica WHERE id = ?"_s, {parent});
    if (!code)
        return code.error();
    const QList<QPair<QString, QVariantList>> statements{
        {u"UPDATE replica SET seat_code = ?, last_sequence = (SELECT last_sequence FROM replica WHERE id = ?) WHERE id = ?"_s,
         {branchSeat(code->toString(), branch), parent, *id}},
        {u"UPDATE journal SET origin = ? WHERE origin = ? AND sequence > ?"_s, {*id, parent, after}},
        {u"INSERT OR IGNORE INTO chain_mark (origin, sequence, value, signature, signed_as) SELECT ?, m.sequence, m.value, "
         "m.signature, coalesce(m.signed_as, r.uid) FROM chain_mark m JOIN replica r ON r.id = m.origin "
         "WHERE m.origin = ? AND m.sequence > ?"_s,
         {*id, parent, after}},
        {u"DELETE FROM chain_mark WHERE origin = ? AND sequence > ?"_s, {parent, after}},
        {u"INSERT OR IGNORE INTO replica_has (replica, origin, sequence) SELECT replica, ?, sequence FROM replica_has "
         "WHERE origin = ? AND sequence > ?"_s,
         {*id, parent, after}},
        {u"UPDATE replica_has SET sequence = ? WHERE origin = ? AND sequence > ?"_s, {after, parent, after}},
        {u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s, {after, parent}},
        // What left the part that has another name now.
        {u"UPDATE replica SET branch_of = ? WHERE branch_of = ? AND branch_after > ? AND id <> ?"_s,
         {*id, parent, after, *id}},
        // Two told under one name what they have.
        {u"DELETE FROM replica_has WHERE replica = ?"_s, {parent}},
        {u"UPDATE replica SET heard_at = NULL WHERE id = ?"_s, {parent}}};
    for (const auto &[sql, bound] : statements) {
        if (done)
            done = m_connection.run(sql, bound);
    }
    if (!done || !isSelf)
        return done ? Result<bool>(false) : Result<bool>(done.error());
    m_connection.clearStatements();
    done = m_connection.run(u"UPDATE replica SET is_self = 0 WHERE id = ?"_s, {parent});
    if (done) {
        done = m_connection.run(u"UPDATE replica SET is_self = 1, machine = ? WHERE id = ?"_s,
                                {m_setting.machine.isEmpty() ? QVariant() : QVariant(m_setting.machine), *id});
    }
    m_journal.own.id = id->toLongLong();
    if (!done)
        return done.error();
    m_notice.newIdentity = true;
    m_notice.newSeat = m_journal.own.seat.isEmpty() ? QString() : seat;
    m_notice.twin = true;
    m_journal.own.seat = seat;
    m_journal.own.news = true;
    return true;
}

Result<void> Transaction::takeBranchKey()
{
    return giveBranchKey(m_connection, m_journal.own.id);
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
