// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/db/connection.h"

#include <QUuid>

namespace Kartoteka {

/// PRAGMA application_id of our files: "KART".
constexpr quint32 applicationId = 0x4B415254;

struct NewDatabase
{
    QString language; ///< "ru" or "en": of names that the file itself holds
    QString userName;
    QString login; ///< of the operating system
    QString currency;
    QString phoneRegion; ///< ISO 3166
};

/// Makes a new file with the system types and its first user. Refuses to overwrite.
Result<void> createDatabase(const QString &path, const NewDatabase &options, const Clock &clock);

/// What createDatabase() makes first, alike in every new file and some nine tenths of its work: tables and definitions,
/// nobody's yet and not to be opened. For whoever makes many files, or looks at what one is made of.
Result<void> createBlankDatabase(const QString &path);

/// Makes a copy of a blank one somebody's own, as createDatabase() does in the end.
Result<void> claimBlankDatabase(const QString &path, const NewDatabase &options, const Clock &clock);

/// Says whether a file can be opened, without changing anything and without waiting for a program that writes: NotOurs,
/// Newer, Damaged or File otherwise. What is planted in it (triggers, views …) is told and nothing of it runs.
/// The value is the format of the file, which may be older than ours.
Result<int> inspectDatabase(const QString &path, Connection::Mode mode = Connection::Mode::ReadOnly);

/// What SQLite cannot read in a file whose header is ours is damage, however it calls it; other errors are what they are.
Error asDamage(const Error &error);

/// The replica that a database file is; null when it cannot be read.
QUuid replicaOf(const QString &path);

/// Recomputes everything that is kept and looks for broken references.
/// @return what is wrong, in words; empty when all is well.
Result<QStringList> checkDatabase(Connection &connection);

} // namespace Kartoteka
