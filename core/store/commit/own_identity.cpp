// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/own_identity.h"

#include "core/base/uid.h"
#include "core/store/commit/transaction.h"
#include "core/store/replica/replica_book.h"

namespace Kartoteka {

Result<void> OwnIdentity::renew(bool newSeat)
{
    const QUuid uid = makeUid(m_setting.now);
    const qint64 former = m_own.id;
    auto done = m_connection.run(u"UPDATE replica SET is_self = 0, last_sequence = ? WHERE id = ?"_s,
                                 {m_own.sequence, m_own.id});
    if (done) {
        if (newSeat)
            m_own.seat = m_own.seat.isEmpty() ? u'C' + uidText(uid).right(4).toUpper() : branchSeat(m_own.seat, uid);
        done = m_connection.run(u"INSERT INTO replica (uid, seat_code, name, is_self, machine, person) "
                                "SELECT ?, ?, name, 1, ?, person FROM replica WHERE id = ?"_s,
                                {uidBytes(uid), m_own.seat, machine(), m_own.id});
    }
    if (!done)
        return done;
    m_own.id = m_connection.lastInsertId();
    m_notice.newIdentity = true;
    m_notice.newSeat = newSeat ? m_own.seat : QString();
    m_own.sequence = 0;
    // The key that all know vouches for the new one.
    if (done = giveKey(m_connection, m_own.id, former); !done)
        return done;
    m_own.news = true;
    m_numbers.forget();
    if (newSeat)
        return m_connection.run(u"DELETE FROM number_counter"_s);
    for (const EntityType &type : m_setting.schema->types()) {
        auto last = m_numbers.last(type.id);
        if (!last)
            return last.error();
        m_numbers.goOnAfter(type.id, qMax(*last, m_setting.numbers[uidText(type.uid)].toInteger()));
    }
    return {};
}

Result<bool> OwnIdentity::leaveSharedSeat()
{
    auto book = ReplicaBook::read(m_connection);
    if (!book)
        return book.error();
    const KnownReplica *own = book->find(m_own.id);
    if (!own || !mustLeaveSeat(book->infos(), own->info.uid))
        return false;
    auto done = renew(true);
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<bool> OwnIdentity::moveToBranch(qint64 parent, qint64 after, const QUuid &branch)
{
    auto known = m_connection.scalar(u"SELECT id FROM replica WHERE uid = ?"_s, {uidBytes(branch)});
    if (!known)
        return known.error();
    const bool isSelf = parent == m_own.id;
    auto done = isSelf ? m_connection.run(u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s, {m_own.sequence, m_own.id})
                       : Result<void>();
    const QString seat = branchSeat(m_own.seat, branch);
    if (done && !known->isValid()) {
        done = m_connection.run(
            u"INSERT INTO replica (uid, seat_code, name, last_sequence, branch_of, branch_after, person) "
            "SELECT ?, ?, name, last_sequence, id, ?, person FROM replica WHERE id = ?"_s,
            {uidBytes(branch), u""_s, after, parent});
    }
    auto id = m_connection.scalar(u"SELECT id FROM replica WHERE uid = ?"_s, {uidBytes(branch)});
    if (!id)
        return id.error();
    if (done)
        done = moveRows(parent, after, id->toLongLong(), branch);
    if (!done || !isSelf)
        return done ? Result<bool>(false) : Result<bool>(done.error());
    m_connection.clearStatements();
    done = m_connection.run(u"UPDATE replica SET is_self = 0 WHERE id = ?"_s, {parent});
    if (done)
        done = m_connection.run(u"UPDATE replica SET is_self = 1, machine = ? WHERE id = ?"_s, {machine(), *id});
    m_own.id = id->toLongLong();
    if (!done)
        return done.error();
    m_notice.newIdentity = true;
    m_notice.newSeat = m_own.seat.isEmpty() ? QString() : seat;
    m_notice.twin = true;
    m_own.seat = seat;
    m_own.news = true;
    return true;
}

/// What is kept of the rows goes with them.
Result<void> OwnIdentity::moveRows(qint64 parent, qint64 after, qint64 id, const QUuid &branch)
{
    auto code = m_connection.scalar(u"SELECT seat_code FROM replica WHERE id = ?"_s, {parent});
    if (!code)
        return code.error();
    const QList<QPair<QString, QVariantList>> statements{
        {u"UPDATE replica SET seat_code = ?, last_sequence = (SELECT last_sequence FROM replica WHERE id = ?) WHERE id = ?"_s,
         {branchSeat(code->toString(), branch), parent, id}},
        {u"UPDATE journal SET origin = ? WHERE origin = ? AND sequence > ?"_s, {id, parent, after}},
        {u"INSERT OR IGNORE INTO chain_mark (origin, sequence, value, signature, signed_as) SELECT ?, m.sequence, m.value, "
         "m.signature, coalesce(m.signed_as, r.uid) FROM chain_mark m JOIN replica r ON r.id = m.origin "
         "WHERE m.origin = ? AND m.sequence > ?"_s,
         {id, parent, after}},
        {u"DELETE FROM chain_mark WHERE origin = ? AND sequence > ?"_s, {parent, after}},
        {u"INSERT OR IGNORE INTO replica_has (replica, origin, sequence) SELECT replica, ?, sequence FROM replica_has "
         "WHERE origin = ? AND sequence > ?"_s,
         {id, parent, after}},
        {u"UPDATE replica_has SET sequence = ? WHERE origin = ? AND sequence > ?"_s, {after, parent, after}},
        {u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s, {after, parent}},
        // What left the part that has another name now.
        {u"UPDATE replica SET branch_of = ? WHERE branch_of = ? AND branch_after > ? AND id <> ?"_s,
         {id, parent, after, id}},
        // Two told under one name what they have.
        {u"DELETE FROM replica_has WHERE replica = ?"_s, {parent}},
        {u"UPDATE replica SET heard_at = NULL WHERE id = ?"_s, {parent}}};
    for (const auto &[sql, bound] : statements) {
        if (auto done = m_connection.run(sql, bound); !done)
            return done;
    }
    return {};
}

Result<void> OwnIdentity::takeBranchKey()
{
    return giveBranchKey(m_connection, m_own.id);
}

QVariant OwnIdentity::machine() const
{
    return m_setting.machine.isEmpty() ? QVariant() : QVariant(m_setting.machine);
}

} // namespace Kartoteka
