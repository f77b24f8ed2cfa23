// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Editing of stages and pipelines. Pure but for what must be asked of the file.

struct NewStage
{
    QString name;
    QString colour; ///< #rrggbb; empty: the next of the pipeline
    StageGroup group = StageGroup::InProgress;
    qint64 after = 0; ///< the stage before it; 0: the first of its group
    std::optional<int> probability = {};
};

/// Refused for a second success stage. A rule that ends at the stage before it takes the new stage in.
Result<ChangeSet> planAddStage(const Schema &schema, qint64 pipeline, const NewStage &stage);
ChangeSet planEditStage(const Schema &schema, const Stage &stage, const QString &name, const QString &colour);
/// What items get that come to the stage; none: they keep their own. Refused unless it is a percentage.
Result<ChangeSet> planProbability(const Schema &schema, const Stage &stage, std::optional<int> probability);
/// Items of the type have a probability that its stages can give.
bool hasProbability(const Schema &schema, qint64 typeId);
/// @p ids: all stages of the pipeline in the order they are to have inside their groups.
ChangeSet planOrderStages(const Schema &schema, qint64 pipeline, const QList<qint64> &ids);
/// Refused for the success stage, the last one of its group, one that a tunnel leads to (Error::where "tunnels"), and one that
/// items stand in ("items"). Tunnels from it go too.
Result<ChangeSet> planDeleteStage(const ReadContext &context, qint64 stage, qint64 nowMs);

/// Makes a field required from a stage on, up to the last stage in progress (of a final stage: in it alone), or not.
ChangeSet planRequireField(const Schema &schema, qint64 field, qint64 stage, bool required, qint64 nowMs);

/// The stage in progress from which on a field is required; 0: from none. What final stages require by themselves stays.
qint64 requiredFrom(const Schema &schema, qint64 field, qint64 pipeline);
ChangeSet planRequiredFrom(const Schema &schema, qint64 field, qint64 pipeline, qint64 first, qint64 nowMs);
/// Fields that a stage may require.
QList<Field> fieldsToRequire(const Schema &schema, qint64 typeId);

/// With the stages of @p like, or those every pipeline needs when it is 0.
ChangeSet planAddPipeline(const Schema &schema, qint64 typeId, const QString &name, qint64 like = 0);
ChangeSet planRenamePipeline(const Pipeline &pipeline, const QString &name);
ChangeSet planOrderPipelines(const QList<qint64> &ids);
ChangeSet planDefaultPipeline(const Schema &schema, const Pipeline &pipeline);
/// Refused for the default one, one that a tunnel leads to (Error::where "tunnels"), and one that holds items, deleted ones
/// too ("items"). Tunnels from it go too.
Result<ChangeSet> planDeletePipeline(const ReadContext &context, qint64 pipeline, qint64 nowMs);

/// The stage of another pipeline that a stage corresponds to: of the same name or code, else the first of its group.
qint64 counterpart(const Schema &schema, const Stage &stage, qint64 pipeline);

/// A colour for the next stage of a pipeline, unlike its neighbours'.
QString nextStageColour(const Schema &schema, qint64 pipeline);

} // namespace Kartoteka
