// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/branch_plan.h"

namespace Kartoteka {

namespace {

class Planner
{
public:
    Planner(Connection &connection, const ReplicaBook &book, const ExchangeManifest &manifest)
        : m_connection(connection), m_book(book), m_manifest(manifest)
    {}

    Result<BranchPlan> plan()
    {
        for (const ReplicaInfo &replica : m_manifest.replicas) {
            if (replica.branchOf.isNull())
                continue;
            if (auto done = considerName(replica); !done)
                return done.error();
        }
        for (auto it = m_manifest.heads.cbegin(); it != m_manifest.heads.cend(); ++it) {
            if (auto done = considerHead(it.key(), *it); !done)
                return done.error();
        }
        return m_plan;
    }

private:
    /// Whether what this file has of the first name is, from a place on, what the sender calls by the second one.
    Result<void> considerName(const ReplicaInfo &branch)
    {
        const KnownReplica *parent = m_book.find(branch.branchOf);
        if (!parent || parent->last <= branch.branchAfter || parent->info.branchAfter > branch.branchAfter)
            return {};
        auto first = chainAt(m_connection, m_book, parent->id, branch.branchAfter + 1);
        if (!first)
            return first.error();
        if (branchUid(*first) != branch.uid)
            return {};
        const qint64 after = m_plan.has.value(parent->info.uid, parent->last);
        if (after <= branch.branchAfter)
            return {};
        m_plan.renames.append({parent->info.uid, branch.branchAfter, branch.uid});
        m_plan.has[branch.uid] = parent->last;
        m_plan.has[parent->info.uid] = branch.branchAfter;
        return {};
    }

    qint64 lastOf(const KnownReplica &replica) const { return m_plan.has.value(replica.info.uid, replica.last); }

    Result<bool> isSame(const KnownReplica &replica, qint64 sequence, const QByteArray &chain)
    {
        auto here = chainAt(m_connection, m_book, replica.id, sequence);
        return here ? Result<bool>(*here == chain) : Result<bool>(here.error());
    }

    Result<void> considerHead(const QUuid &origin, const OriginHead &head)
    {
        const KnownReplica *known = m_book.find(origin);
        if (!known)
            return {};
        if (head.from <= lastOf(*known)) {
            auto same = isSame(*known, head.from, head.chainFrom);
            if (!same)
                return same.error();
            // Rows that both have are compared one by one while they come; where none come, here.
            const bool endsHere = head.to <= lastOf(*known);
            auto ends = *same && endsHere ? isSame(*known, head.to, head.chainTo) : Result<bool>(true);
            if (!ends)
                return ends.error();
            if (*same && (*ends || head.from < head.to)) {
                if (!*ends)
                    m_plan.differs = true;
                return {};
            }
        }
        // Perhaps this file knows that history by a name of its own.
        for (const KnownReplica &branch : m_book.all()) {
            if (!leavesFrom(branch, known->id) || branch.info.branchAfter >= head.from || head.from > branch.last)
                continue;
            auto same = isSame(branch, head.from, head.chainFrom);
            if (!same)
                return same.error();
            if (*same) {
                m_plan.aliases.insert(origin, branch.info.uid);
                return {};
            }
        }
        if (head.from <= lastOf(*known))
            m_plan.unexplained = origin;
        return {};
    }

    bool leavesFrom(const KnownReplica &replica, qint64 ancestor) const
    {
        qint64 one = replica.branchOf;
        for (int depth = 0; one != 0 && depth < 100; ++depth) {
            if (one == ancestor)
                return true;
            const KnownReplica *next = m_book.find(one);
            one = next ? next->branchOf : 0;
        }
        return false;
    }

    Connection &m_connection;
    const ReplicaBook &m_book;
    const ExchangeManifest &m_manifest;
    BranchPlan m_plan;
};

} // namespace

Result<BranchPlan> planBranches(Connection &connection, const ReplicaBook &book, const ExchangeManifest &manifest)
{
    return Planner(connection, book, manifest).plan();
}

} // namespace Kartoteka
