// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/seats.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/store/backup.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace Kartoteka {

namespace {

QString nameOfSeat(const QString &name, const QString &code)
{
    if (!name.isEmpty())
        return code.isEmpty() ? name : Texts::tr("%1 (%2)", "seat: name and code").arg(name, code);
    return code.isEmpty() ? Texts::tr("Office") : Texts::tr("Seat %1").arg(code);
}

/// The code after the greatest one given: S2, S3, …
Result<QString> nextSeatCode(Connection &connection)
{
    auto cursor = connection.query(u"SELECT seat_code FROM replica"_s);
    if (!cursor)
        return cursor.error();
    static const QRegularExpression pattern(u"^S(\\d+)"_s);
    int last = 1; // the office is the first
    while (cursor->next())
        last = qMax(last, pattern.match(cursor->text(0)).captured(1).toInt());
    return u"S%1"_s.arg(last + 1);
}

Result<void> noteThatSeatHasAll(Connection &connection, qint64 seat)
{
    auto done = connection.run(u"DELETE FROM replica_has WHERE replica = ?"_s, {seat});
    if (!done)
        return done;
    return connection.run(u"INSERT INTO replica_has (replica, origin, sequence) SELECT ?, id, last_sequence FROM replica "
                          "WHERE last_sequence > 0"_s,
                          {seat});
}

/// Makes a fresh copy of the office's file a seat.
Result<void> becomeSeat(Connection &copy, const Seat &seat, qint64 person)
{
    auto office = copy.scalar(u"SELECT id FROM replica WHERE is_self = 1"_s);
    if (!office)
        return office.error();
    auto done = copy.run(u"BEGIN IMMEDIATE"_s);
    for (const QString &sql : {u"UPDATE replica SET is_self = 0, machine = NULL, person = NULL"_s,
                               u"DELETE FROM replica_has"_s, u"DELETE FROM exchange_log"_s, u"DELETE FROM number_counter"_s,
                               u"UPDATE act SET undoable = 0"_s, u"UPDATE hybrid_clock SET news = 1"_s}) {
        if (done)
            done = copy.run(sql);
    }
    if (done) {
        done = copy.run(u"INSERT INTO replica (uid, seat_code, name, is_self, person) VALUES (?, ?, ?, 1, ?)"_s,
                        {uidBytes(seat.uid), seat.code, seat.name, person == 0 ? QVariant() : QVariant(person)});
    }
    if (done)
        done = noteThatSeatHasAll(copy, office->toLongLong());
    return done ? copy.run(u"COMMIT"_s) : done;
}

Result<void> registerSeat(Connection &connection, const Seat &seat)
{
    auto done = connection.run(u"BEGIN IMMEDIATE"_s);
    if (!done)
        return done;
    done = connection.run(u"INSERT INTO replica (uid, seat_code, name) VALUES (?, ?, ?)"_s,
                          {uidBytes(seat.uid), seat.code, seat.name});
    if (done)
        done = noteThatSeatHasAll(connection, connection.lastInsertId());
    if (!done) {
        (void)connection.run(u"ROLLBACK"_s); // the failure that is reported is the first one
        return done;
    }
    return connection.run(u"COMMIT"_s);
}

Result<Seat> copyForSeat(Connection &connection, const QString &target, const QString &name, const QUuid &uid, qint64 person)
{
    Seat seat;
    seat.uid = uid;
    seat.name = name;
    auto code = nextSeatCode(connection);
    if (!code)
        return code.error();
    seat.code = *code;
    const QString partial = target + u".new"_s;
    QFile::remove(partial);
    auto done = backupTo(connection, partial);
    if (done) {
        auto copy = Connection::open(partial, Connection::Mode::ReadWrite);
        done = copy ? becomeSeat(**copy, seat, person) : Result<void>(copy.error());
    }
    if (done)
        done = registerSeat(connection, seat);
    if (done && !QFile::rename(partial, target))
        done = Error{ErrorCode::File, Texts::tr("“%1” cannot be written.").arg(target), {}, target};
    if (!done) {
        QFile::remove(partial);
        return done.error();
    }
    return seat;
}

} // namespace

Result<QList<Seat>> readSeats(Connection &connection)
{
    auto cursor = connection.query(
        u"SELECT r.id, r.uid, r.seat_code, r.name, r.is_self, r.heard_at, r.last_sequence, "
        "(SELECT coalesce(sum(max(o.last_sequence - coalesce(h.sequence, 0), 0)), 0) FROM replica o LEFT JOIN replica_has h "
        "ON h.replica = r.id AND h.origin = o.id WHERE o.id <> r.id), "
        "NOT EXISTS (SELECT 1 FROM replica_has h WHERE h.replica = r.id) "
        "FROM replica r ORDER BY r.is_self DESC, length(r.seat_code), r.seat_code, coalesce(r.heard_at, 0) DESC, r.uid DESC"_s);
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
        // A seat that was put back from a backup goes on under a new identity: the one last heard of is alive.
        if (codes.contains(seat.code))
            continue;
        codes.insert(seat.code);
        seats.append(seat);
    }
    return seats;
}

QString seatName(const Seat &seat)
{
    return nameOfSeat(seat.name, seat.code);
}

QString seatName(const ReplicaInfo &replica)
{
    return nameOfSeat(replica.name, replica.seat);
}

Result<Seat> findSeat(const QList<Seat> &seats, const QString &text)
{
    const bool office = text.compare(u"office"_s, Qt::CaseInsensitive) == 0;
    for (const Seat &seat : seats) {
        if (office ? seat.code.isEmpty() : seat.code.compare(text, Qt::CaseInsensitive) == 0 || seat.name == text)
            return seat;
    }
    return Error{ErrorCode::Usage, Texts::tr("There is no seat “%1”.").arg(text), {}, text};
}

Result<Seat> makeSeat(Store &store, const QString &target, const QString &name)
{
    if (QFileInfo::exists(target))
        return Error{ErrorCode::File, Texts::tr("“%1” exists already.").arg(target), {}, target};
    if (name.trimmed().isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("Say whose seat it is."), {}, u"name"_s};
    auto seats = readSeats(store.reader().connection);
    if (!seats)
        return seats.error();
    if (!seats->constFirst().code.isEmpty()) {
        return Error{ErrorCode::Refused,
                     Texts::tr("Seats are made at the office; this is a seat itself (%1).").arg(seats->constFirst().code),
                     {},
                     {}};
    }
    qint64 person = 0;
    for (const User &user : store.schema()->users()) {
        if (user.name == name)
            person = user.id;
    }
    // An act even when the person is known: it makes the file say which computer it stands on.
    ChangeSet changes;
    changes.kind = u"schema"_s;
    changes.subject = name;
    QUuid user;
    if (person == 0)
        user = changes.create(u"user"_s, {{u"name"_s, name}, {u"active"_s, true}});
    changes.undoable = false;
    auto receipt = store.commit(changes).result();
    if (!receipt)
        return receipt.error();
    if (person == 0)
        person = receipt->created.value(user);
    const QUuid uid = makeUid(store.clock().now());
    return store
        .maintain<Seat>([&store, target, name, uid, person](Connection &connection) -> Result<Seat> {
            if (auto done = rememberSelf(store, connection); !done)
                return done.error();
            return copyForSeat(connection, target, name, uid, person);
        })
        .result();
}

Result<void> rememberSelf(const Store &store, Connection &connection)
{
    if (!store.installation())
        return {};
    QUuid self;
    Installation::Memory memory;
    {
        auto cursor = connection.query(u"SELECT uid, last_sequence FROM replica WHERE is_self = 1"_s);
        if (!cursor)
            return cursor.error();
        if (!cursor->next())
            return {};
        self = uidFromBytes(cursor->bytes(0));
        memory.sequence = cursor->integer(1);
    }
    memory.path = QFileInfo(store.path()).canonicalFilePath();
    auto cursor = connection.query(
        u"SELECT t.uid, n.last FROM number_counter n JOIN entity_type t ON t.id = n.entity_type"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        memory.numbers[uidText(uidFromBytes(cursor->bytes(0)))] = cursor->integer(1);
    return store.installation()->remember(self, memory);
}

} // namespace Kartoteka
