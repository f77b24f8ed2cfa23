// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/branch_plan.h"

namespace Kartoteka {

namespace {

/// A history as it will be called once the renames of the plan are done.
struct History
{
    qint64 heldAs = 0; ///< row of `replica` under which its rows lie now
    qint64 last = 0;
    qint64 after = 0; ///< where it leaves @c parent
    QUuid parent;

    /// Rows of its own. Before the first comes, only its name is known here.
    bool isBegun() const { return parent.isNull() || last > after; }
};

class Planner
{
public:
    Planner(Connection &connection, const ReplicaBook &book, const ExchangeManifest &manifest)
        : m_connection(connection), m_book(book), m_manifest(manifest)
    {
        for (const KnownReplica &one : book.all()) {
            const KnownReplica *parent = book.find(one.branchOf);
            m_histories.insert(one.info.uid, {one.id, one.last, one.info.branchAfter, parent ? parent->info.uid : QUuid()});
        }
    }

    Result<BranchPlan> plan()
    {
        // A second history may have been left by a third one: its name is found once the second has its own.
        for (qsizetype before = -1; before != m_plan.renames.size();) {
            before = m_plan.renames.size();
            for (const ReplicaInfo &replica : m_manifest.replicas) {
                if (replica.branchOf.isNull())
                    continue;
                if (auto done = considerName(replica); !done)
                    return done.error();
            }
        }
        for (auto it = m_manifest.heads.cbegin(); it != m_manifest.heads.cend(); ++it) {
            if (auto done = considerHead(it.key(), *it); !done)
                return done.error();
        }
        return m_plan;
    }

private:
    /// Whether what this file has of another name is, from a place on, what the sender calls by this one. The other need not
    /// be the one that the sender says this one left: they may call that by different names too.
    Result<void> considerName(const ReplicaInfo &branch)
    {
        if (const auto known = m_histories.constFind(branch.uid); known != m_histories.cend() && known->isBegun())
            return {};
        const QUuid root = rootOf(branch.branchOf);
        const QList<QUuid> names = m_histories.keys();
        for (const QUuid &name : names) {
            const History history = m_histories.value(name);
            if (history.last <= branch.branchAfter || history.after > branch.branchAfter || rootOf(name) != root)
                continue;
            auto first = chainAt(m_connection, m_book, history.heldAs, branch.branchAfter + 1);
            if (!first)
                return first.error();
            if (branchUid(*first) != branch.uid)
                continue;
            rename(name, branch);
            return {};
        }
        return {};
    }

    void rename(const QUuid &name, const ReplicaInfo &branch)
    {
        const qint64 after = branch.branchAfter;
        const History renamed{m_histories[name].heldAs, m_histories[name].last, after, name};
        m_histories[name].last = after;
        for (History &history : m_histories) {
            if (history.parent == name && history.after > after)
                history.parent = branch.uid; // it left the part that has another name now
        }
        m_histories.insert(branch.uid, renamed);
        m_plan.renames.append({name, after, branch.uid});
        m_plan.has[name] = after;
        m_plan.has[branch.uid] = renamed.last;
    }

    /// The first of the histories that one comes from, as far as this file or the sender knows.
    QUuid rootOf(const QUuid &name) const
    {
        QUuid root = name;
        for (int depth = 0; depth < 100; ++depth) {
            const auto known = m_histories.constFind(root);
            const ReplicaInfo *said = m_manifest.replica(root);
            const QUuid parent = known != m_histories.cend() ? known->parent : said ? said->branchOf : QUuid();
            if (parent.isNull())
                break;
            root = parent;
        }
        return root;
    }

    Result<bool> isSame(const History &history, qint64 sequence, const QByteArray &chain)
    {
        auto here = chainAt(m_connection, m_book, history.heldAs, sequence);
        return here ? Result<bool>(*here == chain) : Result<bool>(here.error());
    }

    Result<void> considerHead(const QUuid &origin, const OriginHead &head)
    {
        const auto known = m_histories.constFind(origin);
        // Where a history of which nothing is here leaves another one is compared when its rows come.
        if (known == m_histories.cend() || (!known->isBegun() && head.from <= known->after))
            return {};
        if (head.from <= known->last) {
            auto same = isSame(*known, head.from, head.chainFrom);
            if (!same)
                return same.error();
            // Rows that both have are compared one by one while they come; where none come, here.
            const bool endsHere = head.to <= known->last;
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
        for (auto branch = m_histories.cbegin(); branch != m_histories.cend(); ++branch) {
            if (!leavesFrom(*branch, origin) || branch->after >= head.from || head.from > branch->last)
                continue;
            auto same = isSame(*branch, head.from, head.chainFrom);
            if (!same)
                return same.error();
            if (*same) {
                m_plan.aliases.insert(origin, branch.key());
                return {};
            }
        }
        if (head.from <= known->last)
            m_plan.unexplained = origin;
        return {};
    }

    bool leavesFrom(const History &history, const QUuid &ancestor) const
    {
        QUuid one = history.parent;
        for (int depth = 0; !one.isNull() && depth < 100; ++depth) {
            if (one == ancestor)
                return true;
            one = m_histories.value(one).parent;
        }
        return false;
    }

    Connection &m_connection;
    const ReplicaBook &m_book;
    const ExchangeManifest &m_manifest;
    QHash<QUuid, History> m_histories;
    BranchPlan m_plan;
};

} // namespace

Result<BranchPlan> planBranches(Connection &connection, const ReplicaBook &book, const ExchangeManifest &manifest)
{
    return Planner(connection, book, manifest).plan();
}

} // namespace Kartoteka
