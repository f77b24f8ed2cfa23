// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/replica/replica_book.h"

namespace Kartoteka {

/// The running hash over the rows of an origin: BLAKE2b of the value before and of the row as it travels. Two files that
/// have equal values at a sequence have the same rows up to it.
QByteArray chainStart(const QUuid &origin);
/// @p act is the act of @p row. Of `knows` and of the patch it is the text that the journal keeps.
QByteArray chainNext(const QByteArray &value, const JournalRow &row, const ActRow &act, const QByteArray &knowsText);

/// A value that was written down.
struct ChainMark
{
    qint64 origin = 0; ///< row of `replica`
    qint64 sequence = 0;
    QByteArray value;
    QByteArray signature = {};
    QUuid signedAs = {}; ///< null: the origin itself
};

/// So many rows lie between two marks.
constexpr qint64 rowsBetweenMarks = 500;

/// The chain of the replica with row id @p origin after row @p sequence, which this file has: from the last mark on, row by
/// row. The second history of a name begins with the value at which it leaves the first.
Result<QByteArray> chainAt(Connection &connection, const ReplicaBook &book, qint64 origin, qint64 sequence);

Result<void> keepMark(Connection &connection, const ChainMark &mark);
/// Signs the histories of this file's own replicas as they stand: others may pass them on from here.
Result<void> signOwnHeads(Connection &connection);
/// The greatest sequence of an origin that it signed; sequence 0 when there is none.
Result<ChainMark> lastSigned(Connection &connection, qint64 origin);

} // namespace Kartoteka
