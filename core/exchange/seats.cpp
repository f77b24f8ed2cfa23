// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/seats.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/work_folder.h"
#include "core/schema/act_kinds.h"
#include "core/store/replica/chain.h"
#include "core/store/upkeep/backup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>

namespace Kartoteka {

namespace {

QString nameOfSeat(const QString &name, const QString &code)
{
    if (!name.isEmpty())
        return code.isEmpty() ? name : Texts::tr("%1 (%2)", "seat: name and code").arg(name, code);
    return code.isEmpty() ? Texts::tr("Office") : Texts::tr("Seat %1").arg(code);
}

/// Whoever reads the folder of a copy that is being made sees that by its name; a lock tells that somebody is at it.
QString partialOf(const QString &target)
{
    return target + u".new"_s;
}

std::unique_ptr<QLockFile> lockOf(const QString &partial)
{
    auto lock = std::make_unique<QLockFile>(partial + u".lock"_s);
    lock->setStaleLockTime(0);
    return lock;
}

/// The number of the greatest code given: S2, S3, … In the file, or as far as this computer remembers.
Result<qint64> lastSeatNumber(const Store &store, Connection &connection)
{
    auto cursor = connection.query(u"SELECT r.seat_code, r.uid, c.last FROM replica r, seat_counter c"_s);
    if (!cursor)
        return cursor.error();
    static const QRegularExpression pattern(u"^S(\\d{1,9})"_s);
    qint64 last = 1; // the office is the first
    while (cursor->next()) {
        last = qMax(last, pattern.match(cursor->text(0)).captured(1).toLongLong());
        last = qMax(last, cursor->integer(2));
        if (store.installation() && cursor->text(0).isEmpty())
            last = qMax(last, store.installation()->memoryOf(uidFromBytes(cursor->bytes(1))).lastSeat);
    }
    return last;
}

/// A seat while it is made.
struct NewSeat
{
    Seat seat;
    QUuid user;
    bool isNewUser = false;
    QString partial;
    QString target;
    KeyPair key;
    QByteArray introduction; ///< the office vouches for the key
    VersionVector has = {};  ///< what the copy holds
};

/// Takes the next seat code: in one transaction, so that several programs never get the same.
Result<QString> reserveCode(const Store &store, Connection &connection, const NewSeat &made)
{
    auto done = connection.run(u"BEGIN IMMEDIATE"_s);
    if (!done)
        return done.error();
    auto last = lastSeatNumber(store, connection);
    done = last ? Result<void>() : Result<void>(last.error());
    if (done)
        done = connection.run(u"UPDATE seat_counter SET last = ?"_s, {*last + 1});
    if (done)
        done = connection.run(u"INSERT OR REPLACE INTO unfinished_copy (path, person) VALUES (?, ?)"_s,
                              {made.partial, made.isNewUser ? QVariant(uidBytes(made.user)) : QVariant()});
    if (done)
        done = connection.run(u"COMMIT"_s);
    if (!done) {
        (void)connection.run(u"ROLLBACK"_s); // the failure that is reported is the first one
        return done.error();
    }
    auto self = connection.scalar(u"SELECT uid FROM replica WHERE is_self = 1"_s);
    if (self && store.installation()) {
        const QUuid uid = uidFromBytes(self->toByteArray());
        Installation::Memory memory = store.installation()->memoryOf(uid);
        memory.lastSeat = *last + 1;
        if (memory.path.isEmpty())
            memory.path = QFileInfo(store.path()).canonicalFilePath();
        if (auto kept = store.installation()->remember(uid, memory); !kept)
            return kept.error();
    }
    return u"S%1"_s.arg(*last + 1);
}

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

/// Makes a fresh copy of the office's file a seat.
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
    auto done = copy.run(u"PRAGMA secure_delete = ON"_s);
    if (done)
        done = copy.run(u"BEGIN IMMEDIATE"_s);
    for (const QString &sql : {u"DELETE FROM replica_secret"_s, u"DELETE FROM unfinished_copy"_s,
                               u"UPDATE replica SET is_self = 0, machine = NULL, person = NULL"_s,
                               u"DELETE FROM replica_has"_s, u"DELETE FROM exchange_log"_s, u"DELETE FROM number_counter"_s,
                               u"UPDATE act SET undoable = 0"_s, u"UPDATE hybrid_clock SET news = 1"_s}) {
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
    if (done)
        done = noteThatSeatHas(copy, office->toLongLong(), made.has);
    return done ? copy.run(u"COMMIT"_s) : done;
}

Result<void> registerSeat(Connection &connection, const NewSeat &made)
{
    auto done = connection.run(u"BEGIN IMMEDIATE"_s);
    if (!done)
        return done;
    done = connection.run(u"INSERT INTO replica (uid, seat_code, name, public_key, introduced_by, introduction) "
                          "SELECT ?, ?, ?, ?, id, ? FROM replica WHERE is_self = 1"_s,
                          {uidBytes(made.seat.uid), made.seat.code, made.seat.name, made.key.publicKey, made.introduction});
    if (done)
        done = noteThatSeatHas(connection, connection.lastInsertId(), made.has);
    if (done)
        done = connection.run(u"DELETE FROM unfinished_copy WHERE path = ?"_s, {made.partial});
    if (!done) {
        (void)connection.run(u"ROLLBACK"_s); // the failure that is reported is the first one
        return done;
    }
    return connection.run(u"COMMIT"_s);
}

Result<void> copyForSeat(const Store &store, Connection &connection, NewSeat &made)
{
    auto code = reserveCode(store, connection, made);
    if (!code)
        return code.error();
    made.seat.code = *code;
    auto book = ReplicaBook::read(connection);
    if (!book)
        return book.error();
    made.key = makeKeyPair();
    made.introduction = signatureOf(introductionMessage(book->office(), made.seat.uid, made.key.publicKey),
                                    book->self()->secretKey);
    QFile::remove(made.partial);
    // The seat passes the office's changes on, to other seats too.
    if (auto done = signOwnHeads(connection); !done)
        return done;
    if (auto done = backupTo(connection, made.partial); !done)
        return done;
    {
        auto copy = Connection::open(made.partial, Connection::Mode::ReadWrite);
        auto done = copy ? becomeSeat(**copy, made) : Result<void>(copy.error());
        if (!done)
            return done;
    }
    // The copy says itself, with the office's signature, who it is: it may be there before the office has noted it.
    auto done = putInPlace(made.partial, made.target);
    return done ? registerSeat(connection, made) : done;
}

} // namespace

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
        return Error{ErrorCode::File, Texts::tr("“%1” already exists.").arg(target), {}, target};
    if (name.trimmed().isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("Enter whose seat it is."), {}, u"name"_s};
    auto seats = readSeats(store.reader().connection);
    if (!seats)
        return seats.error();
    if (!seats->constFirst().code.isEmpty()) {
        return Error{
            ErrorCode::Refused,
            Texts::tr("Seats are created at the office; this file is itself a seat (%1).").arg(seats->constFirst().code),
            {},
            {}};
    }
    NewSeat made;
    made.seat.uid = makeUid(store.clock().now());
    made.seat.name = name;
    made.target = target;
    made.partial = partialOf(target);
    for (const User &user : store.schema()->users()) {
        if (user.name == name)
            made.user = user.uid;
    }
    // An act even when the person is known: it makes the file say which computer it stands on.
    ChangeSet changes;
    changes.kind = ActKinds::schema;
    changes.subject = name;
    changes.undoable = false;
    made.isNewUser = made.user.isNull();
    if (made.isNewUser)
        made.user = changes.create(u"user"_s, {{u"name"_s, name}, {u"active"_s, true}});
    if (auto receipt = store.commit(changes).result(); !receipt)
        return receipt.error();
    const auto lock = lockOf(made.partial);
    if (!lock->tryLock(0))
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be written.").arg(target), {}, target};
    auto copied = store
                      .maintain<Seat>([&store, made](Connection &connection) -> Result<Seat> {
                          NewSeat copy = made;
                          auto done = rememberSelf(store, connection);
                          if (done)
                              done = copyForSeat(store, connection, copy);
                          return done ? Result<Seat>(copy.seat) : Result<Seat>(done.error());
                      })
                      .result();
    lock->unlock();
    if (!copied) {
        if (auto cleaned = removeUnfinishedCopies(store); !cleaned)
            return cleaned.error();
    }
    return copied;
}

namespace {

/// Whether a copy of ours may have been begun there: the name stands in a file that may be a stranger's, and could be any file's.
bool isBegunCopy(const QString &path)
{
    const QFileInfo info(path);
    if (!path.endsWith(partialOf({})) || info.isSymLink() || (info.exists() && !info.isFile()))
        return false;
    QFile file(path);
    return !info.exists() || (file.open(QIODevice::ReadOnly) && (file.size() == 0 || file.read(15) == "SQLite format 3"));
}

/// @return the people who were made for the copies.
Result<QList<qint64>> removeCopies(Connection &connection)
{
    QList<QPair<QString, qint64>> copies;
    {
        auto c = connection.query(
            u"SELECT c.path, u.id FROM unfinished_copy c LEFT JOIN user_account u ON u.uid = c.person"_s);
        if (!c)
            return c.error();
        while (c->next())
            copies.append({c->text(0), c->integer(1)});
    }
    QList<qint64> people;
    for (const auto &[path, person] : std::as_const(copies)) {
        const bool isOurs = isBegunCopy(path);
        // The program that makes it may be alive: then it holds the lock.
        const auto lock = lockOf(path);
        if (isOurs && QFileInfo(path).dir().exists() && !lock->tryLock(0))
            continue;
        const QStringList endings{QString(), u".part"_s, u"-wal"_s, u"-shm"_s, u"-journal"_s, u".part-journal"_s};
        for (const QString &ending : isOurs ? endings : QStringList())
            QFile::remove(path + ending);
        if (auto done = connection.run(u"DELETE FROM unfinished_copy WHERE path = ?"_s, {path}); !done)
            return done.error();
        if (person != 0)
            people << person;
    }
    return people;
}

} // namespace

Result<void> removeUnfinishedCopies(Store &store)
{
    auto any = store.reader().connection.scalar(u"SELECT 1 FROM unfinished_copy LIMIT 1"_s);
    if (!any || !any->isValid())
        return any ? Result<void>() : Result<void>(any.error());
    auto people = store.maintain<QList<qint64>>(removeCopies).result();
    if (!people)
        return people.error();
    ChangeSet changes;
    changes.kind = ActKinds::schema;
    changes.undoable = false;
    for (const qint64 person : *people)
        changes.update(u"user"_s, person, {{u"deleted_at"_s, store.clock().now()}});
    if (changes.isEmpty())
        return {};
    auto receipt = store.commit(changes).result();
    return receipt ? Result<void>() : Result<void>(receipt.error());
}

Result<Seat> retireSeat(Store &store, const QString &text)
{
    auto seats = readSeats(store.reader().connection);
    if (!seats)
        return seats.error();
    auto seat = findSeat(*seats, text);
    if (!seat)
        return seat;
    if (seat->isSelf)
        return Error{ErrorCode::Refused, Texts::tr("This file cannot retire itself."), {}, text};
    ChangeSet changes;
    changes.kind = ActKinds::exchange;
    changes.subject = seatName(*seat);
    const QString code = retiredSetting(seat->uid);
    changes.create(u"setting"_s, {{u"code"_s, code}, {u"value"_s, u"1"_s}}, derivedUid(u"setting", code));
    auto receipt = store.commitAndWait(changes);
    return receipt ? seat : Result<Seat>(receipt.error());
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
