// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_move.h"
#include "core/base/texts.h"

#include "core/items/item_queries.h"
#include "core/items/item_rules.h"
#include "core/schema/builtin_names.h"

namespace Kartoteka {

namespace {

constexpr double rankStep = 1000; ///< room left beside a card at an end of its column

} // namespace

bool isWonByConversion(const EntityType &type, const Stage &stage)
{
    return stage.group == StageGroup::Won && !type.convertsTo.isEmpty();
}

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

Result<ChangeSet> planMove(const ReadContext &context, const ItemRef &ref, qint64 stageId, const BoardPlace &place,
                           QList<FieldValue> values)
{
    const Stage *stage = context.schema->stage(stageId);
    const Pipeline *pipeline = stage ? context.schema->pipeline(stage->pipeline) : nullptr;
    if (!pipeline || pipeline->typeId != ref.type)
        return Error{ErrorCode::Refused, Texts::tr("The stage does not exist any more."), {}, u"stage"_s};
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    if (item->deleted)
        return Error{ErrorCode::Refused, Texts::tr("The item is in the recycle bin. Restore it first."), {}, {}};

    QHash<QString, Value> after = item->values;
    for (const FieldValue &value : std::as_const(values))
        after.insert(value.field, value.value);
    const QStringList missing = missingRequired(*context.schema, ref.type, after);
    if (!missing.isEmpty()) {
        const Field *field = context.schema->field(ref.type, missing.first());
        return Error{ErrorCode::Refused, Texts::tr("Fill in the field “%1”.").arg(displayName(*field)), {}, missing.first()};
    }
    ChangeSet changes;
    changes.kind = u"move"_s;
    changes.subject = item->text(u"title"_s);
    values.append({u"stage"_s, stageId});
    if (const auto rank = rankBetween(place))
        values.append({u"rank"_s, *rank});
    changes.update(context.schema->type(ref.type)->code, ref.id, std::move(values));
    return changes;
}

ChangeSet planReorder(const EntityType &type, qint64 id, double rank)
{
    ChangeSet changes;
    changes.kind = u"reorder"_s;
    changes.update(type.code, id, {{u"rank"_s, rank}});
    return changes;
}

} // namespace Kartoteka
