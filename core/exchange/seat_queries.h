// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/seats.h"
#include "core/store/replica/replica_book.h"

#include <QJsonObject>

namespace Kartoteka {

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

/// Seat codes that were given in this file, and the greatest number among those it has counted.
struct GivenCodes
{
    QList<std::pair<QUuid, QString>> codes; ///< by replica
    qint64 last = 1;                        ///< the office is the first
};
Result<GivenCodes> givenCodes(Connection &connection);

Result<QUuid> ownUid(Connection &connection);

/// What this file has given out under its own name.
struct GivenOut
{
    QUuid self; ///< null: the file does not say
    qint64 sequence = 0;
    QJsonObject numbers; ///< the last of each type, by its identity
};
Result<GivenOut> givenOut(Connection &connection);

/// Copies that were begun: path, and the row of the person who was made for it (0: nobody).
Result<QList<std::pair<QString, qint64>>> unfinishedCopies(Connection &connection);
/// A copy is begun that takes a seat number. @p person: who was made for it; null: nobody.
Result<void> noteNewCopy(Connection &connection, qint64 number, const QString &path, const QUuid &person);
Result<void> forgetCopy(Connection &connection, const QString &path);

/// Makes a fresh copy of the office's file a seat.
Result<void> becomeSeat(Connection &copy, NewSeat &made);
/// The office knows the seat, and what it has.
Result<void> registerSeat(Connection &connection, const NewSeat &made);

} // namespace Kartoteka
