// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/branch_names.h"

#include "core/store/replica/chain.h"

#include <limits>

namespace Kartoteka {

Result<void> BranchNames::rename(const QList<BranchRename> &renames)
{
    if (renames.isEmpty())
        return {};
    // What this file wrote under a name that it left has no key any more once it is renamed.
    if (auto done = signOwnHeads(m_transaction.connection()); !done)
        return done;
    m_ahead.distrustBefore();
    const qint64 former = m_transaction.ownIdentity().replica();
    for (const auto &[parent, after, branch] : renames) {
        m_writes.clocks().addBranch(branch, parent);
        if (auto done = m_history.reload(); !done)
            return done;
        auto moved = m_transaction.ownIdentity().moveToBranch(m_history.idOf(parent), after, branch);
        if (!moved)
            return moved.error();
        m_report.newIdentity = m_report.newIdentity || *moved;
    }
    // Only for the name it ends with: one on the way is that of another living copy, which has its own key.
    if (m_transaction.ownIdentity().replica() != former) {
        if (auto done = m_transaction.ownIdentity().takeBranchKey(); !done)
            return done;
    }
    if (auto done = m_history.reload(); !done)
        return done;
    m_writes.numbers().forget();
    for (const auto &[parent, after, branch] : renames) {
        if (auto done = m_records.mergeRowsAnew(branch, after + 1, std::numeric_limits<qint64>::max()); !done)
            return done;
    }
    return {};
}

Result<void> BranchNames::leaveSharedSeat()
{
    auto left = m_transaction.ownIdentity().leaveSharedSeat();
    if (!left)
        return left.error();
    m_report.newIdentity = m_report.newIdentity || *left;
    return {};
}

} // namespace Kartoteka
