// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_move.h"
#include "core/base/texts.h"

#include "core/items/item_queries.h"
#include "core/items/item_rules.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <QSet>

namespace Kartoteka {

namespace {

constexpr double rankStep = 1000; ///< room left beside a card at an end of its column

/// Null when it is no stage of the type.
const Stage *stageOf(const Schema &schema, qint64 typeId, qint64 id)
{
    const Stage *stage = schema.stage(id);
    const Pipeline *pipeline = stage ? schema.pipeline(stage->pipeline) : nullptr;
    return pipeline && pipeline->typeId == typeId ? stage : nullptr;
}

Error noStage()
{
    return {ErrorCode::Refused, Texts::tr("This stage no longer exists."), {}, Codes::stage};
}

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
    const Stage *stage = stageOf(schema, item.typeId, stageId);
    if (!stage)
        return noStage();
    if (item.deleted)
        return Error{ErrorCode::Refused, Texts::tr("It is in the recycle bin. Restore it first."), {}, {}};

    const Stage *before = schema.stage(item.reference(Codes::stage));
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
    ChangeSet changes = ChangeSet::of(ActKinds::move, item.text(Codes::title));
    values.append({Codes::stage, stageId});
    if (const auto rank = rankBetween(place))
        values.append({u"rank"_s, *rank});
    changes.update(schema.type(item.typeId)->code, item.id, std::move(values));
    return changes;
}

Result<MoveAnswer> answerMove(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 stageId)
{
    const Schema &schema = *context.schema;
    const Stage *stage = stageOf(schema, typeId, stageId);
    if (!stage)
        return noStage();
    MoveAnswer answer;
    const bool isFinal = stage->group != StageGroup::InProgress;
    if (!isFinal && schema.requiredFields(typeId, stageId).isEmpty())
        return answer; // so it is most of the time: no item is read
    auto items = readItems(context, typeId, ids);
    if (!items)
        return items.error();
    const bool converts = isWonByConversion(*schema.type(typeId), *stage);
    QSet<QString> lacked;
    bool isLost = false; // some of them only now
    for (const Item &item : std::as_const(*items)) {
        const Stage *before = schema.stage(item.reference(Codes::stage));
        if (converts && (!before || before->group != StageGroup::Won))
            return MoveAnswer{.needs = MoveAnswer::Needs::Conversion, .required = {}, .lacking = {}, .reasons = {}};
        isLost = isLost || (stage->group == StageGroup::Lost && before != stage);
        const QStringList missing = missingRequired(schema, typeId, item.values, stageId);
        lacked += QSet<QString>(missing.begin(), missing.end());
        if (!missing.isEmpty())
            answer.lacking.append(item.id);
    }
    for (const Field &field : schema.fields(typeId)) {
        if (lacked.contains(field.code))
            answer.required << field.code;
    }
    for (const QString &code : {Codes::outcomeReason, Codes::outcomeComment}) {
        if (isLost && schema.field(typeId, code) && !lacked.contains(code))
            answer.reasons << code;
    }
    if (!answer.required.isEmpty() || !answer.reasons.isEmpty())
        answer.needs = MoveAnswer::Needs::Values;
    return answer;
}

QList<FieldValue> lackedOf(const Schema &schema, const Item &item, const QList<FieldValue> &values)
{
    QList<FieldValue> lacked;
    for (const Field &field : values.isEmpty() ? QList<Field>() : schema.fields(item.typeId)) {
        for (const FieldValue &value : values) {
            if (value.field == field.column && !item.value(field.code).isValid())
                lacked.append(value);
        }
    }
    return lacked;
}

BulkAct bulkMove(const SchemaPtr &schema, qint64 stage, const QList<FieldValue> &values)
{
    return {ActKinds::move, {}, [schema, stage, values](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                const bool there = item.reference(Codes::stage) == stage && !item.deleted;
                return there ? Result<ChangeSet>(ChangeSet())
                             : planMove(*schema, item, stage, {}, lackedOf(*schema, item, values));
            }};
}

BulkAct bulkChangePipeline(const SchemaPtr &schema, qint64 pipeline)
{
    return {ActKinds::move, {}, [schema, pipeline](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                const Stage *stage = schema->stage(item.reference(Codes::stage));
                if (!stage || stage->pipeline == pipeline)
                    return ChangeSet();
                return planMove(*schema, item, counterpart(*schema, *stage, pipeline));
            }};
}

ChangeSet planReorder(const EntityType &type, qint64 id, double rank)
{
    ChangeSet changes;
    changes.kind = ActKinds::reorder;
    changes.update(type.code, id, {{u"rank"_s, rank}});
    return changes;
}

} // namespace Kartoteka
