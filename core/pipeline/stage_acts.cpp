// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_acts.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/pipeline/rotting.h"
#include "core/pipeline/stage_queries.h"
#include "core/pipeline/tunnels.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/stage_colours.h"

namespace Kartoteka {

namespace {

Error notEmpty(const QString &why)
{
    return {ErrorCode::Refused, why, {}, {}, Needs::OtherPlace};
}

/// A code of a stage or pipeline that nobody chose.
QString freshCode(const QString &prefix)
{
    return prefix + u'_' + uidText(QUuid::createUuid()).right(6);
}

QList<Stage> ofGroup(const QList<Stage> &stages, StageGroup group)
{
    QList<Stage> out;
    std::copy_if(stages.begin(), stages.end(), std::back_inserter(out), [=](const Stage &s) { return s.group == group; });
    return out;
}

qsizetype placeOf(const QList<Stage> &stages, qint64 id)
{
    const auto it = std::find_if(stages.begin(), stages.end(), [=](const Stage &s) { return s.id == id; });
    return it == stages.end() ? -1 : it - stages.begin();
}

QUuid createStage(ChangeSet &changes, const Value &pipeline, const Stage &stage)
{
    return changes.create(u"stage"_s,
                          {{u"pipeline"_s, pipeline},
                           {u"code"_s, stage.code},
                           {u"name"_s, textValue(stage.name)},
                           {u"colour"_s, stage.colour},
                           {u"stage_group"_s, stageGroupName(stage.group)},
                           {u"probability"_s, stage.probability ? Value(qint64(*stage.probability)) : Value()},
                           {u"position"_s, qint64(stage.position)}});
}

/// Rules that end at the stage before a new one reach to it.
void extendRules(const Schema &schema, qint64 before, const QUuid &added, ChangeSet &changes)
{
    for (const StageRule &rule : schema.stageRules()) {
        if (rule.lastStage == before)
            changes.update(u"stage_rule"_s, rule.id, {{u"last_stage"_s, QVariant::fromValue(added)}});
    }
}

Result<void> checkProbability(std::optional<int> probability)
{
    if (probability && (*probability < 0 || *probability > 100))
        return Error::refused(Texts::tr("A probability is between 0 and 100."), Codes::probability);
    return {};
}

/// What leads to where something is to be deleted has to be led elsewhere first.
Result<void> refuseLedTo(const Schema &schema, const std::function<bool(const Tunnel &)> &leadsThere)
{
    QStringList tunnels;
    for (const Tunnel &tunnel : schema.tunnels()) {
        if (const QString text = tunnelText(schema, tunnel); leadsThere(tunnel) && !text.isEmpty())
            tunnels << text;
    }
    if (tunnels.isEmpty())
        return {};
    return Error::refused(
        Texts::tr("Tunnels lead here: %1. Lead them elsewhere or delete them first.").arg(tunnels.join(u", "_s)),
        u"tunnels"_s);
}

void deleteTunnelsFrom(const Schema &schema, qint64 stage, qint64 nowMs, ChangeSet &changes)
{
    for (const Tunnel &tunnel : schema.tunnels()) {
        if (tunnel.fromStage == stage)
            changes.update(u"tunnel"_s, tunnel.id, {{u"deleted_at"_s, nowMs}});
    }
}

} // namespace

Result<ChangeSet> planAddStage(const Schema &schema, qint64 pipelineId, const NewStage &wanted)
{
    if (!schema.pipeline(pipelineId))
        return Error::refused(Texts::tr("This pipeline no longer exists."));
    if (wanted.name.trimmed().isEmpty())
        return Error::refused(Texts::tr("A stage needs a name."), u"name"_s);
    if (wanted.group == StageGroup::Won)
        return Error::refused(Texts::tr("A pipeline has one success stage."));
    if (auto checked = checkProbability(wanted.probability); !checked)
        return checked.error();
    QList<Stage> group = ofGroup(schema.stages(pipelineId), wanted.group);
    const qsizetype at = placeOf(group, wanted.after) + 1;
    ChangeSet changes = ChangeSet::of(ActKinds::stages, wanted.name);
    Stage stage;
    stage.code = freshCode(u"stage"_s);
    stage.name = wanted.name.trimmed();
    stage.colour = wanted.colour.isEmpty() ? nextStageColour(schema, pipelineId) : wanted.colour;
    stage.group = wanted.group;
    stage.probability = wanted.probability;
    stage.position = int(at) + 1;
    const QUuid uid = createStage(changes, pipelineId, stage);
    for (qsizetype i = 0; i < group.size(); ++i) {
        const qint64 position = i < at ? i + 1 : i + 2;
        if (group[i].position != position)
            changes.update(u"stage"_s, group[i].id, {{u"position"_s, position}});
    }
    if (at > 0 && wanted.group == StageGroup::InProgress)
        extendRules(schema, group[at - 1].id, uid, changes);
    return changes;
}

ChangeSet planEditStage(const Schema &schema, const Stage &stage, const QString &name, const QString &colour)
{
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(schema, stage));
    QList<FieldValue> values;
    if (name.trimmed() != displayName(schema, stage))
        values.append({u"name"_s, textValue(name.trimmed())});
    if (colour != stage.colour)
        values.append({u"colour"_s, colour});
    if (!values.isEmpty())
        changes.update(u"stage"_s, stage.id, values);
    return changes;
}

Result<ChangeSet> planProbability(const Schema &schema, const Stage &stage, std::optional<int> probability)
{
    if (auto checked = checkProbability(probability); !checked)
        return checked.error();
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(schema, stage));
    if (probability != stage.probability) {
        changes.update(u"stage"_s, stage.id, {{u"probability"_s, probability ? Value(qint64(*probability)) : Value()}});
    }
    return changes;
}

bool hasProbability(const Schema &schema, qint64 typeId)
{
    return schema.field(typeId, Codes::probability) != nullptr;
}

ChangeSet planOrderStages(const Schema &schema, qint64 pipelineId, const QList<qint64> &ids)
{
    const Pipeline *pipeline = schema.pipeline(pipelineId);
    ChangeSet changes = ChangeSet::of(ActKinds::stages, pipeline ? displayName(*pipeline) : QString());
    QHash<StageGroup, qint64> next;
    for (const qint64 id : ids) {
        const Stage *stage = schema.stage(id);
        if (!stage || stage->pipeline != pipelineId)
            continue;
        const qint64 position = ++next[stage->group];
        if (stage->position != position)
            changes.update(u"stage"_s, id, {{u"position"_s, position}});
    }
    return changes;
}

Result<ChangeSet> planDeleteStage(const ReadContext &context, qint64 id, qint64 nowMs)
{
    const Schema &schema = *context.schema;
    const Stage *stage = schema.stage(id);
    const Pipeline *pipeline = stage ? schema.pipeline(stage->pipeline) : nullptr;
    if (!pipeline)
        return Error::refused(Texts::tr("This stage no longer exists."));
    const QList<Stage> group = ofGroup(schema.stages(stage->pipeline), stage->group);
    if (stage->group == StageGroup::Won)
        return Error::refused(Texts::tr("The success stage cannot be deleted; rename it instead."));
    if (group.size() < 2)
        return Error::refused(Texts::tr("A pipeline needs at least one stage in progress and one lost stage."));
    if (auto free = refuseLedTo(schema, [id](const Tunnel &tunnel) { return tunnel.toStage == id; }); !free)
        return free.error();
    auto items = countStanding(context, pipeline->typeId, Codes::stage, id);
    if (!items)
        return items.error();
    if (*items > 0)
        return notEmpty(Texts::tr("The stage “%1” is not empty: move its items first.").arg(displayName(schema, *stage)));
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(schema, *stage));
    const qsizetype place = placeOf(group, id);
    for (const StageRule &rule : schema.stageRules()) {
        const bool first = rule.firstStage == id;
        const bool last = rule.lastStage == id;
        if (first && last)
            changes.update(u"stage_rule"_s, rule.id, {{u"deleted_at"_s, nowMs}});
        else if (first)
            changes.update(u"stage_rule"_s, rule.id, {{u"first_stage"_s, group[qMin(place + 1, group.size() - 1)].id}});
        else if (last)
            changes.update(u"stage_rule"_s, rule.id, {{u"last_stage"_s, group[qMax(place - 1, qsizetype(0))].id}});
    }
    deleteTunnelsFrom(schema, id, nowMs, changes);
    changes.update(u"stage"_s, id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

ChangeSet planRequireField(const Schema &schema, qint64 fieldId, qint64 stageId, bool required, qint64 nowMs)
{
    const Field *field = schema.field(fieldId);
    const Stage *stage = schema.stage(stageId);
    ChangeSet changes = ChangeSet::of(ActKinds::stages, field ? displayName(*field) : QString());
    if (!field || !stage)
        return changes;
    bool isRequired = false;
    for (const StageRule &rule : schema.stageRules()) {
        if (rule.field != fieldId || rule.firstStage != stageId)
            continue;
        isRequired = true;
        if (!required) // two seats may each have made one
            changes.update(u"stage_rule"_s, rule.id, {{u"deleted_at"_s, nowMs}});
    }
    if (!required || isRequired)
        return changes;
    const QList<Stage> inProgress = ofGroup(schema.stages(stage->pipeline), StageGroup::InProgress);
    const qint64 last = stage->group == StageGroup::InProgress ? inProgress.constLast().id : stageId;
    changes.create(
        u"stage_rule"_s,
        {{u"field"_s, fieldId}, {u"pipeline"_s, stage->pipeline}, {u"first_stage"_s, stageId}, {u"last_stage"_s, last}});
    return changes;
}

qint64 requiredFrom(const Schema &schema, qint64 field, qint64 pipeline)
{
    const QList<Stage> inProgress = ofGroup(schema.stages(pipeline), StageGroup::InProgress);
    qsizetype first = inProgress.size();
    for (const StageRule &rule : schema.stageRules()) {
        const qsizetype at = rule.field == field ? placeOf(inProgress, rule.firstStage) : -1;
        first = at >= 0 ? qMin(first, at) : first;
    }
    return first < inProgress.size() ? inProgress[first].id : 0;
}

ChangeSet planRequiredFrom(const Schema &schema, qint64 fieldId, qint64 pipeline, qint64 first, qint64 nowMs)
{
    const Field *field = schema.field(fieldId);
    const QList<Stage> inProgress = ofGroup(schema.stages(pipeline), StageGroup::InProgress);
    ChangeSet changes = ChangeSet::of(ActKinds::stages, field ? displayName(*field) : QString());
    bool stays = first == 0 || !field || placeOf(inProgress, first) < 0; // one of the rules says what holds
    for (const StageRule &rule : schema.stageRules()) {
        if (rule.field != fieldId || placeOf(inProgress, rule.firstStage) < 0)
            continue;
        if (stays)
            changes.update(u"stage_rule"_s, rule.id, {{u"deleted_at"_s, nowMs}});
        else if (rule.firstStage != first || rule.lastStage != inProgress.constLast().id)
            changes.update(u"stage_rule"_s, rule.id,
                           {{u"first_stage"_s, first}, {u"last_stage"_s, inProgress.constLast().id}});
        stays = true;
    }
    if (!stays)
        changes.changes += planRequireField(schema, fieldId, first, true, nowMs).changes;
    return changes;
}

QList<Field> fieldsToRequire(const Schema &schema, qint64 typeId)
{
    QList<Field> fields = schema.fields(typeId);
    fields.removeIf([](const Field &field) {
        return !field.editable || field.required || field.type == FieldType::Stage || field.type == FieldType::Pipeline
            || field.type == FieldType::File;
    });
    return fields;
}

ChangeSet planAddPipeline(const Schema &schema, qint64 typeId, const QString &name, qint64 like)
{
    ChangeSet changes = ChangeSet::of(ActKinds::stages, name);
    const QUuid uid = changes.create(u"pipeline"_s,
                                     {{u"entity_type"_s, typeId},
                                      {u"code"_s, freshCode(u"pipeline"_s)},
                                      {u"name"_s, name.trimmed()},
                                      {u"position"_s, qint64(schema.pipelines(typeId).size() + 1)},
                                      {u"is_default"_s, false}});
    const Value pipeline = QVariant::fromValue(uid);
    if (like != 0) {
        QHash<qint64, QUuid> copies;
        for (Stage stage : schema.stages(like)) {
            stage.name = displayName(schema, stage);
            const QUuid copy = createStage(changes, pipeline, stage);
            copies.insert(stage.id, copy);
            copyAllowedIdleDays(schema, stage, copy, changes);
            copyTunnels(schema, stage.id, copy, changes);
        }
        for (const StageRule &rule : schema.stageRules()) {
            if (rule.pipeline == like && copies.contains(rule.firstStage) && copies.contains(rule.lastStage)) {
                changes.create(u"stage_rule"_s,
                               {{u"field"_s, rule.field},
                                {u"pipeline"_s, pipeline},
                                {u"first_stage"_s, QVariant::fromValue(copies.value(rule.firstStage))},
                                {u"last_stage"_s, QVariant::fromValue(copies.value(rule.lastStage))}});
            }
        }
        return changes;
    }
    const auto add = [&](const QString &code, const QString &stageName, const QString &colour, StageGroup group,
                         int position) {
        Stage stage;
        stage.code = code;
        stage.name = stageName;
        stage.colour = colour;
        stage.group = group;
        stage.position = position;
        createStage(changes, pipeline, stage);
    };
    add(u"new"_s, Texts::tr("New", "stage"), StageColours::inProgress(0), StageGroup::InProgress, 1);
    add(u"in_progress"_s, Texts::tr("In progress", "stage"), StageColours::inProgress(1), StageGroup::InProgress, 2);
    add(u"won"_s, Texts::tr("Won", "stage"), StageColours::won, StageGroup::Won, 1);
    add(u"lost"_s, Texts::tr("Lost", "stage"), StageColours::lost, StageGroup::Lost, 1);
    return changes;
}

ChangeSet planRenamePipeline(const Pipeline &pipeline, const QString &name)
{
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(pipeline));
    changes.update(u"pipeline"_s, pipeline.id, {{u"name"_s, textValue(name.trimmed())}});
    return changes;
}

ChangeSet planOrderPipelines(const QList<qint64> &ids)
{
    ChangeSet changes = ChangeSet::of(ActKinds::stages, {});
    for (qsizetype i = 0; i < ids.size(); ++i)
        changes.update(u"pipeline"_s, ids[i], {{u"position"_s, qint64(i + 1)}});
    return changes;
}

ChangeSet planDefaultPipeline(const Schema &schema, const Pipeline &pipeline)
{
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(pipeline));
    for (const Pipeline &other : schema.pipelines(pipeline.typeId)) {
        if (other.isDefault != (other.id == pipeline.id))
            changes.update(u"pipeline"_s, other.id, {{u"is_default"_s, other.id == pipeline.id}});
    }
    return changes;
}

Result<ChangeSet> planDeletePipeline(const ReadContext &context, qint64 id, qint64 nowMs)
{
    const Pipeline *pipeline = context.schema->pipeline(id);
    if (!pipeline)
        return Error::refused(Texts::tr("This pipeline no longer exists."));
    if (pipeline->isDefault)
        return Error::refused(Texts::tr("The default pipeline cannot be deleted. Make another one the default first."));
    if (auto free = refuseLedTo(*context.schema, [id](const Tunnel &tunnel) { return tunnel.toPipeline == id; }); !free)
        return free.error();
    auto items = countStanding(context, pipeline->typeId, Codes::pipeline, id);
    if (!items)
        return items.error();
    if (*items > 0)
        return notEmpty(Texts::tr("The pipeline “%1” is not empty: move its items first.").arg(displayName(*pipeline)));
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(*pipeline));
    for (const Stage &stage : context.schema->stages(id)) {
        deleteTunnelsFrom(*context.schema, stage.id, nowMs, changes);
        changes.update(u"stage"_s, stage.id, {{u"deleted_at"_s, nowMs}});
    }
    changes.update(u"pipeline"_s, id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

qint64 counterpart(const Schema &schema, const Stage &stage, qint64 pipeline)
{
    const QList<Stage> there = schema.stages(pipeline);
    const QString name = fold(displayName(schema, stage));
    for (const Stage &other : there) {
        if (other.group == stage.group && (other.code == stage.code || fold(displayName(schema, other)) == name))
            return other.id;
    }
    const QList<Stage> group = ofGroup(there, stage.group);
    if (!group.isEmpty())
        return group.constFirst().id;
    return there.isEmpty() ? 0 : there.constFirst().id;
}

QString nextStageColour(const Schema &schema, qint64 pipeline)
{
    return StageColours::inProgress(schema.stages(pipeline).size());
}

} // namespace Kartoteka
