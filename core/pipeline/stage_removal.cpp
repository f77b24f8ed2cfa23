// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_removal.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/pipeline/stage_acts.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

using Plan = std::function<Result<ChangeSet>(const ReadContext &)>;

Result<QList<qint64>> allIds(Store &store, ItemQuery query)
{
    return store
        .read<QList<qint64>>({},
                             [query](const ReadContext &context) mutable -> Result<QList<qint64>> {
                                 auto ids = queryIds(context, query);
                                 query.deleted = true; // what is in the bin stands in the stage too
                                 auto more = ids ? queryIds(context, query) : ids;
                                 return more ? Result<QList<qint64>>(*ids + *more) : more;
                             })
        .result();
}

/// @p stageOf: where an item goes. @p deletion: of what it leaves.
Result<BulkReport> emptyAndDelete(Store &store, const ItemQuery &query, const QString &subject,
                                  const std::function<qint64(const Item &)> &stageOf, const Plan &deletion,
                                  const BulkOptions &options)
{
    auto ids = allIds(store, query);
    if (!ids)
        return ids.error();
    const BulkAct act{u"stages"_s, subject,
                      [stageOf](const ReadContext &context, const Item &item) -> Result<ChangeSet> {
                          ChangeSet changes;
                          changes.update(context.schema->type(item.typeId)->code, item.id, {{Codes::stage, stageOf(item)}});
                          return changes;
                      },
                      makeUid(store.clock().now())};
    auto report = runBulk(store, query.typeId, *ids, act, options);
    if (!report || report->cancelled || report->skippedInAll > 0)
        return report;
    auto changes = store.read<ChangeSet>({}, deletion).result();
    if (!changes)
        return changes.error();
    changes->act = act.act;
    auto receipt = store.commit(*changes).result();
    return receipt ? report : Result<BulkReport>(receipt.error());
}

Error gone()
{
    return {ErrorCode::Refused, Texts::tr("This stage no longer exists."), {}, {}};
}

} // namespace

Result<BulkReport> removeStage(Store &store, const SchemaPtr &schema, qint64 stageId, qint64 to, const BulkOptions &options)
{
    const Stage *stage = schema->stage(stageId);
    const Stage *other = schema->stage(to);
    if (!stage || !other || other->pipeline != stage->pipeline || to == stageId)
        return gone();
    ItemQuery query;
    query.typeId = schema->pipeline(stage->pipeline)->typeId;
    query.stage = stageId;
    const qint64 now = store.clock().now();
    return emptyAndDelete(
        store, query, displayName(*schema, *stage), [to](const Item &) { return to; },
        [stageId, now](const ReadContext &context) { return planDeleteStage(context, stageId, now); }, options);
}

Result<BulkReport> removePipeline(Store &store, const SchemaPtr &schema, qint64 pipelineId, qint64 to,
                                  const BulkOptions &options)
{
    const Pipeline *pipeline = schema->pipeline(pipelineId);
    const Pipeline *other = schema->pipeline(to);
    if (!pipeline || !other || other->typeId != pipeline->typeId || to == pipelineId)
        return Error{ErrorCode::Refused, Texts::tr("This pipeline no longer exists."), {}, {}};
    ItemQuery query;
    query.typeId = pipeline->typeId;
    query.pipeline = pipelineId;
    const qint64 now = store.clock().now();
    return emptyAndDelete(
        store, query, displayName(*pipeline),
        [schema, to](const Item &item) {
            const Stage *stage = schema->stage(item.reference(Codes::stage));
            return stage ? counterpart(*schema, *stage, to) : 0;
        },
        [pipelineId, now](const ReadContext &context) { return planDeletePipeline(context, pipelineId, now); }, options);
}

} // namespace Kartoteka
