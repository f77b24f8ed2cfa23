// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sender_check.h"

#include "core/base/texts.h"
#include "core/exchange/seats.h"

namespace Kartoteka {

SenderCheck::SenderCheck(const ReplicaBook &book, const ExchangeContainer &container) : m_book(book), m_container(container)
{}

/// The keys of all replicas that are known, or vouched for by one that is.
QHash<QUuid, QByteArray> SenderCheck::keys(bool acceptSender) const
{
    const ExchangeManifest &manifest = m_container.manifest();
    QHash<QUuid, QByteArray> keys;
    for (const KnownReplica &known : m_book.all()) {
        if (!known.info.publicKey.isEmpty())
            keys.insert(known.info.uid, known.info.publicKey);
    }
    if (acceptSender && !keys.contains(manifest.sender))
        keys.insert(manifest.sender, manifest.replica(manifest.sender)->publicKey);
    for (bool grows = true; grows;) {
        grows = false;
        for (const ReplicaInfo &replica : manifest.replicas) {
            if (replica.publicKey.isEmpty() || keys.contains(replica.uid) || !keys.contains(replica.introducedBy))
                continue;
            if (!isSignedBy(introductionMessage(manifest.office, replica.uid, replica.publicKey), replica.introduction,
                            keys.value(replica.introducedBy)))
                continue;
            keys.insert(replica.uid, replica.publicKey);
            grows = true;
        }
    }
    return keys;
}

QList<ReplicaInfo> SenderCheck::replicas(bool acceptSender) const
{
    const QHash<QUuid, QByteArray> known = keys(acceptSender);
    QList<ReplicaInfo> replicas = m_container.manifest().replicas;
    for (ReplicaInfo &replica : replicas) {
        if (known.value(replica.uid) == replica.publicKey)
            continue;
        replica.publicKey = {};
        replica.introducedBy = {};
        replica.introduction = {};
    }
    return replicas;
}

/// An origin, and the ones that its history left, one after the other.
QList<QUuid> SenderCheck::lineageOf(const QUuid &origin) const
{
    constexpr int deepest = 100;
    QList<QUuid> names;
    for (QUuid name = origin; !name.isNull() && names.size() < deepest;) {
        names.append(name);
        const KnownReplica *known = m_book.find(name);
        const ReplicaInfo *said = m_container.manifest().replica(name);
        name = known && !known->info.branchOf.isNull() ? known->info.branchOf : said ? said->branchOf : QUuid();
    }
    return names;
}

bool SenderCheck::isHeadSigned(const QUuid &origin, const OriginHead &head, const QHash<QUuid, QByteArray> &keys) const
{
    // A history that left another one may still be signed under the name of that.
    const QUuid name = head.signedAs.isNull() ? origin : head.signedAs;
    return lineageOf(origin).contains(name)
        && isSignedBy(headMessage(m_container.manifest().office, name, head.to, head.chainTo), head.signature,
                      keys.value(name));
}

/// Where a second history leaves this one, made by somebody who has the key of this one or of what it came from: who signed
/// that one has signed, by its chain, the rows before it.
bool SenderCheck::isCoveredByBranch(const QUuid &origin, const OriginHead &head, const QHash<QUuid, QByteArray> &keys) const
{
    const ExchangeManifest &manifest = m_container.manifest();
    const QList<QUuid> lineage = lineageOf(origin);
    return std::any_of(manifest.replicas.begin(), manifest.replicas.end(), [&](const ReplicaInfo &branch) {
        const OriginHead other = manifest.heads.value(branch.uid);
        const KnownReplica *known = m_book.find(branch.uid);
        const QUuid voucher = known && !known->info.publicKey.isEmpty() ? known->info.introducedBy : branch.introducedBy;
        const bool isKeyHeld = lineage.contains(voucher) || lineage.contains(other.signedAs);
        return branch.branchOf == origin && branch.branchAfter == head.to && other.from == head.to
            && other.chainFrom == head.chainTo && isKeyHeld && isHeadSigned(branch.uid, other, keys);
    });
}

Result<SenderTrust> SenderCheck::judge() const
{
    const ExchangeManifest &manifest = m_container.manifest();
    const bool isStranger = !keys(false).contains(manifest.sender);
    const QHash<QUuid, QByteArray> known = keys(isStranger);
    if (!m_container.isSignedWith(known.value(manifest.sender)))
        return m_container.damaged(Texts::tr("it is not what its sender signed."));
    for (auto it = manifest.heads.cbegin(); it != manifest.heads.cend(); ++it) {
        if (isHeadSigned(it.key(), *it, known) || isCoveredByBranch(it.key(), *it, known))
            continue;
        const ReplicaInfo *origin = manifest.replica(it.key());
        return m_container.damaged(
            Texts::tr("it holds changes of %1 that %1 has not signed.").arg(origin ? seatName(*origin) : QString()));
    }
    const KnownReplica *sender = m_book.find(manifest.sender);
    return isStranger ? SenderTrust::Stranger : sender && sender->isRetired ? SenderTrust::Retired : SenderTrust::Known;
}

} // namespace Kartoteka
