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

bool SenderCheck::isHeadSigned(const QUuid &origin, const OriginHead &head, const QHash<QUuid, QByteArray> &keys) const
{
    // A history that left another one may still be signed under the name of that.
    const ExchangeManifest &manifest = m_container.manifest();
    QUuid name = origin;
    for (int depth = 0; depth < 100 && !name.isNull(); ++depth) {
        if (head.signedAs.isNull() || head.signedAs == name) {
            return isSignedBy(headMessage(manifest.office, name, head.to, head.chainTo), head.signature, keys.value(name));
        }
        const KnownReplica *known = m_book.find(name);
        const ReplicaInfo *said = manifest.replica(name);
        name = known && !known->info.branchOf.isNull() ? known->info.branchOf : said ? said->branchOf : QUuid();
    }
    return false;
}

Result<SenderTrust> SenderCheck::judge() const
{
    const ExchangeManifest &manifest = m_container.manifest();
    const bool isStranger = !keys(false).contains(manifest.sender);
    const QHash<QUuid, QByteArray> known = keys(isStranger);
    if (!m_container.isSignedWith(known.value(manifest.sender)))
        return m_container.damaged(Texts::tr("it is not what its sender signed."));
    for (auto it = manifest.heads.cbegin(); it != manifest.heads.cend(); ++it) {
        if (isHeadSigned(it.key(), *it, known))
            continue;
        const ReplicaInfo *origin = manifest.replica(it.key());
        return m_container.damaged(
            Texts::tr("it holds changes of %1 that %1 has not signed.").arg(origin ? seatName(*origin) : QString()));
    }
    const KnownReplica *sender = m_book.find(manifest.sender);
    return isStranger ? SenderTrust::Stranger : sender && sender->isRetired ? SenderTrust::Retired : SenderTrust::Known;
}

} // namespace Kartoteka
