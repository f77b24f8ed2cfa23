// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/usage.h"

#include "core/base/texts.h"
#include "core/definitions/definition_queries.h"
#include "core/items/carried_values.h"
#include "core/items/field_path.h"
#include "core/items/inherited_values.h"
#include "core/items/value_parse.h"
#include "core/query/condition_values.h"
#include "core/query/presets.h"
#include "core/schema/builtin_names.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Whether a condition of a type names something in any of its parts. @p means: whether a value of a field does.
template<typename Means>
bool names(const Schema &schema, qint64 typeId, const Condition &condition, const Means &means)
{
    if (condition.isGroup())
        return std::ranges::any_of(condition.parts,
                                   [&](const Condition &part) { return names(schema, typeId, part, means); });
    const FieldPath path = findPath(schema, typeId, condition.field);
    return path && std::ranges::any_of(condition.values, [&](const QString &value) { return means(*path.field, value); });
}

auto meansStage(const Schema &schema, qint64 stage)
{
    return [&schema, stage](const Field &field, const QString &value) {
        return field.type == FieldType::Stage && !value.startsWith(u"group ")
            && stagesNamed(schema, field.typeId, value).contains(stage);
    };
}

/// What is chosen from a list or is a pipeline, by its id.
bool meansRecord(const Schema &schema, const Field &field, const QString &text, FieldType type, qint64 id)
{
    if (field.type != type || text.isEmpty())
        return false;
    Field single = field;
    single.multiple = false;
    const auto value = parseValue({.schema = schema, .currency = {}, .findItem = {}}, single, text);
    return value && value->toLongLong() == id;
}

/// Saved filters of every type: they may ask it by a link.
template<typename Asks>
Result<void> addFilters(const ReadContext &context, const Asks &asks, QStringList &uses)
{
    auto filters = savedFilters(context);
    if (!filters)
        return filters.error();
    for (const SavedFilter &filter : std::as_const(*filters)) {
        const auto conditions = parseConditions(filter.conditions);
        if (conditions && std::ranges::any_of(*conditions, [&](const Condition &one) { return asks(filter.typeId, one); }))
            uses << Texts::tr("the filter “%1”").arg(filter.name);
    }
    return {};
}

void addRules(const Schema &schema, const Field &field, QStringList &uses)
{
    for (const StageRule &rule : schema.stageRules()) {
        const Stage *stage = rule.field == field.id ? schema.stage(rule.firstStage) : nullptr;
        const Pipeline *pipeline = stage ? schema.pipeline(stage->pipeline) : nullptr;
        if (pipeline)
            uses << Texts::tr("required from the stage “%1” on (%2)")
                        .arg(displayName(schema, *stage), displayName(*pipeline));
    }
}

/// Conversions that take its value over, or bring one to it.
void addConversions(const Schema &schema, const Field &field, QStringList &uses)
{
    for (const EntityType &from : schema.types()) {
        for (const QString &code : from.convertsTo) {
            const EntityType *to = schema.type(code);
            if (!to || (from.id != field.typeId && to->id != field.typeId))
                continue;
            const QList<Field> given = from.id == field.typeId ? QList<Field>{field} : schema.fields(from.id);
            const bool isCarried = std::ranges::any_of(given, [&](const Field &one) {
                const Field *taken = carriedTo(schema, one, *to);
                return taken && (one.id == field.id || taken->id == field.id);
            });
            if (isCarried)
                uses << Texts::tr("the conversion of “%1” to “%2”").arg(displayName(from), displayName(*to));
        }
    }
}

void addTunnelTo(const Schema &schema, const Tunnel &tunnel, QStringList &uses)
{
    const Pipeline *to = schema.pipeline(tunnel.toPipeline);
    if (const EntityType *type = to ? schema.type(to->typeId) : nullptr)
        uses << Texts::tr("the tunnel to “%1” (%2)").arg(displayName(*to), pluralName(*type));
}

void addTunnelFrom(const Schema &schema, const Tunnel &tunnel, QStringList &uses)
{
    const Stage *from = schema.stage(tunnel.fromStage);
    if (const Pipeline *pipeline = from ? schema.pipeline(from->pipeline) : nullptr)
        uses << Texts::tr("the tunnel from “%1” (%2)").arg(displayName(schema, *from), displayName(*pipeline));
}

} // namespace

bool leadsOver(const Schema &schema, qint64 typeId, const QString &path, qint64 field)
{
    const FieldPath found = findPath(schema, typeId, path);
    return (found.field && found.field->id == field)
        || std::ranges::any_of(found.links, [field](const Field *link) { return link->id == field; });
}

bool asksField(const Schema &schema, qint64 typeId, const Condition &condition, qint64 field)
{
    if (condition.isGroup())
        return std::ranges::any_of(condition.parts,
                                   [&](const Condition &part) { return asksField(schema, typeId, part, field); });
    return leadsOver(schema, typeId, condition.field, field);
}

Result<QStringList> usesOf(const ReadContext &context, const Field &field)
{
    const Schema &schema = *context.schema;
    QStringList uses;
    addRules(schema, field, uses);
    const auto asks = [&](qint64 type, const Condition &one) { return asksField(schema, type, one, field.id); };
    if (auto done = addFilters(context, asks, uses); !done)
        return done.error();
    addConversions(schema, field, uses);
    for (const EntityType &type : schema.types()) {
        for (const Field &other : schema.fields(type.id)) {
            if (other.id != field.id && other.valuesFrom == field.id)
                uses << Texts::tr("the values of “%1” (%2)").arg(displayName(other), pluralName(type));
            const FieldPath taken = inheritedFrom(schema, other);
            if (taken && (taken.field->id == field.id || taken.links.constFirst()->id == field.id))
                uses << Texts::tr("the default of “%1” (%2)").arg(displayName(other), pluralName(type));
        }
    }
    if (const EntityType *target = field.asTab ? schema.type(field.target) : nullptr)
        uses << Texts::tr("a tab on the cards of “%1”").arg(pluralName(*target));
    return uses;
}

Result<QStringList> usesOf(const ReadContext &context, const Stage &stage)
{
    const Schema &schema = *context.schema;
    QStringList uses;
    for (const StageRule &rule : schema.stageRules()) {
        const Field *field = schema.field(rule.field);
        if (!field || field->hidden || (rule.firstStage != stage.id && rule.lastStage != stage.id))
            continue;
        uses << (rule.firstStage == stage.id ? Texts::tr("the field “%1”, required from it on").arg(displayName(*field))
                                             : Texts::tr("the field “%1”, required up to it").arg(displayName(*field)));
    }
    const auto asks = [&](qint64 type, const Condition &one) {
        return names(schema, type, one, meansStage(schema, stage.id));
    };
    if (auto done = addFilters(context, asks, uses); !done)
        return done.error();
    for (const Tunnel &tunnel : schema.tunnels()) {
        if (tunnel.fromStage == stage.id)
            addTunnelTo(schema, tunnel, uses);
        else if (tunnel.toStage == stage.id)
            addTunnelFrom(schema, tunnel, uses);
    }
    return uses;
}

Result<QStringList> usesOf(const ReadContext &context, const Pipeline &pipeline)
{
    const Schema &schema = *context.schema;
    QStringList uses;
    const QList<Stage> stages = schema.stages(pipeline.id);
    const auto means = [&](const Field &field, const QString &value) {
        return meansRecord(schema, field, value, FieldType::Pipeline, pipeline.id)
            || std::ranges::any_of(stages, [&](const Stage &stage) { return meansStage(schema, stage.id)(field, value); });
    };
    const auto asks = [&](qint64 type, const Condition &one) { return names(schema, type, one, means); };
    if (auto done = addFilters(context, asks, uses); !done)
        return done.error();
    for (const Tunnel &tunnel : schema.tunnels()) {
        const bool begins = std::ranges::count(stages, tunnel.fromStage, &Stage::id) > 0;
        if (begins && tunnel.toPipeline != pipeline.id)
            addTunnelTo(schema, tunnel, uses);
        else if (!begins && tunnel.toPipeline == pipeline.id)
            addTunnelFrom(schema, tunnel, uses);
    }
    return uses;
}

Result<QStringList> usesOf(const ReadContext &context, const ListValue &value)
{
    const Schema &schema = *context.schema;
    QStringList uses;
    const auto means = [&](const Field &field, const QString &text) {
        return meansRecord(schema, field, text, FieldType::List, value.id);
    };
    const auto asks = [&](qint64 type, const Condition &one) { return names(schema, type, one, means); };
    if (auto done = addFilters(context, asks, uses); !done)
        return done.error();
    for (const EntityType &type : schema.types()) {
        for (const Field &field : schema.fields(type.id)) {
            if (field.type == FieldType::List && means(field, field.defaultValue))
                uses << Texts::tr("the default of “%1” (%2)").arg(displayName(field), pluralName(type));
        }
    }
    for (const ActivityKind &kind : schema.activityKinds()) {
        const ListValue *before = kind.suggests == value.id ? schema.listValue(kind.value) : nullptr;
        if (before)
            uses << Texts::tr("what comes after “%1”").arg(displayName(schema, *before));
    }
    return uses;
}

} // namespace Kartoteka
