// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/link_groups.h"
#include "core/schema/schema.h"

namespace Kartoteka {

/// Those of some items that are not in the recycle bin, in their order.
Result<QList<qint64>> livingItems(const ReadContext &context, const RecordTable &table, const QList<qint64> &ids);

/// What tells of some items already: they themselves, and fields of theirs that name the item.
struct LinkedAlready
{
    QList<qint64> items;
    QList<const Field *> fields; ///< of the type that is asked for
};
/// Items that name one in a field, without those that are told of already.
Result<LinkGroup> namingItems(const ReadContext &context, const ItemRef &item, const Field &field,
                              const LinkedAlready &already, int limit);
/// Those of some items that name one in a field of theirs, in their order.
Result<QList<qint64>> thoseNaming(const ReadContext &context, const ItemRef &item, const Field &field,
                                  const QList<qint64> &ids);

/// Links by which a person linked two items, whichever way round.
Result<QList<qint64>> relatedLinks(const ReadContext &context, const ItemRef &item, const ItemRef &other);

} // namespace Kartoteka
