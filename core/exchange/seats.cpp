// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/seats.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/seat_queries.h"
#include "core/exchange/work_folder.h"
#include "core/people/user_acts.h"
#include "core/schema/act_kinds.h"
#include "core/store/db/one_moment.h"
#include "core/store/replica/chain.h"
#include "core/store/upkeep/backup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>

#include <algorithm>

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
    auto given = givenCodes(connection);
    if (!given)
        return given.error();
    static const QRegularExpression pattern(u"^S(\\d{1,9})"_s);
    qint64 last = given->last;
    for (const auto &[replica, code] : std::as_const(given->codes)) {
        last = qMax(last, pattern.match(code).captured(1).toLongLong());
        if (store.installation() && code.isEmpty())
            last = qMax(last, store.installation()->memoryOf(replica).lastSeat);
    }
    return last;
}

/// Takes the next seat code: in one transaction, so that several programs never get the same.
Result<QString> reserveCode(const Store &store, Connection &connection, const NewSeat &made)
{
    qint64 number = 0;
    auto done = inOneWrite(connection, [&]() -> Result<void> {
        auto last = lastSeatNumber(store, connection);
        if (!last)
            return last.error();
        number = *last + 1;
        return noteNewCopy(connection, number, made.partial, made.isNewUser ? made.user : QUuid());
    });
    if (!done)
        return done.error();
    auto self = ownUid(connection);
    if (self && store.installation()) {
        Installation::Memory memory = store.installation()->memoryOf(*self);
        memory.lastSeat = number;
        if (memory.path.isEmpty())
            memory.path = QFileInfo(store.path()).canonicalFilePath();
        if (auto kept = store.installation()->remember(*self, memory); !kept)
            return kept.error();
    }
    return u"S%1"_s.arg(number);
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
    const auto isSame = [&text](const QString &known) { return known.compare(text, Qt::CaseInsensitive) == 0; };
    const bool office = isSame(u"office"_s);
    for (const Seat &seat : seats) {
        if (office ? seat.code.isEmpty() : !text.isEmpty() && (isSame(seat.code) || seat.name == text))
            return seat;
    }
    const auto shown = std::ranges::find_if(seats, [&](const Seat &seat) { return isSame(seatName(seat)); });
    if (shown != seats.cend())
        return *shown;
    return Error{ErrorCode::Usage, Texts::tr("There is no seat “%1”.").arg(text), {}, text};
}

Result<Seat> makeSeat(Store &store, const QString &target, const QString &name)
{
    if (QFileInfo::exists(target))
        return Error{ErrorCode::File, Texts::tr("“%1” already exists.").arg(target), {}, target};
    const QString person = name.simplified();
    if (person.isEmpty())
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
    made.seat.name = person;
    made.target = target;
    made.partial = partialOf(target);
    for (const User &user : store.schema()->users()) {
        if (fold(user.name.simplified()) == fold(person))
            made.user = user.uid;
    }
    // An act even when the person is known: it makes the file say which computer it stands on.
    ChangeSet changes;
    made.isNewUser = made.user.isNull();
    if (made.isNewUser) {
        auto planned = planUser(*store.schema(), 0, {{u"name"_s, person}}, store.user());
        if (!planned)
            return planned.error();
        changes = *planned;
        made.user = changes.changes.constFirst().uid;
    }
    changes.kind = ActKinds::schema;
    changes.subject = person;
    changes.undoable = false;
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
    auto copies = unfinishedCopies(connection);
    if (!copies)
        return copies.error();
    QList<qint64> people;
    for (const auto &[path, person] : std::as_const(*copies)) {
        const bool isOurs = isBegunCopy(path);
        // The program that makes it may be alive: then it holds the lock.
        const auto lock = lockOf(path);
        if (isOurs && QFileInfo(path).dir().exists() && !lock->tryLock(0))
            continue;
        const QStringList endings{QString(), u".part"_s, u"-wal"_s, u"-shm"_s, u"-journal"_s, u".part-journal"_s};
        for (const QString &ending : isOurs ? endings : QStringList())
            QFile::remove(path + ending);
        if (auto done = forgetCopy(connection, path); !done)
            return done.error();
        if (person != 0)
            people << person;
    }
    return people;
}

} // namespace

Result<void> removeUnfinishedCopies(Store &store)
{
    auto copies = unfinishedCopies(store.reader().connection);
    if (!copies || copies->isEmpty())
        return copies ? Result<void>() : Result<void>(copies.error());
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
    ChangeSet changes = ChangeSet::of(ActKinds::exchange, seatName(*seat));
    const QString code = retiredSetting(seat->uid);
    changes.create(u"setting"_s, {{u"code"_s, code}, {u"value"_s, u"1"_s}}, derivedUid(u"setting", code));
    auto receipt = store.commitAndWait(changes);
    return receipt ? seat : Result<Seat>(receipt.error());
}

Result<void> rememberSelf(const Store &store, Connection &connection)
{
    if (!store.installation())
        return {};
    auto given = givenOut(connection);
    if (!given || given->self.isNull())
        return given ? Result<void>() : Result<void>(given.error());
    Installation::Memory memory;
    memory.sequence = given->sequence;
    memory.numbers = given->numbers;
    memory.path = QFileInfo(store.path()).canonicalFilePath();
    return store.installation()->remember(given->self, memory);
}

} // namespace Kartoteka
