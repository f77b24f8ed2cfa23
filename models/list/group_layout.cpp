// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/group_layout.h"

#include <algorithm>

namespace Kartoteka {

GroupLayout::GroupLayout(QList<ItemGroup> groups, const QSet<QString> &folded)
{
    m_groups.reserve(groups.size());
    for (ItemGroup &group : groups) {
        const bool isFolded = folded.contains(group.title);
        m_groups.append({std::move(group), isFolded, 0, 0});
    }
    place();
}

void GroupLayout::place()
{
    int first = 0;
    int head = 0;
    for (Group &group : m_groups) {
        group.first = first;
        group.head = head;
        first += int(group.group.count);
        head += 1 + (group.folded ? 0 : int(group.group.count));
    }
}

int GroupLayout::rowCount(qsizetype items) const
{
    if (m_groups.isEmpty())
        return int(items);
    const Group &last = m_groups.constLast();
    return last.head + 1 + (last.folded ? 0 : int(last.group.count));
}

qsizetype GroupLayout::indexAt(int row) const
{
    return std::ranges::upper_bound(m_groups, row, {}, &Group::head) - m_groups.begin() - 1;
}

int GroupLayout::positionAt(int row) const
{
    if (m_groups.isEmpty())
        return row;
    const Group &group = groupAt(row);
    return row == group.head ? -1 : group.first + row - group.head - 1;
}

int GroupLayout::rowAt(int position) const
{
    if (m_groups.isEmpty() || position < 0)
        return position;
    const Group &group = groupOf(position);
    return group.folded ? -1 : group.head + 1 + position - group.first;
}

int GroupLayout::headAt(int position) const
{
    return m_groups.isEmpty() || position < 0 ? -1 : groupOf(position).head;
}

const GroupLayout::Group &GroupLayout::groupOf(int position) const
{
    return *(std::ranges::upper_bound(m_groups, position, {}, &Group::first) - 1);
}

QList<ItemGroup> GroupLayout::groups() const
{
    QList<ItemGroup> groups;
    groups.reserve(m_groups.size());
    for (const Group &group : m_groups)
        groups.append(group.group);
    return groups;
}

bool GroupLayout::standsAs(const GroupLayout &other) const
{
    return std::ranges::equal(m_groups, other.m_groups, [](const Group &a, const Group &b) {
        return a.group.count == b.group.count && a.folded == b.folded && a.group.title == b.group.title;
    });
}

int GroupLayout::headsBetween(int first, int last) const
{
    return int(indexAt(last) - indexAt(first - 1));
}

void GroupLayout::setFolded(int row, bool folded)
{
    m_groups[indexAt(row)].folded = folded;
    place();
}

void GroupLayout::unfoldAll()
{
    for (Group &group : m_groups)
        group.folded = false;
    place();
}

} // namespace Kartoteka
