// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/journal_row.h"
#include "core/store/replica/signature.h"

namespace Kartoteka {

/// A replica as this file knows it.
struct KnownReplica
{
    qint64 id = 0; ///< row of `replica`
    ReplicaInfo info;
    bool isSelf = false;
    qint64 last = 0;        ///< its last sequence here
    qint64 branchOf = 0;    ///< row of the replica whose second history it is, 0: of none
    QByteArray secretKey;   ///< of this file's own ones; empty: another's
    bool isRetired = false; ///< a person said that the seat is no more
};

/// All replicas that a file knows, and what they say of each other.
class ReplicaBook
{
public:
    static Result<ReplicaBook> read(Connection &connection);

    QUuid office() const { return m_office; }
    const QList<KnownReplica> &all() const { return m_replicas; }
    QList<ReplicaInfo> infos() const;
    const KnownReplica *self() const;
    const KnownReplica *find(const QUuid &uid) const;
    const KnownReplica *find(qint64 id) const;

private:
    QUuid m_office;
    QList<KnownReplica> m_replicas;
};

/// Makes replicas known, and keys of those that are known without one. What is said of them must be believed already.
Result<void> keepReplicas(Connection &connection, const QList<ReplicaInfo> &replicas);

/// What is signed: that a replica's history stands at a value of its chain; who a new replica is; what a file says.
QByteArray headMessage(const QUuid &office, const QUuid &origin, qint64 sequence, const QByteArray &chain);
QByteArray introductionMessage(const QUuid &office, const QUuid &replica, const QByteArray &publicKey);
QByteArray fileMessage(const QByteArray &manifest);

/// The identity of a second history that was written under one name: from its first row, so that all give it the same.
QUuid branchUid(const QByteArray &firstChain);
/// The seat code of a replica that goes on under another identity beside the one it comes from; the office stays the office.
QString branchSeat(const QString &seat, const QUuid &uid);
/// Whether another copy lives under the seat code of @p self, so that both would give the same numbers and be sent the same
/// files, and it is @p self that takes another one: it learns that somebody went on from it elsewhere; or both come from one
/// that went on twice, and it is the later one.
bool mustLeaveSeat(const QList<ReplicaInfo> &replicas, const QUuid &self);

/// Makes a key for the replica with row id @p replica; @p introducer (0: none) vouches for it if its secret is here.
Result<void> giveKey(Connection &connection, qint64 replica, qint64 introducer);
/// Makes the key of a second history whose name this file goes on under. It comes from the secret of the first one, so that
/// two copies which take the same name, before they learn of each other, have the same key too.
Result<void> giveBranchKey(Connection &connection, qint64 replica);
/// The file's own replica has a key from here on, if it had none.
Result<void> ensureOwnKey(Connection &connection);

/// The setting that says of a replica that its seat is no more.
QString retiredSetting(const QUuid &replica);

} // namespace Kartoteka
