// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stage_words.h"
#include "app/cli/verbs.h"
#include "core/base/texts.h"
#include "core/definitions/usage.h"
#include "core/pipeline/rotting.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_removal.h"
#include "core/schema/builtin_names.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

/// Tells a stage as it is now; of its pipeline when it is there no more.
int tellStage(const Session &session, const QUuid &uid)
{
    const Schema &schema = session.schema();
    for (const EntityType &type : schema.types()) {
        for (const Pipeline &pipeline : schema.pipelines(type.id)) {
            for (const Stage &stage : schema.stages(pipeline.id)) {
                if (stage.uid != uid)
                    continue;
                session.output.line(u"%1: %2"_s.arg(displayName(pipeline), displayName(schema, stage)));
                session.output.document(stageJson(schema, stage));
            }
        }
    }
    return 0;
}

/// A percentage, or "none".
Result<std::optional<int>> probabilityOf(const Session &session)
{
    if (session.arguments.value(u"--probability"_s) == u"none")
        return std::optional<int>();
    auto number = session.wholeNumber(u"--probability"_s, 0);
    return number ? Result<std::optional<int>>(std::optional(*number)) : Result<std::optional<int>>(number.error());
}

Result<void> checkColour(const Session &session)
{
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    const QString text = session.arguments.value(u"--colour"_s);
    if (!text.isEmpty() && !colour.match(text).hasMatch())
        return Error::usage(Texts::tr("A colour is written #RRGGBB, not “%1”.").arg(text), u"colour"_s);
    return {};
}

/// --require and --optional of a stage.
Result<void> planRules(const Session &session, const EntityType &type, const Stage &stage, ChangeSet &changes)
{
    const qint64 now = session.store.clock().now();
    for (const bool required : {true, false}) {
        const QStringList lists = session.arguments.values(required ? u"--require"_s : u"--optional"_s);
        for (const QString &name : lists.join(u',').split(u',', Qt::SkipEmptyParts)) {
            const Field *field = findField(session.schema(), type.id, name);
            if (!field)
                return Error::usage(Texts::tr("There is no field “%1”.").arg(name), name);
            const QList<Field> possible = fieldsToRequire(session.schema(), type.id);
            if (std::ranges::find(possible, field->id, &Field::id) == possible.end())
                return Error{ErrorCode::Refused,
                             Texts::tr("No stage can require the field “%1”.").arg(displayName(*field)),
                             {},
                             field->code};
            changes.changes += planRequireField(session.schema(), field->id, stage.id, required, now).changes;
        }
    }
    return {};
}

/// Behind which stage of its group --after puts one; the group's last when nothing is said.
Result<qint64> stageBefore(const Session &session, const EntityType &type, const Pipeline &pipeline, StageGroup group)
{
    qint64 last = 0;
    for (const Stage &stage : session.schema().stages(pipeline.id))
        last = stage.group == group ? stage.id : last;
    if (!session.arguments.has(u"--after"_s))
        return last;
    auto stage = stageOf(session, type, pipeline.code, session.arguments.value(u"--after"_s));
    if (!stage)
        return stage.error();
    if (stage->group != group)
        return Error::usage(Texts::tr("A stage stays within its group."), u"--after"_s);
    return stage->id;
}

/// All stages of a pipeline, with one of them behind another (0: before all).
QList<qint64> orderWith(const Schema &schema, const Stage &moved, qint64 before)
{
    QList<qint64> order;
    for (const Stage &stage : schema.stages(moved.pipeline)) {
        if (stage.id != moved.id)
            order << stage.id;
    }
    order.insert(order.indexOf(before) + 1, moved.id);
    return order;
}

int runStageAdd(const Session &session)
{
    auto type = session.type(1);
    if (!type)
        return session.output.fail(type.error());
    auto pipeline = pipelineOf(session, *type, session.arguments.value(u"--pipeline"_s));
    if (!pipeline)
        return session.output.fail(pipeline.error());
    const QString groupName = session.arguments.value(u"--group"_s, stageGroupName(StageGroup::InProgress));
    const bool isLost = groupName == stageGroupName(StageGroup::Lost);
    if (!isLost && groupName != stageGroupName(StageGroup::InProgress))
        return session.output.fail(Error::usage(Texts::tr("--group is in_progress or lost."), u"--group"_s));
    if (auto colour = checkColour(session); !colour)
        return session.output.fail(colour.error());
    NewStage stage;
    stage.name = session.arguments.words[2];
    stage.group = isLost ? StageGroup::Lost : StageGroup::InProgress;
    stage.colour = session.arguments.value(u"--colour"_s, nextStageColour(session.schema(), pipeline->id));
    auto after = stageBefore(session, *type, *pipeline, stage.group);
    if (!after)
        return session.output.fail(after.error());
    stage.after = *after;
    auto probability = session.arguments.has(u"--probability"_s) ? probabilityOf(session) : std::optional<int>();
    if (!probability)
        return session.output.fail(probability.error());
    stage.probability = *probability;
    auto changes = planAddStage(session.schema(), pipeline->id, stage);
    return commitAnd(session, changes, changes ? changes->changes.constFirst().uid : QUuid(), tellStage);
}

int runStageSet(const Session &session)
{
    auto type = session.type(1);
    if (!type)
        return session.output.fail(type.error());
    const Arguments &arguments = session.arguments;
    auto stage = stageOf(session, *type, arguments.value(u"--pipeline"_s), arguments.words[2]);
    if (!stage)
        return session.output.fail(stage.error());
    const Schema &schema = session.schema();
    if (auto colour = checkColour(session); !colour)
        return session.output.fail(colour.error());
    const QString name = arguments.value(u"--name"_s, displayName(schema, *stage));
    if (name.trimmed().isEmpty())
        return session.output.fail({ErrorCode::Refused, Texts::tr("A stage needs a name."), {}, u"name"_s});
    ChangeSet changes = planEditStage(schema, *stage, name, arguments.value(u"--colour"_s, stage->colour));
    if (arguments.has(u"--probability"_s)) {
        auto probability = probabilityOf(session);
        auto planned = probability ? planProbability(schema, *stage, *probability) : Result<ChangeSet>(probability.error());
        if (!planned)
            return session.output.fail(planned.error());
        changes.changes += planned->changes;
    }
    if (arguments.has(u"--idle-days"_s)) {
        auto days = session.wholeNumber(u"--idle-days"_s, 0);
        if (!days)
            return session.output.fail(days.error());
        changes.changes += planAllowedIdleDays(schema, *stage, *days).changes;
    }
    if (arguments.has(u"--after"_s) || arguments.has(u"--first"_s)) {
        auto before = arguments.has(u"--first"_s)
            ? Result<qint64>(0)
            : stageBefore(session, *type, *schema.pipeline(stage->pipeline), stage->group);
        if (!before)
            return session.output.fail(before.error());
        if (*before != stage->id)
            changes.changes += planOrderStages(schema, stage->pipeline, orderWith(schema, *stage, *before)).changes;
    }
    if (auto planned = planRules(session, *type, *stage, changes); !planned)
        return session.output.fail(planned.error());
    return commitAnd(session, changes, stage->uid, tellStage);
}

int runStageDelete(const Session &session)
{
    auto type = session.type(1);
    if (!type)
        return session.output.fail(type.error());
    const Arguments &arguments = session.arguments;
    auto stage = stageOf(session, *type, arguments.value(u"--pipeline"_s), arguments.words[2]);
    if (!stage)
        return session.output.fail(stage.error());
    auto uses = usesOf(session.reader(), *stage);
    if (!uses)
        return session.output.fail(uses.error());
    const Removed removed{stage->code, stage->id, stage->uid, *uses};
    auto changes = planDeleteStage(session.reader(), stage->id, session.store.clock().now());
    if (!changes && changes.error().needs == Needs::OtherPlace && arguments.has(u"--move-to"_s)) {
        const QString pipeline = session.schema().pipeline(stage->pipeline)->code;
        auto to = stageOf(session, *type, pipeline, arguments.value(u"--move-to"_s));
        if (!to)
            return session.output.fail(to.error());
        return tellRemoval(session, removeStage(session.store, session.store.schema(), stage->id, to->id), removed);
    }
    if (!changes)
        return session.output.fail(changes.error());
    auto receipt = session.store.commitAndWait(*changes);
    return tellRemoval(session, receipt ? Result<BulkReport>(BulkReport()) : Result<BulkReport>(receipt.error()), removed);
}

} // namespace

QList<Verb> stageVerbs()
{
    const Option pipeline{u"--pipeline"_s, u"P"_s};
    const Option colour{u"--colour"_s, u"#RRGGBB"_s};
    const Option probability{u"--probability"_s, u"N|none"_s};
    const Option after{u"--after"_s, u"NAME"_s};
    return {
        {u"stage add"_s,
         u"TYPE NAME"_s,
         2,
         2,
         {pipeline, {u"--group"_s, u"in_progress|lost"_s}, after, colour, probability},
         QT_TRANSLATE_NOOP("Kartoteka", "add a stage to the default pipeline or another"),
         runStageAdd},
        {u"stage set"_s,
         u"TYPE STAGE"_s,
         2,
         2,
         {pipeline,
          {u"--name"_s, u"NAME"_s},
          colour,
          probability,
          {u"--idle-days"_s, u"N"_s},
          after,
          {u"--first"_s},
          {u"--require"_s, u"A,B"_s, false, true},
          {u"--optional"_s, u"A,B"_s, false, true}},
         QT_TRANSLATE_NOOP("Kartoteka", "name, colour and place of a stage, what it gives and what it requires"),
         runStageSet},
        {u"stage delete"_s,
         u"TYPE STAGE"_s,
         2,
         2,
         {pipeline, {u"--move-to"_s, u"NAME"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "delete a stage; its items are moved to another one first"),
         runStageDelete},
    };
}

} // namespace Kartoteka::Cli
