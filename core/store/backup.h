// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"

namespace Kartoteka {

/// How many daily backups are kept.
constexpr int keptBackups = 7;

/// The folder beside a database in which its backups stand.
QString backupFolder(const QString &databasePath);

/// Copies the database as it is to @p target, which must not exist.
Result<void> backupTo(Connection &connection, const QString &target);

/// Makes today's backup unless there is one, and removes the oldest beyond keptBackups.
/// @return its path; empty when today's existed already.
Result<QString> dailyBackup(Connection &connection, const QString &databasePath, const Clock &clock);

/// @return the path of the copy made before a migration; these are not rotated away.
Result<QString> backupBeforeMigration(Connection &connection, const QString &databasePath, int format, const Clock &clock);

} // namespace Kartoteka
