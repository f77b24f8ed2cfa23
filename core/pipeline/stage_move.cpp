// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_move.h"
#include "core/base/texts.h"

#include "core/items/item_queries.h"
#include "core/items/item_rules.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"

#include <QSet>

namespace Kartoteka {

namespace {

constexpr double rankStep = 1000; ///< room left beside a card at an end of its column

} // namespace

std::optional<double> rankBetween(const BoardPlace &place)
{
    if (place.above && place.below)
        return (*place.above + *place.below) / 2;
    if (place.above)
        return *place.above - rankStep;
    if (place.below)
        return *place.below + rankStep;
    return std::nullopt;
}

Result<ChangeSet> planMove(const ReadContext &context, const ItemRef &ref, qint64 stage, const BoardPlace &place,
                           QList<FieldValue> values)
{
    auto item = readItem(context, ref);
    return item ? planMove(*context.schema, *item, stage, place, std::move(values)) : Result<ChangeSet>(item.error());
}

Result<ChangeSet> planMove(const Schema &schema, const Item &item, qint64 stageId, const BoardPlace &place,
                           QList<FieldValue> values)
{
    const Stage *stage = schema.stage(stageId);
    const Pipeline *pipeline = stage ? schema.pipeline(stage->pipeline) : nullptr;
    if (!pipeline || pipeline->typeId != item.typeId)
        return Error{ErrorCode::Refused, Texts::tr("The stage does not exist any more."), {}, u"stage"_s};
    if (item.deleted)
        return Error{ErrorCode::Refused, Texts::tr("The item is in the recycle bin. Restore it first."), {}, {}};

    const Stage *before = schema.stage(item.reference(u"stage"_s));
    const bool isWon = before && before->group == StageGroup::Won;
    if (!isWon && isWonByConversion(*schema.type(item.typeId), *stage))
        return needsConversion(schema, *stage);
    QHash<QString, Value> after = item.values;
    for (const Field &field : schema.fields(item.typeId)) {
        const auto given = std::find_if(values.begin(), values.end(),
                                        [&](const FieldValue &v) { return v.field == field.column; });
        if (given != values.end())
            after.insert(field.code, given->value);
    }
    const QStringList missing = missingRequired(schema, item.typeId, after, stageId);
    if (!missing.isEmpty()) {
        const Field *field = schema.field(item.typeId, missing.first());
        return Error{ErrorCode::Refused, Texts::tr("Fill in the field “%1”.").arg(displayName(*field)), {}, missing.first()};
    }
    ChangeSet changes;
    changes.kind = u"move"_s;
    changes.subject = item.text(u"title"_s);
    values.append({u"stage"_s, stageId});
    if (const auto rank = rankBetween(place))
        values.append({u"rank"_s, *rank});
    changes.update(schema.type(item.typeId)->code, item.id, std::move(values));
    return changes;
}

Result<MoveQuestions> askBeforeMove(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 stageId)
{
    MoveQuestions questions;
    const Schema &schema = *context.schema;
    const Stage *stage = schema.stage(stageId);
    questions.outcome = stage && stage->group != StageGroup::InProgress;
    if (schema.requiredFields(typeId, stageId).isEmpty())
        return questions;
    auto items = readItems(context, typeId, ids);
    if (!items)
        return items.error();
    QSet<QString> lacked;
    for (const Item &item : std::as_const(*items)) {
        const QStringList missing = missingRequired(schema, typeId, item.values, stageId);
        lacked += QSet<QString>(missing.begin(), missing.end());
        if (!missing.isEmpty())
            questions.lacking.append(item.id);
    }
    for (const Field &field : schema.fields(typeId)) {
        if (lacked.contains(field.code))
            questions.fields << field.code;
    }
    return questions;
}

BulkAct bulkMove(const SchemaPtr &schema, qint64 stage, const QList<FieldValue> &values)
{
    return {u"move"_s, {}, [schema, stage, values](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                QList<FieldValue> own;
                for (const Field &field : schema->fields(item.typeId)) {
                    for (const FieldValue &value : values) {
                        if (value.field == field.column && !item.value(field.code).isValid())
                            own.append(value);
                    }
                }
                const bool there = item.reference(u"stage"_s) == stage && !item.deleted;
                return there ? Result<ChangeSet>(ChangeSet()) : planMove(*schema, item, stage, {}, own);
            }};
}

BulkAct bulkChangePipeline(const SchemaPtr &schema, qint64 pipeline)
{
    return {u"move"_s, {}, [schema, pipeline](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                const Stage *stage = schema->stage(item.reference(u"stage"_s));
                if (!stage || stage->pipeline == pipeline)
                    return ChangeSet();
                return planMove(*schema, item, counterpart(*schema, *stage, pipeline));
            }};
}

ChangeSet planReorder(const EntityType &type, qint64 id, double rank)
{
    ChangeSet changes;
    changes.kind = u"reorder"_s;
    changes.update(type.code, id, {{u"rank"_s, rank}});
    return changes;
}

} // namespace Kartoteka
