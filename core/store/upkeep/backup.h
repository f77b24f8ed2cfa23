// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/db/connection.h"

#include <QDate>

namespace Kartoteka {

/// How many backups are kept: the newest of each of so many days, weeks and months in which there is one.
struct BackupPlan
{
    int days = 7;
    int weeks = 4;
    int months = 6;

    bool operator==(const BackupPlan &) const = default;
};

/// A copy that stands in the folder of backups, or that a person put there.
struct BackupFile
{
    enum class Kind {
        Daily,        ///< by itself; rotates
        ByHand,       ///< a person asked for it
        BeforeUpdate, ///< before the file was brought up to a newer format
        Replaced,     ///< what stood in the file's place before a backup was restored
        Rescued       ///< what an open program held when its file was taken from under it
    };
    Kind kind = Kind::ByHand;
    QString path;
    qint64 at = 0; ///< UTC ms
    qint64 size = 0;
    bool isSealed = false; ///< encrypted to a passphrase
};

/// The folder beside a database in which its backups stand.
QString backupFolder(const QString &databasePath);
/// Where a backup of this kind goes that is made at @p at (UTC ms): a free place, but for the daily one.
QString backupPath(const QString &databasePath, BackupFile::Kind kind, qint64 at, bool sealed = false);
/// What there is, newest first.
QList<BackupFile> backupsOf(const QString &databasePath);

/// Makes the folder in which @p target goes, readable by its owner only.
Result<void> ensureBackupFolder(const QString &target);

/// Copies the database as it is to @p target, which must not exist. Only its owner can read the copy.
Result<void> backupTo(Connection &connection, const QString &target);
/// The same, encrypted to a passphrase.
Result<void> sealedBackupTo(Connection &connection, const QString &target, const QString &passphrase);

/// Makes today's backup unless there is one, and removes those that the plan no longer keeps.
/// @return its path; empty when today's existed already.
Result<QString> dailyBackup(Connection &connection, const QString &databasePath, const Clock &clock,
                            const BackupPlan &plan = {});

/// Of daily backups of these days, those that the plan does not keep.
QList<QDate> expiredBackups(const QList<QDate> &days, const BackupPlan &plan);

/// @return the path of the copy made before a migration; these are not rotated away.
Result<QString> backupBeforeMigration(Connection &connection, const QString &databasePath, const Clock &clock);

/// Puts a backup in the place of a database that no program has open. What stood there is kept among the backups: @return
/// its path, empty when there was nothing. @p passphrase opens an encrypted one. On failure all is as it was.
Result<QString> restoreBackup(const QString &backup, const QString &databasePath, const QString &passphrase,
                              const Clock &clock);

} // namespace Kartoteka
