// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/changed_groups.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// A group of the list as it is now.
struct NowGroup
{
    qsizetype old = -1; ///< index of what it was, -1: there was none
    qsizetype count = 0;
    qint64 member = 0;
    bool hasChanged = false;
};

/// Walks the list as it is now: items that did not change are in the groups they were in, in the same order, and those that
/// did are in the group of a neighbour with the same key or make one of their own.
class GroupWalk
{
public:
    GroupWalk(const Listing &before, const QList<qsizetype> &oldRows, const QList<qint64> &now) : m_now(now)
    {
        qsizetype first = 0;
        auto changed = oldRows.cbegin();
        for (const ItemGroup &group : before.groups) {
            const qsizetype last = first + group.count;
            const auto end = std::lower_bound(changed, oldRows.cend(), last);
            m_left.append({group.count - (end - changed), end != changed});
            changed = end;
            first = last;
        }
    }

    /// @p changed: rows of the changed items in the list as it is now, ascending.
    QList<NowGroup> run(const QList<qsizetype> &changed, const QHash<qint64, QVariant> &keys)
    {
        m_keys = &keys;
        qsizetype row = 0;
        for (qsizetype i = 0; i < changed.size(); ++i) {
            takeUnchanged(row, changed[i]);
            takeChanged(changed, i);
            row = changed[i] + 1;
        }
        takeUnchanged(row, m_now.size());
        return m_groups;
    }

private:
    struct Left
    {
        qsizetype count = 0; ///< items that did not change
        bool hasChanged = false;
    };

    QVariant keyAt(qsizetype row) const { return m_keys->value(m_now[row]); }

    /// The row behind the changed items that stand together from @p i on and share a key.
    qsizetype endOfRun(const QList<qsizetype> &changed, qsizetype i) const
    {
        qsizetype end = changed[i] + 1;
        while (++i < changed.size() && changed[i] == end && keyAt(end) == keyAt(end - 1))
            ++end;
        return end;
    }

    void takeUnchanged(qsizetype row, qsizetype end)
    {
        while (row < end) {
            (void)nextGroup();
            const qsizetype count = qMin(end - row, m_left[m_at].count - m_taken);
            if (m_groups.isEmpty() || m_groups.constLast().old != m_at)
                m_groups.append({m_at, 0, m_now[row], m_left[m_at].hasChanged});
            m_groups.last().count += count;
            m_taken += count;
            row += count;
        }
    }

    void takeChanged(const QList<qsizetype> &changed, qsizetype i)
    {
        const qsizetype row = changed[i];
        const bool withLast = row > 0 && keyAt(row) == keyAt(row - 1);
        if (!withLast) {
            const qsizetype end = endOfRun(changed, i);
            const bool withNext = end < m_now.size() && keyAt(row) == keyAt(end);
            m_groups.append({withNext ? nextGroup() : -1, 0, m_now[row], true});
        }
        m_groups.last().count += 1;
        m_groups.last().hasChanged = true;
    }

    /// The group of the next item that did not change.
    qsizetype nextGroup()
    {
        while (m_taken == m_left[m_at].count) { // all of that one have come
            ++m_at;
            m_taken = 0;
        }
        return m_at;
    }

    const QList<qint64> &m_now;
    const QHash<qint64, QVariant> *m_keys = nullptr;
    QList<Left> m_left; ///< of each group before
    QList<NowGroup> m_groups;
    qsizetype m_at = 0;    ///< group before that the next unchanged item is of, unless all of it have come
    qsizetype m_taken = 0; ///< of its items
};

/// What of the groups is read by itself. More are read with one pass over all items, which costs about as much as two
/// that no index finds.
constexpr qsizetype fewGroups = 2;

Result<std::optional<QList<ItemGroup>>> allGroups(const ReadContext &context, const ItemQuery &query,
                                                  const QList<NowGroup> &found)
{
    auto groups = queryGroups(context, query);
    if (!groups)
        return groups.error();
    const bool asFound = std::equal(groups->begin(), groups->end(), found.begin(), found.end(),
                                    [](const ItemGroup &read, const NowGroup &one) { return read.count == one.count; });
    return asFound ? std::optional(std::move(*groups)) : std::nullopt;
}

} // namespace

Result<std::optional<QList<ItemGroup>>> followGroups(const ReadContext &context, const ItemQuery &query,
                                                     const Listing &before, const QList<qsizetype> &rows,
                                                     const RowDelta &delta)
{
    const QList<qint64> now = applied(before.ids, delta);
    QList<qsizetype> changed = delta.updates;
    for (const RowDelta::Insertion &one : delta.insertions)
        changed.append(one.row);
    std::sort(changed.begin(), changed.end());
    QSet<qint64> asked; // the changed items and their neighbours
    for (const qsizetype row : std::as_const(changed)) {
        for (qsizetype near = qMax<qsizetype>(0, row - 1); near < qMin(row + 2, now.size()); ++near)
            asked.insert(now[near]);
    }
    auto keys = groupKeys(context, query, asked.values());
    if (!keys)
        return keys.error();
    const QList<NowGroup> found = GroupWalk(before, rows, now).run(changed, *keys);
    QList<qint64> members;
    for (const NowGroup &group : found) {
        if (group.hasChanged)
            members.append(group.member);
    }
    if (members.size() > fewGroups)
        return allGroups(context, query, found);
    auto read = members.isEmpty() ? Result<QHash<qint64, ItemGroup>>(QHash<qint64, ItemGroup>())
                                  : groupsOfItems(context, query, members);
    if (!read)
        return read.error();
    QList<ItemGroup> groups;
    groups.reserve(found.size());
    for (const NowGroup &group : found) {
        groups.append(group.hasChanged ? read->value(group.member) : before.groups[group.old]);
        if (groups.constLast().count != group.count)
            return std::optional<QList<ItemGroup>>();
    }
    return std::optional(groups);
}

} // namespace Kartoteka
