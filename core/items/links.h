// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Items that have to do with an item in one way: the deals of which it is the client, what was made of it, what a person
/// linked to it.
struct LinkGroup
{
    qint64 typeId = 0;       ///< of the items in it
    qint64 field = 0;        ///< id of the link field that says so; 0: a link of its own
    QString kind;            ///< of such a link: "related", "conversion", "merge", "tunnel"
    bool isIncoming = false; ///< they name the item, not the item them
    QList<qint64> items;     ///< the newest first, so many as were asked for
    qint64 count = 0;        ///< all of them

    bool operator==(const LinkGroup &) const = default;
};

/// What has to do with an item: by its own link fields, by those of other types that an index serves, by links. Items in the
/// recycle bin are left out, relations are told once, by the item's own field.
Result<QList<LinkGroup>> linkGroups(const ReadContext &context, const ItemRef &item, int limit);
/// Those alone that name the item in one field; without items where there are none.
Result<LinkGroup> linkGroup(const ReadContext &context, const ItemRef &item, const Field &field, int limit);
/// How many that are.
Result<qint64> countLinks(const ReadContext &context, const ItemRef &item);

/// The kind of link that a person makes.
inline const QString relatedKind = QStringLiteral("related");

/// Links two items. Nothing to do where they are linked; refused for an item and itself.
Result<ChangeSet> planLink(const ReadContext &context, const ItemRef &item, const ItemRef &other);
/// Names an item in a link field of another one, beside whom it names already where it has room for several.
Result<ChangeSet> planLinkBy(const ReadContext &context, const Field &field, const ItemRef &item, const ItemRef &other);
/// The value of a link field that names one item.
Value linkValue(const Field &field, qint64 id);
/// Takes what links two items away: links that people made, and by fields that can be edited. Refused where nothing but
/// history links them (a conversion, a merge), or nothing at all.
Result<ChangeSet> planUnlink(const ReadContext &context, const ItemRef &item, const ItemRef &other);

} // namespace Kartoteka
