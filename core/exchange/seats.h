// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace Kartoteka {

/// A copy of the office's database, as this file knows it.
struct Seat
{
    qint64 id = 0; ///< row of replica
    QUuid uid;
    QString code; ///< empty at the office
    QString name;
    bool isSelf = false;
    qint64 heardAt = 0;     ///< UTC ms at which its last file was written; 0: never heard of
    qint64 changesHere = 0; ///< of its own changes, how many are here
    qint64 lacks = 0;       ///< how many of the changes here it is not known to have
    bool isUnknown = false; ///< what it has is not known: it gets everything
    bool isRetired = false; ///< a person said that it is no more
};

/// This file's own seat first, then the others; seats that go on under a new identity are left out.
Result<QList<Seat>> readSeats(Connection &connection);

/// What a seat is called in texts: its name, else "Office" or its code.
QString seatName(const Seat &seat);
QString seatName(const ReplicaInfo &replica);

/// The seat that @p text names by code or name. Usage error when none does.
Result<Seat> findSeat(const QList<Seat> &seats, const QString &text);

/// Copies the office's database to @p target as a seat of its own for the person @p name, who becomes a user of the office
/// if none is called so. Refused at a seat. May take as long as a backup; any thread.
Result<Seat> makeSeat(Store &store, const QString &target, const QString &name);

/// Says that a seat is no more: its later files wait for a person. It can be undone.
Result<Seat> retireSeat(Store &store, const QString &text);

/// Removes copies for seats that a killed program left half made, and the people who were made for them.
Result<void> removeUnfinishedCopies(Store &store);

/// Waits on the disk until what has left this computer is remembered outside the file.
Result<void> rememberSelf(const Store &store, Connection &connection);

} // namespace Kartoteka
