// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_container.h"
#include "core/store/replica/replica_book.h"

namespace Kartoteka {

/// How far a file's sender is known.
enum class SenderTrust {
    Known,    ///< a seat of this office, or one that such a seat vouches for
    Retired,  ///< a seat that is no more
    Stranger, ///< nobody here knows it
};

/// Who signed a file, by the keys that this file knows and those that they vouch for.
class SenderCheck
{
public:
    SenderCheck(const ReplicaBook &book, const ExchangeContainer &container);

    /// Damaged when the file, or what it says of somebody's history, is not signed by whom it should be.
    Result<SenderTrust> judge() const;
    /// What of the replicas it names may be believed: their keys are those that somebody known vouches for. With
    /// @p acceptSender a stranger's own key too, and those it vouches for.
    QList<ReplicaInfo> replicas(bool acceptSender) const;

private:
    QHash<QUuid, QByteArray> keys(bool acceptSender) const;
    QList<QUuid> lineageOf(const QUuid &origin) const;
    bool isHeadSigned(const QUuid &origin, const OriginHead &head, const QHash<QUuid, QByteArray> &keys) const;
    bool isCoveredByBranch(const QUuid &origin, const OriginHead &head, const QHash<QUuid, QByteArray> &keys) const;

    const ReplicaBook &m_book;
    const ExchangeContainer &m_container;
};

} // namespace Kartoteka
