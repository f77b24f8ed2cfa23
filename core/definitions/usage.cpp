// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/usage.h"

#include "core/base/texts.h"
#include "core/definitions/definition_queries.h"
#include "core/items/carried_values.h"
#include "core/items/field_path.h"
#include "core/query/condition_values.h"
#include "core/query/presets.h"
#include "core/schema/builtin_names.h"

#include <algorithm>

namespace Kartoteka {

namespace {

bool asksStage(const Schema &schema, qint64 typeId, const Condition &condition, qint64 stage)
{
    if (condition.isGroup())
        return std::ranges::any_of(condition.parts,
                                   [&](const Condition &part) { return asksStage(schema, typeId, part, stage); });
    const FieldPath path = findPath(schema, typeId, condition.field);
    return path && path.field->type == FieldType::Stage && std::ranges::any_of(condition.values, [&](const QString &value) {
               return !value.startsWith(u"group ") && stagesNamed(schema, path.field->typeId, value).contains(stage);
           });
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
    const auto asks = [&](qint64 type, const Condition &one) { return asksStage(schema, type, one, stage.id); };
    if (auto done = addFilters(context, asks, uses); !done)
        return done.error();
    for (const Tunnel &tunnel : schema.tunnels()) {
        const Pipeline *to = tunnel.fromStage == stage.id ? schema.pipeline(tunnel.toPipeline) : nullptr;
        const EntityType *type = to ? schema.type(to->typeId) : nullptr;
        if (type)
            uses << Texts::tr("the tunnel to “%1” (%2)").arg(displayName(*to), pluralName(*type));
    }
    return uses;
}

} // namespace Kartoteka
