// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/usage.h"

#include "core/base/texts.h"
#include "core/items/field_path.h"
#include "core/query/presets.h"
#include "core/schema/builtin_names.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Whether a condition of a type asks a field, by whatever path.
bool asks(const Schema &schema, qint64 typeId, const Condition &condition, qint64 field)
{
    if (condition.isGroup())
        return std::ranges::any_of(condition.parts,
                                   [&](const Condition &part) { return asks(schema, typeId, part, field); });
    const FieldPath path = findPath(schema, typeId, condition.field);
    return (path.field && path.field->id == field)
        || std::ranges::any_of(path.links, [field](const Field *link) { return link->id == field; });
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

/// Saved filters of every type: they may ask it by a link.
Result<void> addPresets(const ReadContext &context, const Field &field, QStringList &uses)
{
    auto cursor = context.connection.query(
        u"SELECT entity_type, name, conditions FROM preset WHERE deleted_at IS NULL ORDER BY name"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        auto conditions = parseConditions(cursor->text(2));
        const qint64 type = cursor->integer(0);
        const bool isAsked = conditions && std::ranges::any_of(*conditions, [&](const Condition &one) {
                                 return asks(*context.schema, type, one, field.id);
                             });
        if (isAsked)
            uses << Texts::tr("the filter “%1”").arg(cursor->text(1));
    }
    return {};
}

} // namespace

Result<QStringList> usesOf(const ReadContext &context, const Field &field)
{
    const Schema &schema = *context.schema;
    QStringList uses;
    addRules(schema, field, uses);
    if (auto done = addPresets(context, field, uses); !done)
        return done.error();
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

} // namespace Kartoteka
