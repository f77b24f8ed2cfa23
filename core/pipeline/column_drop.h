// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage_move.h"
#include "core/query/column_source.h"

namespace Kartoteka {

/// What an item does that is dropped on a column of a board.
struct ColumnDrop
{
    ChangeSet changes;
    qint64 lands = 0; ///< key of the column where it stands then
};

/// What puts an item into a column of a board: a move to a stage, an edit of the field that the columns stand for, or what is
/// done to its activities (core/activities/board_columns.h). @p values, by column, fill what a stage requires; @p now is UTC
/// ms. A new activity has the usual reminders of @p person; 0: those of its kind.
Result<ColumnDrop> planDrop(const ReadContext &context, const ColumnSource &source, const Item &item, qint64 key,
                            const BoardPlace &place, const QList<FieldValue> &values, qint64 now, qint64 person = 0);

/// What an item has that is made in a column.
struct ColumnStart
{
    QHash<QString, Value> values; ///< by field code
    ChangeSet along;              ///< what is made with it in the same act
};
/// @p item: the uid of the one that is to be made. Refused where nothing new stands.
Result<ColumnStart> startIn(const ReadContext &context, const ColumnSource &source, qint64 typeId, qint64 key,
                            const QUuid &item, qint64 now, qint64 person = 0);

/// The same for many; values fill what each of them lacks.
BulkAct bulkDrop(const SchemaPtr &schema, const ColumnsPtr &source, qint64 key, const QList<FieldValue> &values, qint64 now,
                 qint64 person = 0);

} // namespace Kartoteka
