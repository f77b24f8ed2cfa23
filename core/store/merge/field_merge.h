// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/version_vector.h"

#include <QJsonArray>
#include <QJsonValue>

namespace Kartoteka {

/// One write of one field, as the journal holds it.
struct FieldWrite
{
    qint64 row = 0; ///< journal row in this file
    qint64 clock = 0;
    QUuid origin;
    qint64 sequence = 0;
    QJsonValue before;
    QJsonValue after;
    VersionVector knows;      ///< what its writer had of others
    bool isCorrected = false; ///< its clock was wrong; the one it counts by may lie before that of what its writer had

    /// Whether the writer of this had @p other. Its own earlier writes it had.
    bool isAwareOf(const FieldWrite &other) const;
    bool isConcurrentWith(const FieldWrite &other) const { return !isAwareOf(other) && !other.isAwareOf(*this); }
};

/// The order of versions: by clock, ties by replica and sequence. Whoever knew of a write comes after it, unless a clock was
/// corrected.
bool operator<(const FieldWrite &a, const FieldWrite &b);

/// Writes in the order of versions, whoever knew of one after it in any case.
QList<FieldWrite> inOrder(QList<FieldWrite> writes);

/// The value that all writes come to, whichever order they arrive in: the last one.
QJsonValue mergedValue(const QList<FieldWrite> &writes);

/// The same for a list: additions and removals of members are united; the order is that of the last write.
QJsonArray mergedMembers(QList<FieldWrite> writes);

/// A write that lost to one that did not know of it.
struct LostWrite
{
    qint64 loser = 0;  ///< journal rows
    qint64 winner = 0; ///< the greatest of those that did not know of it
    bool open = true;  ///< false: somebody who knew of it has written since

    bool operator==(const LostWrite &) const = default;
};
/// In order of versions. Writes of equal values do not conflict.
/// @param erasures of the record: one that came back starts anew.
QList<LostWrite> lostWrites(QList<FieldWrite> writes, const QList<FieldWrite> &erasures = {});

/// Whether one of @p erasures knew of both: their conflict went with the record.
bool isErased(const FieldWrite &loser, const FieldWrite &winner, const QList<FieldWrite> &erasures);

} // namespace Kartoteka
