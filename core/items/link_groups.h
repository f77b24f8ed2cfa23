// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

#include <limits>

namespace Kartoteka {

/// What says that two items have to do with each other.
struct LinkWay
{
    qint64 field = 0;        ///< id of the link field that says so; 0: a link of its own
    QString kind;            ///< of such a link: "related", "conversion", "merge", "tunnel"
    bool isIncoming = false; ///< they name the item, not the item them

    bool operator==(const LinkWay &) const = default;
};

/// Items that have to do with an item in one way: the deals of which it is the client, what was made of it, what a person
/// linked to it.
struct LinkGroup
{
    qint64 typeId = 0; ///< of the items in it
    LinkWay way;
    QList<qint64> items;                ///< the newest first, so many as were asked for
    qint64 count = 0;                   ///< all of them
    QHash<qint64, QList<LinkWay>> also; ///< in which other ways these are linked; each stands in one group

    bool operator==(const LinkGroup &) const = default;
};

/// As many as a statement can be asked for.
constexpr int everyLinked = std::numeric_limits<int>::max() - 1;

/// What has to do with an item: by its own link fields, by those of other types that an index serves, by links. Each item is
/// told once, in the first of the ways that say so. Items in the recycle bin are left out, relations are told by the item's own
/// field.
Result<QList<LinkGroup>> linkGroups(const ReadContext &context, const ItemRef &item, int limit);
/// Those alone that name the item in one field; without items where there are none.
Result<LinkGroup> linkGroup(const ReadContext &context, const ItemRef &item, const Field &field, int limit);
/// How many that are.
Result<qint64> countLinks(const ReadContext &context, const ItemRef &item);

} // namespace Kartoteka
