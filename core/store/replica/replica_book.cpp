// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replica/replica_book.h"

#include "core/base/texts.h"
#include "core/base/uid.h"

#include <QRegularExpression>
#include <QtEndian>

namespace Kartoteka {

namespace {

void appendNumber(QByteArray &message, qint64 number)
{
    char bytes[8];
    qToLittleEndian(number, bytes);
    message.append(bytes, 8);
}

QVariant orNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

} // namespace

Result<ReplicaBook> ReplicaBook::read(Connection &connection)
{
    ReplicaBook book;
    auto office = connection.scalar(u"SELECT uid FROM office"_s);
    if (!office)
        return office.error();
    book.m_office = uidFromBytes(office->toByteArray());
    QSet<QString> retired;
    {
        auto c = connection.query(u"SELECT code FROM setting WHERE code LIKE 'exchange.retired.%' AND value = '1'"_s);
        if (!c)
            return c.error();
        while (c->next())
            retired.insert(c->text(0));
    }
    auto c = connection.query(
        u"SELECT r.id, r.uid, r.seat_code, r.name, r.is_self, r.last_sequence, r.public_key, i.uid, r.introduction, "
        "r.branch_of, p.uid, r.branch_after, s.secret FROM replica r LEFT JOIN replica i ON i.id = r.introduced_by "
        "LEFT JOIN replica p ON p.id = r.branch_of LEFT JOIN replica_secret s ON s.replica = r.id ORDER BY r.id"_s);
    if (!c)
        return c.error();
    while (c->next()) {
        KnownReplica one;
        one.id = c->integer(0);
        one.info = {
            uidFromBytes(c->bytes(1)),  c->text(2),    c->text(3), c->bytes(6), uidFromBytes(c->bytes(7)), c->bytes(8),
            uidFromBytes(c->bytes(10)), c->integer(11)};
        one.isSelf = c->integer(4) != 0;
        one.last = c->integer(5);
        one.branchOf = c->integer(9);
        one.secretKey = c->bytes(12);
        one.isRetired = retired.contains(retiredSetting(one.info.uid));
        book.m_replicas.append(one);
    }
    // Whoever goes back to where a history began must come to an end.
    for (const KnownReplica &one : std::as_const(book.m_replicas)) {
        qsizetype steps = 0;
        for (const KnownReplica *at = &one; at && at->branchOf != 0; at = book.find(at->branchOf)) {
            if (++steps > book.m_replicas.size())
                return Error{
                    ErrorCode::Damaged, Texts::tr("The file does not say which copy of the office it is."), u"ring"_s, {}};
        }
    }
    return book;
}

QList<ReplicaInfo> ReplicaBook::infos() const
{
    QList<ReplicaInfo> infos;
    for (const KnownReplica &one : m_replicas)
        infos.append(one.info);
    return infos;
}

const KnownReplica *ReplicaBook::self() const
{
    const auto it = std::find_if(m_replicas.begin(), m_replicas.end(), [](const KnownReplica &r) { return r.isSelf; });
    return it == m_replicas.end() ? nullptr : &*it;
}

const KnownReplica *ReplicaBook::find(const QUuid &uid) const
{
    const auto it = std::find_if(m_replicas.begin(), m_replicas.end(),
                                 [&](const KnownReplica &r) { return r.info.uid == uid; });
    return it == m_replicas.end() ? nullptr : &*it;
}

const KnownReplica *ReplicaBook::find(qint64 id) const
{
    const auto it = std::find_if(m_replicas.begin(), m_replicas.end(), [&](const KnownReplica &r) { return r.id == id; });
    return it == m_replicas.end() ? nullptr : &*it;
}

Result<void> keepReplicas(Connection &connection, const QList<ReplicaInfo> &replicas)
{
    // Those that others come from or are vouched for by, first.
    for (const bool alone : {true, false}) {
        for (const ReplicaInfo &replica : replicas) {
            if (replica.branchOf.isNull() != alone)
                continue;
            auto done = connection.run(
                u"INSERT INTO replica (uid, seat_code, name, branch_of, branch_after, last_sequence) "
                "VALUES (?, ?, ?, (SELECT id FROM replica WHERE uid = ?), ?, ?) ON CONFLICT (uid) DO NOTHING"_s,
                {uidBytes(replica.uid), replica.seat.isNull() ? u""_s : replica.seat,
                 replica.name.isNull() ? u""_s : replica.name,
                 replica.branchOf.isNull() ? QVariant() : QVariant(uidBytes(replica.branchOf)), replica.branchAfter,
                 replica.branchAfter});
            if (!done)
                return done;
        }
    }
    for (const ReplicaInfo &replica : replicas) {
        if (replica.publicKey.isEmpty())
            continue;
        auto done = connection.run(
            u"UPDATE replica SET public_key = ?, introduced_by = (SELECT id FROM replica WHERE uid = ?), introduction = ? "
            "WHERE uid = ? AND public_key IS NULL"_s,
            {replica.publicKey, uidBytes(replica.introducedBy), orNull(replica.introduction), uidBytes(replica.uid)});
        if (!done)
            return done;
    }
    return {};
}

QByteArray headMessage(const QUuid &office, const QUuid &origin, qint64 sequence, const QByteArray &chain)
{
    QByteArray message("kartoteka-head-1");
    message += uidBytes(office) + uidBytes(origin);
    appendNumber(message, sequence);
    return message + chain;
}

QByteArray introductionMessage(const QUuid &office, const QUuid &replica, const QByteArray &publicKey)
{
    return "kartoteka-introduction-1" + uidBytes(office) + uidBytes(replica) + publicKey;
}

QByteArray fileMessage(const QByteArray &manifest)
{
    return "kartoteka-file-1" + manifest;
}

QUuid branchUid(const QByteArray &firstChain)
{
    return derivedUid(u"branch", QString::fromLatin1(firstChain.toHex()));
}

QString branchSeat(const QString &seat, const QUuid &uid)
{
    if (seat.isEmpty())
        return seat;
    // What comes behind the code that the office gave is of one identity.
    static const QRegularExpression given(u"^(S\\d+|C[0-9A-F]{4})"_s);
    const auto match = given.match(seat);
    return (match.hasMatch() ? match.captured(1) : seat) + uidText(uid).right(4).toUpper();
}

namespace {

/// Those from which an identity comes: that vouch for it, or whose history it left.
QSet<QUuid> ancestorsOf(const QUuid &uid, const QHash<QUuid, const ReplicaInfo *> &all)
{
    QSet<QUuid> found;
    QList<QUuid> names{uid};
    for (qsizetype i = 0; i < names.size(); ++i) {
        const ReplicaInfo *one = all.value(names[i]);
        for (const QUuid &next : one ? QList{one->introducedBy, one->branchOf} : QList<QUuid>()) {
            if (next.isNull() || found.contains(next))
                continue;
            found.insert(next);
            names << next;
        }
    }
    return found;
}

} // namespace

bool mustLeaveSeat(const QList<ReplicaInfo> &replicas, const QUuid &self)
{
    QHash<QUuid, const ReplicaInfo *> all;
    for (const ReplicaInfo &one : replicas)
        all.insert(one.uid, &one);
    const ReplicaInfo *own = all.value(self);
    if (!own || own->seat.isEmpty())
        return false;
    const QSet<QUuid> past = ancestorsOf(self, all);
    return std::any_of(replicas.begin(), replicas.end(), [&](const ReplicaInfo &other) {
        if (other.uid == self || other.seat != own->seat || other.publicKey.isEmpty() || past.contains(other.uid))
            return false;
        return ancestorsOf(other.uid, all).contains(self) || uidBytes(other.uid) < uidBytes(self);
    });
}

namespace {

Result<void> keepKey(Connection &connection, qint64 replica, qint64 introducer, const KeyPair &pair)
{
    QVariant vouchedBy;
    QVariant introduction;
    {
        auto c = connection.query(u"SELECT o.uid, n.uid, s.secret FROM office o, replica n, replica_secret s "
                                  "WHERE n.id = ? AND s.replica = ?"_s,
                                  {replica, introducer});
        if (!c)
            return c.error();
        if (c->next()) {
            vouchedBy = introducer;
            introduction = signatureOf(
                introductionMessage(uidFromBytes(c->bytes(0)), uidFromBytes(c->bytes(1)), pair.publicKey), c->bytes(2));
        }
    }
    auto done = connection.run(u"UPDATE replica SET public_key = ?, introduced_by = ?, introduction = ? WHERE id = ?"_s,
                               {pair.publicKey, vouchedBy, introduction, replica});
    return done ? connection.run(u"INSERT OR REPLACE INTO replica_secret (replica, secret) VALUES (?, ?)"_s,
                                 {replica, pair.secretKey})
                : done;
}

} // namespace

Result<void> giveKey(Connection &connection, qint64 replica, qint64 introducer)
{
    return keepKey(connection, replica, introducer, makeKeyPair());
}

Result<void> giveBranchKey(Connection &connection, qint64 replica)
{
    auto book = ReplicaBook::read(connection);
    if (!book)
        return book.error();
    const KnownReplica *own = book->find(replica);
    const KnownReplica *root = nullptr; // the first of its lineage whose secret is here: all its copies have that
    for (const KnownReplica *one = own; one; one = book->find(one->branchOf)) {
        if (one != own && !one->secretKey.isEmpty())
            root = one;
    }
    if (!root)
        return giveKey(connection, replica, 0);
    return keepKey(connection, replica, root->id, derivedKeyPair(root->secretKey, uidBytes(own->info.uid)));
}

Result<void> ensureOwnKey(Connection &connection)
{
    auto without = connection.scalar(u"SELECT id FROM replica WHERE is_self = 1 AND public_key IS NULL"_s);
    if (!without)
        return without.error();
    return without->isValid() ? giveKey(connection, without->toLongLong(), 0) : Result<void>();
}

QString retiredSetting(const QUuid &replica)
{
    return u"exchange.retired."_s + uidText(replica);
}

} // namespace Kartoteka
