// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sender_check.h"
#include "core/store/store.h"

namespace Kartoteka {

enum class ExchangeState {
    Applied,     ///< read; in a rehearsal: would be read
    AlreadyRead, ///< everything in it is here
    OwnFile,     ///< written here, and everything in it is here
    Waiting,     ///< changes before it are missing; it was put aside and is read when they have come
};

struct ExchangeReadOptions
{
    QString path;
    QString passphrase;
    bool rehearse = false;     ///< says what would happen and changes nothing
    bool acceptClock = false;  ///< reads though a clock in it is more than a day ahead: it counts as written now
    bool acceptSender = false; ///< reads though nobody here knows who signed it, or the seat is no more
    CancelToken cancel;
    ExchangeProgress progress;   ///< rows read, rows in all
    qsizetype linesAtOnce = 500; ///< of the journal are looked up and merged together
};

/// An item that came in, and one that was here with the same phone or e-mail.
struct PossibleDuplicate
{
    ItemRef added;
    ItemRef known;
    QString value; ///< the phone or e-mail they share
};

struct ExchangeRead
{
    ExchangeState state = ExchangeState::Applied;
    ExchangeManifest manifest;
    MergeReport merged;
    QString sender; ///< in words
    SenderTrust trust = SenderTrust::Known;
    bool forMe = true;   ///< false: it was written for another seat
    QStringList missing; ///< when waiting: whose changes are missing, in words
    QList<PossibleDuplicate> duplicates;
    QStringList followed; ///< files that had waited and were read after this one
};

/// Reads a file as one act, all or nothing. Any thread. Errors name the line and leave the database as it was. Refused with
/// where = "sender" when a person must say first that it is to be read.
Result<ExchangeRead> readExchange(Store &store, const ExchangeReadOptions &options);

/// A change that could not be applied and is tried again at every reading.
struct AsideRow
{
    QString what; ///< the record's table
    qint64 at = 0;
    QString by; ///< whose change, in words
    QString reason;
};
Result<QList<AsideRow>> rowsAside(const ReadContext &context, int limit);

/// A file that waits for those before it.
struct WaitingFile
{
    QString path;
    QString sender;
    qint64 writtenAt = 0;
    QStringList missing;
    bool sealed = false; ///< encrypted: what it lacks is not known without the passphrase
};
Result<QList<WaitingFile>> waitingFiles(Store &store);

/// The folder beside a database in which such files wait.
QString waitingFolder(const QString &databasePath);

} // namespace Kartoteka
