// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

namespace Kartoteka {

/// One side of a conflict.
struct ConflictSide
{
    Value value;
    qint64 author = 0;
    qint64 at = 0; ///< UTC ms
};

/// A field that two wrote without knowing of each other; the later write stands.
struct Conflict
{
    qint64 id = 0;
    QString table; ///< code of the record table
    qint64 record = 0;
    ItemRef owner; ///< the item in whose timeline it shows; null when none
    QString field; ///< column code; "deleted_at": one deleted what the other went on with
    bool open = true;
    ConflictSide kept;  ///< what stands, or stood
    ConflictSide other; ///< what waits
    qint64 winner = 0;  ///< journal row of the kept side
};

/// Conflicts that nobody has settled, newest first.
Result<QList<Conflict>> openConflicts(const ReadContext &context, int limit);
Result<qint64> countOpenConflicts(Connection &connection);
/// Conflicts that a journal row won.
Result<QList<Conflict>> conflictsWonBy(const ReadContext &context, qint64 journalRow);
Result<Conflict> readConflict(const ReadContext &context, qint64 id);
/// What names the record of a conflict that is no item's, as the file has it: of a rate its currency and day, of a setting
/// its code. Empty where nothing does.
QString nameInFile(const ReadContext &context, const Conflict &conflict);

/// Puts the other value in place; it travels as any change does, and settles the conflict everywhere.
ChangeSet planTakeOther(const Conflict &conflict);
/// Confirms what stands.
ChangeSet planKeep(const Conflict &conflict);

} // namespace Kartoteka
