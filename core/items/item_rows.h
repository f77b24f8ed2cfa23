// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/read_pool.h"

namespace Kartoteka {

/// An item as a row of a list or a card of a board shows it: some of its fields, and the titles of what it links to.
struct ItemRow
{
    Item item;
    QHash<QString, QString> links; ///< by code of the link field

    /// A field as people read it.
    QString text(const Schema &schema, const Field &field) const;
};

/// Rows with the values of @p fields (codes) in the order of @p ids; missing ones are left out.
Result<QList<ItemRow>> readRows(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                const QStringList &fields);

} // namespace Kartoteka
