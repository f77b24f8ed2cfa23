// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/shown_definitions.h"

#include "core/pipeline/rotting.h"
#include "core/schema/settings.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// A field that is new shows nowhere yet.
bool keepsFields(const Schema &before, const Schema &after, qint64 typeId)
{
    const QList<Field> &fields = before.fields(typeId);
    return std::all_of(fields.begin(), fields.end(), [&](Field field) {
        const Field *now = after.field(field.id);
        if (!now)
            return false;
        field.indexed = now->indexed; // is not seen
        return field == *now && (field.type != FieldType::List || before.listValues(field.id) == after.listValues(field.id));
    });
}

bool keepsStages(const Schema &before, const Schema &after, qint64 typeId)
{
    const QList<Pipeline> pipelines = before.pipelines(typeId);
    return pipelines == after.pipelines(typeId)
        && std::all_of(pipelines.begin(), pipelines.end(), [&](const Pipeline &pipeline) {
               const QList<Stage> stages = before.stages(pipeline.id);
               return stages == after.stages(pipeline.id)
                   && std::all_of(stages.begin(), stages.end(), [&](const Stage &stage) {
                          return allowedIdleDays(before, stage) == allowedIdleDays(after, stage);
                      });
           });
}

bool keepsSettings(const Schema &before, const Schema &after)
{
    const QList<SettingDef> &settings = settingDefs();
    return std::all_of(settings.begin(), settings.end(),
                       [&](const SettingDef &one) { return before.setting(one.code) == after.setting(one.code); });
}

} // namespace

bool showsItemsAlike(const Schema &before, const Schema &after, qint64 typeId)
{
    // Of all types: an item shows what those that it leads to have.
    const QList<EntityType> &types = before.types();
    return std::all_of(types.begin(), types.end(),
                       [&](const EntityType &type) {
                           const EntityType *now = after.type(type.id);
                           return now && type == *now && keepsFields(before, after, type.id);
                       })
        && keepsStages(before, after, typeId) && before.users() == after.users() && keepsSettings(before, after);
}

} // namespace Kartoteka
