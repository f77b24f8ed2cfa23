// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Items of one type that name an item in one of their fields: the deals of a company.
struct RelatedItems
{
    qint64 typeId = 0;
    QList<QPair<qint64, QString>> items; ///< id and title, the newest first
    bool hasMore = false;                ///< there are more than were asked for
};

/// What names an item, by type, at most @p limit of each; asks only fields that an index serves, and leaves out relations that
/// the item's own fields show.
Result<QList<RelatedItems>> relatedItems(const ReadContext &context, const ItemRef &item, int limit);

/// How a client of an item is reached.
struct ClientReach
{
    ItemRef client;
    QString title;
    Members phones;
    Members emails;
};

/// The contact and the company that an item belongs to, with all their phones and addresses.
Result<QList<ClientReach>> clientsOf(const ReadContext &context, const Item &item);

} // namespace Kartoteka
