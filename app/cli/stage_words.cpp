// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stage_words.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/pipeline/rotting.h"
#include "core/pipeline/tunnels.h"
#include "core/schema/builtin_names.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QStringList requiredCodes(const Schema &schema, const Stage &stage)
{
    QStringList codes;
    for (const StageRule &rule : schema.stageRules()) {
        const Field *field = rule.firstStage == stage.id ? schema.field(rule.field) : nullptr;
        if (field && !codes.contains(field->code))
            codes << field->code;
    }
    return codes;
}

} // namespace

/// The pipeline that a word or option names; the default one when nothing does.
Result<Pipeline> pipelineOf(const Session &session, const EntityType &type, const QString &name)
{
    const Pipeline *pipeline = name.isEmpty() ? session.schema().defaultPipeline(type.id)
                                              : session.schema().pipeline(findPipeline(session.schema(), type.id, name));
    if (!pipeline) {
        return name.isEmpty() ? Error::usage(Texts::tr("“%1” has no stages.").arg(displayName(type)))
                              : Error::usage(Texts::tr("There is no pipeline “%1”.").arg(name), u"pipeline"_s);
    }
    return *pipeline;
}

/// A stage by name, in the pipeline that is named, else in any of the type.
Result<Stage> stageOf(const Session &session, const EntityType &type, const QString &pipelineName, const QString &name)
{
    qint64 within = 0;
    if (!pipelineName.isEmpty()) {
        auto pipeline = pipelineOf(session, type, pipelineName);
        if (!pipeline)
            return pipeline.error();
        within = pipeline->id;
    }
    const Stage *stage = session.schema().stage(findStage(session.schema(), type.id, within, name));
    return stage ? Result<Stage>(*stage) : Error::usage(Texts::tr("There is no stage “%1”.").arg(name), u"stage"_s);
}

QJsonObject stageJson(const Schema &schema, const Stage &stage)
{
    QJsonArray tunnels;
    for (const Tunnel &tunnel : tunnelsFrom(schema, stage.id))
        tunnels.append(tunnelJson(schema, tunnel));
    return {{u"pipeline"_s, schema.pipeline(stage.pipeline)->code},
            {u"code"_s, stage.code},
            {u"id"_s, QString::number(stage.id)},
            {u"uid"_s, uidText(stage.uid)},
            {u"name"_s, displayName(schema, stage)},
            {u"group"_s, stageGroupName(stage.group)},
            {u"colour"_s, stage.colour},
            {u"probability"_s, stage.probability ? QJsonValue(*stage.probability) : QJsonValue()},
            {u"idle_days"_s, allowedIdleDays(schema, stage)},
            {u"requires"_s, QJsonArray::fromStringList(requiredCodes(schema, stage))},
            {u"tunnels"_s, tunnels}};
}

QJsonObject tunnelJson(const Schema &schema, const Tunnel &tunnel)
{
    const Stage &from = *schema.stage(tunnel.fromStage);
    const Stage &to = *landingOf(schema, tunnel);
    const Pipeline &fromPipeline = *schema.pipeline(from.pipeline);
    const Pipeline &toPipeline = *schema.pipeline(to.pipeline);
    return {
        {u"type"_s, schema.type(fromPipeline.typeId)->code},  {u"pipeline"_s, fromPipeline.code},  {u"stage"_s, from.code},
        {u"to_type"_s, schema.type(toPipeline.typeId)->code}, {u"to_pipeline"_s, toPipeline.code}, {u"to_stage"_s, to.code}};
}

int commitAnd(const Session &session, const Result<ChangeSet> &changes, const QUuid &uid,
              int (*tell)(const Session &, const QUuid &))
{
    if (!changes)
        return session.output.fail(changes.error());
    if (!changes->isEmpty()) {
        if (auto receipt = session.store.commitAndWait(*changes); !receipt)
            return session.output.fail(receipt.error());
    }
    return tell(session, uid);
}

/// Tells how many items were moved out of the way.
int tellRemoval(const Session &session, const Result<BulkReport> &report, const Removed &removed)
{
    if (!report)
        return session.output.fail(report.error());
    if (report->skippedInAll > 0) {
        const BulkSkipped &first = report->skipped.constFirst();
        return session.output.fail(
            {ErrorCode::Refused,
             Texts::tr("%n item(s) could not be moved, so nothing was deleted. “%1”: %2", nullptr, int(report->skippedInAll))
                 .arg(first.title, first.why.message),
             {},
             {}});
    }
    session.output.line(Texts::tr("Items moved: %1").arg(report->done));
    for (const QString &use : removed.uses)
        session.output.remark(Texts::tr("It was used by %1.").arg(use));
    session.output.document(QJsonObject{{u"code"_s, removed.code},
                                        {u"id"_s, QString::number(removed.id)},
                                        {u"uid"_s, uidText(removed.uid)},
                                        {u"uses"_s, QJsonArray::fromStringList(removed.uses)},
                                        {u"moved"_s, report->done}});
    return 0;
}

} // namespace Kartoteka::Cli
