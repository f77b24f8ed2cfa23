// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/late_clocks.h"

#include "core/base/uid.h"

#include <algorithm>

namespace Kartoteka {

Result<void> LateClocks::bound(qint64 limit, const QList<ClockCorrection> &corrections, qint64 now)
{
    m_limit = limit;
    m_received = now;
    auto known = ClockCorrections::read(connection());
    if (!known)
        return known.error();
    m_clocks = *known;
    for (const ClockCorrection &correction : corrections)
        m_clocks.add(correction);
    return {};
}

bool LateClocks::note(const JournalRow &row)
{
    if (row.clock <= m_limit) {
        m_transaction.noteClock(row.clock);
        return false;
    }
    if (m_clocks.concerns(row.origin, row.sequence))
        return false;
    auto &[first, last] = m_late[row.origin];
    first = first == 0 ? row.sequence : first;
    last = row.sequence;
    m_clocks.add({row.origin, row.sequence, row.sequence, m_received});
    return true;
}

void LateClocks::take(const ClockCorrection &correction)
{
    m_clocks.add(correction);
    m_corrected.append(correction);
}

Result<QList<ClockCorrection>> LateClocks::correct()
{
    QList<ClockCorrection> found;
    for (auto it = m_late.cbegin(); it != m_late.cend(); ++it)
        found.append({it.key(), it->first, it->second, m_received});
    if (m_transaction.isClockBeyond(m_limit)) {
        if (auto done = correctOwnClock(found); !done)
            return done.error();
    }
    for (const ClockCorrection &correction : std::as_const(found)) {
        const QString code = clockSetting(correction);
        Change change;
        change.operation = Operation::Create;
        change.table = u"setting"_s;
        change.uid = derivedUid(u"setting", code);
        change.values = {{u"code"_s, code}, {u"value"_s, u"1"_s}};
        if (auto done = m_transaction.apply(change); !done)
            return done.error();
        take(correction); // it may concern a second history of that name too
    }
    for (const ClockCorrection &correction : std::as_const(m_corrected)) {
        if (auto done = correctTimes(correction); !done)
            return done.error();
    }
    return m_corrected;
}

/// It was this file's own clock that was wrong, and somebody said so: then it puts right itself what it wrote since, and goes
/// by the computer's clock again. Else two such files would go on correcting each other's corrections.
Result<void> LateClocks::correctOwnClock(QList<ClockCorrection> &found)
{
    auto book = ReplicaBook::read(connection());
    if (!book)
        return book.error();
    const QList<KnownReplica> &all = book->all();
    const bool wasTold = std::any_of(all.begin(), all.end(), [this](const KnownReplica &one) {
        return !one.secretKey.isEmpty() && !m_clocks.of(one.info.uid).isEmpty();
    });
    if (!wasTold)
        return {};
    QHash<QUuid, QPair<qint64, qint64>> late;
    qint64 greatest = 0;
    {
        auto c = connection().query(u"SELECT origin, sequence, clock FROM journal ORDER BY origin, sequence"_s);
        if (!c)
            return c.error();
        while (c->next()) {
            const QUuid origin = m_history.uidOf(c->integer(0));
            const qint64 sequence = c->integer(1);
            const qint64 clock = m_clocks.clockOf(origin, sequence, c->integer(2));
            if (clock <= m_limit) {
                greatest = qMax(greatest, clock);
                continue;
            }
            auto &[first, last] = late[origin];
            first = first == 0 ? sequence : first;
            last = sequence;
        }
    }
    for (auto it = late.cbegin(); it != late.cend(); ++it)
        found.append({it.key(), it->first, it->second, m_received});
    m_transaction.setClock(greatest + 1);
    return {};
}

/// Timelines tell of the rows at the time at which they count as written; they travel as they came.
Result<void> LateClocks::correctTimes(const ClockCorrection &correction)
{
    const QList<QUuid> names = m_history.withBranches(correction.origin);
    for (const QUuid &name : names) {
        auto done = connection().run(
            u"UPDATE journal SET wrote_at = coalesce(wrote_at, at), at = ? WHERE origin = ? "
            "AND sequence >= ? AND sequence <= ? AND at > ?"_s,
            {correction.at, m_history.idOf(name), correction.first, correction.last, correction.at});
        if (!done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
