// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_reader.h"
#include "core/store/record/record_identity.h"

namespace Kartoteka {

/// The rows that an origin wrote after @p from up to @p to, as they travel. Columns: id, sequence, clock, when it was written,
/// author, act, entity, uid, operation, patch, knows, the author's uid where no user here is it.
Result<Cursor> journalOfOrigin(Connection &connection, qint64 origin, qint64 from, qint64 to);
/// An act as it travels.
Result<std::optional<ActRow>> actThatTravels(Connection &connection, qint64 id, RecordIdentity &identity);
/// Origin and sequence of rows with which contents came.
Result<QList<std::pair<qint64, qint64>>> rowsThatBring(Connection &connection, const QString &digest);

/// How much of an origin's history some seats are known to have.
struct OriginReach
{
    qint64 origin = 0;
    std::optional<qint64> has;           ///< the least of what each has; none: it is the only seat's own history
    std::optional<qint64> branchedAfter; ///< a second history goes on from here
};
Result<QList<OriginReach>> reachOf(Connection &connection, const QList<qint64> &seats);

/// What the log says of a file that was written.
struct WrittenNote
{
    QUuid receiver;
    qint64 at = 0;
    QString file;
    qint64 rows = 0;
};
Result<void> noteWritten(Connection &connection, const WrittenNote &note);

/// … of one that was read.
struct ReadNote
{
    QUuid sender;
    qint64 at = 0;
    QString file;
    qint64 taken = 0;
    qint64 act = 0;
    qint64 firstRow = 0; ///< of the journal; 0: nothing was taken
    qint64 lastRow = 0;
};
Result<void> noteRead(Connection &connection, const ReadNote &note);

/// Another item of the type with the same phone or e-mail.
Result<std::optional<PossibleDuplicate>> duplicateOf(const ReadContext &context, const ItemRef &item,
                                                     const EntityType &type);

} // namespace Kartoteka
