// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/group_query.h"

#include <QSet>

namespace Kartoteka {

/// Where the rows of a grouped list stand: each group begins with its head, and its items follow unless it is folded. A
/// position is an index in the list of items, a row is what is seen. Without groups the two are one.
class GroupLayout
{
public:
    struct Group
    {
        ItemGroup group;
        bool folded = false;
        int first = 0; ///< position of its first item
        int head = 0;  ///< row of its head
    };

    GroupLayout() = default;
    /// @p folded: titles of the groups that are.
    GroupLayout(QList<ItemGroup> groups, const QSet<QString> &folded);

    bool isEmpty() const { return m_groups.isEmpty(); }
    qsizetype size() const { return m_groups.size(); }
    /// Rows of a list of so many items.
    int rowCount(qsizetype items) const;
    /// -1 for the head of a group.
    int positionAt(int row) const;
    /// -1 for what is folded away.
    int rowAt(int position) const;
    /// The head of the group that an item is in; -1 without groups.
    int headAt(int position) const;
    QList<ItemGroup> groups() const;
    /// Whether the rows stand as in another one: the same groups of the same sizes. Sums may differ.
    bool standsAs(const GroupLayout &other) const;
    /// The group that a row belongs to.
    const Group &groupAt(int row) const { return m_groups[indexAt(row)]; }
    /// How many of the rows from @p first to @p last are heads.
    int headsBetween(int first, int last) const;
    void setFolded(int row, bool folded);
    void unfoldAll();

private:
    qsizetype indexAt(int row) const;
    const Group &groupOf(int position) const;
    void place();

    QList<Group> m_groups;
};

} // namespace Kartoteka
