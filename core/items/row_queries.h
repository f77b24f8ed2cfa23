// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// An item with the values of some columns, which stand by place and not by name: a list of a million rows reads many.
struct ItemRow
{
    qint64 id = 0;
    QUuid uid;
    QList<Value> values; ///< of the columns that were asked for, in their order
    QStringList titles;  ///< of what links and files lead to; empty for other fields, absent where no row has a link
};

/// Items of a table with the values of @p columns (null: an empty place), in the order of @p ids, which name each item once;
/// missing ones are left out. Titles are not read.
Result<QList<ItemRow>> readValues(const ReadContext &context, const RecordTable &table,
                                  const QList<const RecordColumn *> &columns, const QList<qint64> &ids);

/// The same by paths of fields (field_path.h; or "number", "deleted_at") and with titles: what a list or a card shows. What links lead to
/// is read by one more look for each link; of a link that holds several nothing is shown.
Result<QList<ItemRow>> readRows(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                const QStringList &paths);

/// A value of a row as people read it. @p at: place of @p field among those that were asked for.
QString rowText(const Schema &schema, const Field &field, const ItemRow &row, qsizetype at);

} // namespace Kartoteka
