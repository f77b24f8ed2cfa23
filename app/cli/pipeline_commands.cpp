// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines, and tunnels between them.
#include "app/cli/stage_words.h"
#include "app/cli/verbs.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/definitions/usage.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_removal.h"
#include "core/pipeline/tunnels.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"

#include <QJsonArray>

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

int tellPipeline(const Session &session, const QUuid &uid)
{
    const Schema &schema = session.schema();
    for (const EntityType &type : schema.types()) {
        for (const Pipeline &pipeline : schema.pipelines(type.id)) {
            if (pipeline.uid != uid)
                continue;
            session.output.line(displayName(pipeline));
            session.output.document(QJsonObject{{u"type"_s, type.code},
                                                {u"code"_s, pipeline.code},
                                                {u"id"_s, QString::number(pipeline.id)},
                                                {u"uid"_s, uidText(pipeline.uid)},
                                                {u"name"_s, displayName(pipeline)},
                                                {u"default"_s, pipeline.isDefault}});
        }
    }
    return 0;
}

int addPipeline(const Session &session, const QString &name, qint64 like)
{
    auto type = session.type(1);
    if (!type)
        return session.output.fail(type.error());
    if (!type->hasPipelines)
        return session.output.fail(
            {ErrorCode::Refused,
             Texts::tr("“%1” has one pipeline only; “type set %2 pipelines=yes” lets it have several.")
                 .arg(displayName(*type), type->code),
             {},
             {}});
    if (name.trimmed().isEmpty())
        return session.output.fail({ErrorCode::Refused, Texts::tr("A pipeline needs a name."), {}, u"name"_s});
    const ChangeSet changes = planAddPipeline(session.schema(), type->id, name, like);
    return commitAnd(session, changes, changes.changes.constFirst().uid, tellPipeline);
}

int runPipelineAdd(const Session &session)
{
    return addPipeline(session, session.arguments.words[2], 0);
}

int runPipelineCopy(const Session &session)
{
    auto type = session.type(1);
    auto pipeline = type ? pipelineOf(session, *type, session.arguments.words[2]) : Result<Pipeline>(type.error());
    return pipeline ? addPipeline(session, session.arguments.words[3], pipeline->id) : session.output.fail(pipeline.error());
}

int runPipelineSet(const Session &session)
{
    auto type = session.type(1);
    auto pipeline = type ? pipelineOf(session, *type, session.arguments.words[2]) : Result<Pipeline>(type.error());
    if (!pipeline)
        return session.output.fail(pipeline.error());
    const Arguments &arguments = session.arguments;
    const QString name = arguments.value(u"--name"_s, displayName(*pipeline));
    if (name.trimmed().isEmpty())
        return session.output.fail({ErrorCode::Refused, Texts::tr("A pipeline needs a name."), {}, u"name"_s});
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(*pipeline));
    if (arguments.has(u"--name"_s))
        changes.changes += planRenamePipeline(*pipeline, name).changes;
    if (arguments.has(u"--default"_s))
        changes.changes += planDefaultPipeline(session.schema(), *pipeline).changes;
    if (arguments.has(u"--after"_s) || arguments.has(u"--first"_s)) {
        auto before = arguments.has(u"--first"_s) ? Result<Pipeline>(Pipeline())
                                                  : pipelineOf(session, *type, arguments.value(u"--after"_s));
        if (!before)
            return session.output.fail(before.error());
        QList<qint64> order;
        for (const Pipeline &other : session.schema().pipelines(type->id)) {
            if (other.id != pipeline->id)
                order << other.id;
        }
        order.insert(order.indexOf(before->id) + 1, pipeline->id);
        if (before->id != pipeline->id)
            changes.changes += planOrderPipelines(order).changes;
    }
    return commitAnd(session, changes, pipeline->uid, tellPipeline);
}

int runPipelineDelete(const Session &session)
{
    auto type = session.type(1);
    auto pipeline = type ? pipelineOf(session, *type, session.arguments.words[2]) : Result<Pipeline>(type.error());
    if (!pipeline)
        return session.output.fail(pipeline.error());
    auto uses = usesOf(session.reader(), *pipeline);
    if (!uses)
        return session.output.fail(uses.error());
    const Removed removed{pipeline->code, pipeline->id, pipeline->uid, *uses};
    auto changes = planDeletePipeline(session.reader(), pipeline->id, session.store.clock().now());
    if (!changes && changes.error().needs == Needs::OtherPlace && session.arguments.has(u"--move-to"_s)) {
        auto to = pipelineOf(session, *type, session.arguments.value(u"--move-to"_s));
        if (!to)
            return session.output.fail(to.error());
        return tellRemoval(session, removePipeline(session.store, session.store.schema(), pipeline->id, to->id), removed);
    }
    if (!changes)
        return session.output.fail(changes.error());
    auto receipt = session.store.commitAndWait(*changes);
    return tellRemoval(session, receipt ? Result<BulkReport>(BulkReport()) : Result<BulkReport>(receipt.error()), removed);
}

/// What "TYPE STAGE TO-TYPE" and the options around them name.
struct TunnelEnds
{
    Stage from;
    Pipeline to;
    qint64 stage = 0;
};

Result<TunnelEnds> tunnelEnds(const Session &session)
{
    const Arguments &arguments = session.arguments;
    auto type = session.type(1);
    auto other = type ? session.type(3) : type;
    if (!other)
        return other.error();
    auto from = stageOf(session, *type, arguments.value(u"--from"_s), arguments.words[2]);
    if (!from)
        return from.error();
    auto to = pipelineOf(session, *other, arguments.value(u"--pipeline"_s));
    if (!to)
        return to.error();
    TunnelEnds ends{*from, *to};
    if (arguments.has(u"--stage"_s)) {
        auto stage = stageOf(session, *other, to->code, arguments.value(u"--stage"_s));
        if (!stage)
            return stage.error();
        ends.stage = stage->id;
    }
    return ends;
}

const Tunnel *tunnelBetween(const Schema &schema, qint64 stage, qint64 pipeline)
{
    const auto it = std::ranges::find_if(
        schema.tunnels(), [=](const Tunnel &tunnel) { return tunnel.fromStage == stage && tunnel.toPipeline == pipeline; });
    return it == schema.tunnels().end() ? nullptr : &*it;
}

int runTunnelAdd(const Session &session)
{
    auto ends = tunnelEnds(session);
    if (!ends)
        return session.output.fail(ends.error());
    auto changes = planTunnel(session.reader(), ends->from.id, ends->to.id, ends->stage);
    if (!changes)
        return session.output.fail(changes.error());
    if (auto receipt = session.store.commitAndWait(*changes); !receipt)
        return session.output.fail(receipt.error());
    if (const Tunnel *tunnel = tunnelBetween(session.schema(), ends->from.id, ends->to.id)) {
        session.output.line(tunnelText(session.schema(), *tunnel));
        session.output.document(tunnelJson(session.schema(), *tunnel));
    }
    return 0;
}

int runTunnelDelete(const Session &session)
{
    auto ends = tunnelEnds(session);
    if (!ends)
        return session.output.fail(ends.error());
    const Tunnel *tunnel = tunnelBetween(session.schema(), ends->from.id, ends->to.id);
    if (!tunnel)
        return session.output.fail({ErrorCode::Usage,
                                    Texts::tr("There is no tunnel from “%1” to “%2”.")
                                        .arg(displayName(session.schema(), ends->from), displayName(ends->to)),
                                    {},
                                    {}});
    const QString text = tunnelText(session.schema(), *tunnel);
    auto receipt = session.store.commitAndWait(planDeleteTunnel(session.schema(), *tunnel, session.store.clock().now()));
    if (!receipt)
        return session.output.fail(receipt.error());
    session.output.line(Texts::tr("Deleted: %1").arg(text));
    session.output.document(QJsonObject{{u"deleted"_s, true}});
    return 0;
}

/// A pipeline with its type, and by its name where the type has several.
QString placeText(const Schema &schema, const Pipeline &pipeline)
{
    const QString type = pluralName(*schema.type(pipeline.typeId));
    return schema.pipelines(pipeline.typeId).size() > 1 ? type + u" · "_s + displayName(pipeline) : type;
}

int runTunnelList(const Session &session)
{
    QJsonArray array;
    for (const Tunnel &tunnel : session.schema().tunnels()) {
        const Schema &schema = session.schema();
        const Stage *from = schema.stage(tunnel.fromStage);
        const Stage *landing = landingOf(schema, tunnel);
        if (!from || !landing)
            continue;
        session.output.line(
            Texts::tr("%1: “%2” → %3: “%4”", "types with pipelines, and stages, that a tunnel leads from and to")
                .arg(placeText(schema, *schema.pipeline(from->pipeline)), displayName(schema, *from),
                     placeText(schema, *schema.pipeline(landing->pipeline)), displayName(schema, *landing)));
        array.append(tunnelJson(session.schema(), tunnel));
    }
    session.output.document(array);
    return 0;
}

} // namespace

QList<Verb> pipelineVerbs()
{
    const Option pipeline{u"--pipeline"_s, u"P"_s};
    const Option from{u"--from"_s, u"P"_s};
    return {
        {u"pipeline add"_s,
         u"TYPE NAME"_s,
         2,
         2,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "add a pipeline with a stage of each group"),
         runPipelineAdd},
        {u"pipeline copy"_s,
         u"TYPE PIPELINE NAME"_s,
         3,
         3,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "add a pipeline with the stages and rules of another"),
         runPipelineCopy},
        {u"pipeline set"_s,
         u"TYPE PIPELINE"_s,
         2,
         2,
         {{u"--name"_s, u"NAME"_s}, {u"--default"_s}, {u"--after"_s, u"NAME"_s}, {u"--first"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "name and place of a pipeline, and whether it is the default one"),
         runPipelineSet},
        {u"pipeline delete"_s,
         u"TYPE PIPELINE"_s,
         2,
         2,
         {{u"--move-to"_s, u"NAME"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "delete a pipeline; its items are moved to another one first"),
         runPipelineDelete},
        {u"tunnel add"_s,
         u"TYPE STAGE TO-TYPE"_s,
         3,
         3,
         {from, pipeline, {u"--stage"_s, u"S"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "an item that reaches the stage makes one in another pipeline"),
         runTunnelAdd},
        {u"tunnel list"_s, {}, 0, 0, {}, QT_TRANSLATE_NOOP("Kartoteka", "tunnels between pipelines"), runTunnelList},
        {u"tunnel delete"_s,
         u"TYPE STAGE TO-TYPE"_s,
         3,
         3,
         {from, pipeline},
         QT_TRANSLATE_NOOP("Kartoteka", "delete a tunnel"),
         runTunnelDelete},
    };
}

} // namespace Kartoteka::Cli
