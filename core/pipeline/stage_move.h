// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"
#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Where on a board a card is put: between these two ranks. No rank: on top of the column.
struct BoardPlace
{
    std::optional<double> above;
    std::optional<double> below;
};

/// The rank of a card between its new neighbours; none when it goes on top.
std::optional<double> rankBetween(const BoardPlace &place);

/// The move of an item to a stage of its type, in any pipeline. Refused, with the field's code in
/// Error::where, when the stage does not exist, is won by conversion, or fields that are required stay empty.
Result<ChangeSet> planMove(const ReadContext &context, const ItemRef &ref, qint64 stage, const BoardPlace &place = {},
                           QList<FieldValue> values = {});
/// The same for an item as it was read.
Result<ChangeSet> planMove(const Schema &schema, const Item &item, qint64 stage, const BoardPlace &place = {},
                           QList<FieldValue> values = {});

/// What a move of items to a stage needs before it can be made.
struct MoveAnswer
{
    enum class Needs {
        Nothing,
        Values,     ///< `required` must be filled in, `reasons` may be
        Conversion, ///< the stage is reached by converting the items
    };
    Needs needs = Needs::Nothing;
    QStringList required;  ///< codes of fields that the stage requires and some item lacks, in order of the card
    QList<qint64> lacking; ///< the items that lack some
    QStringList reasons;   ///< codes of fields that say why an item was lost
};
/// Refused when the stage is none of the type's.
Result<MoveAnswer> answerMove(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 stage);

/// Those of the values (by column) that an item lacks.
QList<FieldValue> lackedOf(const Schema &schema, const Item &item, const QList<FieldValue> &values);

/// Moves many items; values (by column) fill what each of them lacks and leave the rest.
BulkAct bulkMove(const SchemaPtr &schema, qint64 stage, const QList<FieldValue> &values = {});
/// Moves items to a pipeline, each to the stage that corresponds to its own.
BulkAct bulkChangePipeline(const SchemaPtr &schema, qint64 pipeline);

/// A new place in the same column.
ChangeSet planReorder(const EntityType &type, qint64 id, double rank);

} // namespace Kartoteka
