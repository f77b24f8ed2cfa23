// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage_move.h"
#include "core/query/column_source.h"

namespace Kartoteka {

/// What puts an item into a column of a board: a move to a stage, or an edit of the field that the columns stand for.
/// @p values, by column, fill what a stage requires; @p now is UTC ms.
Result<ChangeSet> planDrop(const ReadContext &context, const ColumnSource &source, const Item &item, qint64 key,
                           const BoardPlace &place, const QList<FieldValue> &values, qint64 now);

/// The same for many; values fill what each of them lacks.
BulkAct bulkDrop(const SchemaPtr &schema, const ColumnsPtr &source, qint64 key, const QList<FieldValue> &values, qint64 now);

} // namespace Kartoteka
