// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/record_writes.h"

namespace Kartoteka {

/// Rows with a clock far ahead count as written when they were received, unless it stands already when they do.
class LateClocks
{
public:
    LateClocks(Transaction &transaction, const MergeHistory &history, ClockCorrections &clocks)
        : m_transaction(transaction), m_history(history), m_clocks(clocks)
    {}

    /// Rows with a clock (hybrid) beyond @p limit are late at @p now (UTC ms), but for those that a correction of this file or
    /// one of @p corrections concerns.
    Result<void> bound(qint64 limit, const QList<ClockCorrection> &corrections, qint64 now);
    /// A row came. @return whether it is late.
    bool note(const JournalRow &row);
    /// A correction came in, as a setting.
    void take(const ClockCorrection &correction);

    /// Makes settings of what was late, and puts right the times of all rows that corrections concern.
    /// @return the corrections: what their rows are about is to be computed anew.
    Result<QList<ClockCorrection>> correct();

private:
    Connection &connection() { return m_transaction.connection(); }
    Result<void> correctOwnClock(QList<ClockCorrection> &found);
    Result<void> correctTimes(const ClockCorrection &correction);

    Transaction &m_transaction;
    const MergeHistory &m_history;
    ClockCorrections &m_clocks;
    QHash<QUuid, QPair<qint64, qint64>> m_late; ///< rows beyond the limit by origin: first and last
    QList<ClockCorrection> m_corrected;         ///< that came in
    qint64 m_limit = std::numeric_limits<qint64>::max();
    qint64 m_received = 0; ///< UTC ms
};

} // namespace Kartoteka
