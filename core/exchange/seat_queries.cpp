// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/seat_queries.h"

#include "core/base/uid.h"
#include "core/store/db/one_moment.h"

namespace Kartoteka {

namespace {

Result<void> noteThatSeatHas(Connection &connection, qint64 seat, const VersionVector &vector)
{
    auto done = connection.run(u"DELETE FROM replica_has WHERE replica = ?"_s, {seat});
    for (auto it = vector.cbegin(); done && it != vector.cend(); ++it) {
        done = connection.run(
            u"INSERT INTO replica_has (replica, origin, sequence) SELECT ?, id, ? FROM replica WHERE uid = ?"_s,
            {seat, *it, uidBytes(it.key())});
    }
    return done;
}

} // namespace

Result<GivenCodes> givenCodes(Connection &connection)
{
    auto cursor = connection.query(u"SELECT r.seat_code, r.uid, c.last FROM replica r, seat_counter c"_s);
    if (!cursor)
        return cursor.error();
    GivenCodes given;
    while (cursor->next()) {
        given.codes.append({uidFromBytes(cursor->bytes(1)), cursor->text(0)});
        given.last = qMax(given.last, cursor->integer(2));
    }
    return given;
}

Result<QUuid> ownUid(Connection &connection)
{
    auto uid = connection.scalar(u"SELECT uid FROM replica WHERE is_self = 1"_s);
    return uid ? Result<QUuid>(uidFromBytes(uid->toByteArray())) : Result<QUuid>(uid.error());
}

Result<GivenOut> givenOut(Connection &connection)
{
    GivenOut given;
    {
        auto cursor = connection.query(u"SELECT uid, last_sequence FROM replica WHERE is_self = 1"_s);
        if (!cursor)
            return cursor.error();
        if (!cursor->next())
            return given;
        given.self = uidFromBytes(cursor->bytes(0));
        given.sequence = cursor->integer(1);
    }
    auto cursor = connection.query(
        u"SELECT t.uid, n.last FROM number_counter n JOIN entity_type t ON t.id = n.entity_type"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        given.numbers[uidText(uidFromBytes(cursor->bytes(0)))] = cursor->integer(1);
    return given;
}

Result<QList<std::pair<QString, qint64>>> unfinishedCopies(Connection &connection)
{
    auto cursor = connection.query(
        u"SELECT c.path, u.id FROM unfinished_copy c LEFT JOIN user_account u ON u.uid = c.person"_s);
    if (!cursor)
        return cursor.error();
    QList<std::pair<QString, qint64>> copies;
    while (cursor->next())
        copies.append({cursor->text(0), cursor->integer(1)});
    return copies;
}

Result<void> noteNewCopy(Connection &connection, qint64 number, const QString &path, const QUuid &person)
{
    auto done = connection.run(u"UPDATE seat_counter SET last = ?"_s, {number});
    return done ? connection.run(u"INSERT OR REPLACE INTO unfinished_copy (path, person) VALUES (?, ?)"_s,
                                 {path, person.isNull() ? QVariant() : QVariant(uidBytes(person))})
                : done;
}

Result<void> forgetCopy(Connection &connection, const QString &path)
{
    return connection.run(u"DELETE FROM unfinished_copy WHERE path = ?"_s, {path});
}

Result<void> becomeSeat(Connection &copy, NewSeat &made)
{
    auto office = copy.scalar(u"SELECT id FROM replica WHERE is_self = 1"_s);
    if (!office)
        return office.error();
    auto vector = readVector(copy);
    if (!vector)
        return vector.error();
    made.has = *vector;
    // What is deleted here is not to be found in the file either: the office's key above all.
    if (auto secured = copy.run(u"PRAGMA secure_delete = ON"_s); !secured)
        return secured;
    return inOneWrite(copy, [&]() -> Result<void> {
        Result<void> done;
        for (const QString &sql :
             {u"DELETE FROM replica_secret"_s, u"DELETE FROM unfinished_copy"_s,
              u"UPDATE replica SET is_self = 0, machine = NULL, person = NULL"_s, u"DELETE FROM replica_has"_s,
              u"DELETE FROM exchange_log"_s, u"DELETE FROM number_counter"_s, u"UPDATE act SET undoable = 0"_s,
              u"UPDATE hybrid_clock SET news = 1"_s}) {
            if (done)
                done = copy.run(sql);
        }
        if (done) {
            done = copy.run(u"INSERT INTO replica (uid, seat_code, name, is_self, person, public_key, introduced_by, "
                            "introduction) SELECT ?, ?, ?, 1, id, ?, ?, ? FROM user_account WHERE uid = ?"_s,
                            {uidBytes(made.seat.uid), made.seat.code, made.seat.name, made.key.publicKey, *office,
                             made.introduction, uidBytes(made.user)});
        }
        if (done)
            done = copy.run(u"INSERT INTO replica_secret (replica, secret) SELECT id, ? FROM replica WHERE is_self = 1"_s,
                            {made.key.secretKey});
        return done ? noteThatSeatHas(copy, office->toLongLong(), made.has) : done;
    });
}

Result<void> registerSeat(Connection &connection, const NewSeat &made)
{
    return inOneWrite(connection, [&]() -> Result<void> {
        auto done = connection.run(
            u"INSERT INTO replica (uid, seat_code, name, public_key, introduced_by, introduction) "
            "SELECT ?, ?, ?, ?, id, ? FROM replica WHERE is_self = 1"_s,
            {uidBytes(made.seat.uid), made.seat.code, made.seat.name, made.key.publicKey, made.introduction});
        if (done)
            done = noteThatSeatHas(connection, connection.lastInsertId(), made.has);
        return done ? forgetCopy(connection, made.partial) : done;
    });
}

Result<QList<Seat>> readSeats(Connection &connection)
{
    auto cursor = connection.query(
        u"SELECT r.id, r.uid, r.seat_code, r.name, r.is_self, r.heard_at, r.last_sequence, "
        "(SELECT coalesce(sum(max(o.last_sequence - coalesce(h.sequence, 0), 0)), 0) FROM replica o LEFT JOIN replica_has h "
        "ON h.replica = r.id AND h.origin = o.id WHERE o.id <> r.id), "
        "NOT EXISTS (SELECT 1 FROM replica_has h WHERE h.replica = r.id), EXISTS (SELECT 1 FROM setting s "
        "WHERE s.code = 'exchange.retired.' || lower(hex(r.uid)) AND s.value = '1') "
        "FROM replica r ORDER BY r.is_self DESC, length(r.seat_code), r.seat_code, EXISTS (SELECT 1 FROM replica n "
        "WHERE n.introduced_by = r.id AND n.seat_code = r.seat_code), coalesce(r.heard_at, 0) DESC, r.uid DESC"_s);
    if (!cursor)
        return cursor.error();
    QList<Seat> seats;
    QSet<QString> codes;
    while (cursor->next()) {
        Seat seat;
        seat.id = cursor->integer(0);
        seat.uid = uidFromBytes(cursor->bytes(1));
        seat.code = cursor->text(2);
        seat.name = cursor->text(3);
        seat.isSelf = cursor->integer(4) != 0;
        seat.heardAt = cursor->integer(5);
        seat.changesHere = cursor->integer(6);
        seat.lacks = seat.isSelf ? 0 : cursor->integer(7);
        seat.isUnknown = !seat.isSelf && cursor->integer(8) != 0;
        seat.isRetired = cursor->integer(9) != 0;
        // A seat that was put back from a backup, or moved, goes on under a new identity, for which the one before vouches.
        if (codes.contains(seat.code))
            continue;
        codes.insert(seat.code);
        seats.append(seat);
    }
    return seats;
}

} // namespace Kartoteka
