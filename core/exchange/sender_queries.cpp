// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sender_queries.h"

#include "core/base/uid.h"

namespace Kartoteka {

Result<void> noteSender(Connection &connection, const ExchangeManifest &manifest, qint64 now,
                        const QHash<QUuid, QUuid> &aliases)
{
    // By a clock far ahead it would overtake all that comes later.
    const qint64 writtenAt = manifest.writtenAt > now + mostAheadMs ? now : manifest.writtenAt;
    // Who wrote the second history of a name speaks for itself, though it does not know that name yet.
    const QUuid speaker = aliases.value(manifest.sender, manifest.sender);
    auto sender = connection.query(u"SELECT id, heard_at FROM replica WHERE uid = ? AND is_self = 0"_s, {uidBytes(speaker)});
    if (!sender)
        return sender.error();
    if (!sender->next() || sender->integer(1) > writtenAt)
        return {};
    const qint64 id = sender->integer(0);
    auto done = connection.run(u"UPDATE replica SET heard_at = ? WHERE id = ?"_s, {writtenAt, id});
    if (done)
        done = connection.run(u"DELETE FROM replica_has WHERE replica = ?"_s, {id});
    const QString insertion =
        u"INSERT INTO replica_has (replica, origin, sequence) SELECT ?, id, ? FROM replica WHERE uid = ? "
        "ON CONFLICT (replica, origin) DO UPDATE SET sequence = max(sequence, excluded.sequence)"_s;
    for (auto it = manifest.to.cbegin(); done && it != manifest.to.cend(); ++it) {
        const QUuid kept = aliases.value(it.key(), it.key());
        done = connection.run(insertion, {id, *it, uidBytes(kept)});
        // It has what both histories have in common.
        if (done && kept != it.key()) {
            auto after = connection.scalar(u"SELECT branch_after FROM replica WHERE uid = ?"_s, {uidBytes(kept)});
            done = after ? connection.run(insertion, {id, after->toLongLong(), uidBytes(it.key())})
                         : Result<void>(after.error());
        }
    }
    return done;
}

Result<void> takeSeatCode(Connection &connection, const ExchangeManifest &manifest)
{
    const ReplicaInfo *sender = manifest.replica(manifest.sender);
    if (!sender || !sender->seat.isEmpty())
        return {};
    for (const ReplicaInfo &replica : manifest.replicas) {
        auto done = connection.run(u"UPDATE replica SET seat_code = ? WHERE uid = ? AND is_self = 0 AND seat_code <> ''"_s,
                                   {replica.seat, uidBytes(replica.uid)});
        if (!done)
            return done;
    }
    return {};
}

Result<void> forgetSender(Connection &connection, const QUuid &sender)
{
    return connection.run(u"DELETE FROM replica_has WHERE replica = (SELECT id FROM replica WHERE uid = ?)"_s,
                          {uidBytes(sender)});
}

} // namespace Kartoteka
