// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/presets.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"

namespace Kartoteka {

namespace {

Preset builtIn(const QString &code, const QString &name, QList<Condition> conditions)
{
    return {0, code, name, std::move(conditions), {}, 0};
}

Condition where(const QString &field, Comparison comparison, const QStringList &values)
{
    return {field, comparison, values, 0, {}};
}

ChangeSet act(const Preset &preset)
{
    return ChangeSet::of(ActKinds::filter, preset.name);
}

ChangeSet changed(const Preset &preset, const QList<FieldValue> &values)
{
    ChangeSet changes = act(preset);
    changes.update(u"preset"_s, preset.id, values);
    return changes;
}

} // namespace

QList<Preset> builtInPresets(const EntityType &type)
{
    QList<Preset> presets;
    const Condition mine = where(Codes::responsible, Comparison::Equal, {u"me"_s});
    if (isActivities(type)) {
        const Condition open = where(u"done"_s, Comparison::Equal, {u"no"_s});
        return {builtIn(u"planned"_s, Texts::tr("Mine, planned", "filter"), {mine, open}),
                builtIn(u"overdue"_s, Texts::tr("Overdue", "filter"),
                        {mine, open, where(Codes::deadline, Comparison::Less, {u"today"_s})}),
                builtIn(u"today"_s, Texts::tr("Today", "filter"),
                        {mine, open, where(Codes::deadline, Comparison::Equal, {u"today"_s})}),
                builtIn(u"incoming"_s, Texts::tr("Incoming", "filter"),
                        {mine, open, where(u"incoming"_s, Comparison::Equal, {u"yes"_s})}),
                builtIn(u"everybodys"_s, Texts::tr("Everyone's, planned", "filter"), {open}),
                builtIn(u"done"_s, Texts::tr("Done", "filter"), {mine, where(u"done"_s, Comparison::Equal, {u"yes"_s})})};
    }
    if (type.hasStages)
        presets << builtIn(u"in_progress"_s, Texts::tr("In progress", "filter"),
                           {where(Codes::stage, Comparison::Equal, {u"group in_progress"_s})});
    presets << builtIn(u"mine"_s, Texts::tr("Mine", "filter"), {mine});
    if (type.hasStages)
        presets << builtIn(u"closed"_s, Texts::tr("Closed", "filter"),
                           {where(Codes::stage, Comparison::In, {u"group won"_s, u"group lost"_s})});
    if (type.hasActivities) {
        const auto inProgress = type.hasStages
            ? QList<Condition>{where(Codes::stage, Comparison::Equal, {u"group in_progress"_s})}
            : QList<Condition>();
        presets << builtIn(u"no_activities"_s, Texts::tr("Without activities", "filter"),
                           inProgress + QList<Condition>{where(u"activity"_s, Comparison::Equal, {u"none"_s})})
                << builtIn(u"overdue"_s, Texts::tr("Overdue", "filter"),
                           {where(u"activity"_s, Comparison::Equal, {u"overdue"_s})});
    }
    return presets;
}

QList<Condition> countedItems(const Schema &schema, const QString &light)
{
    if (schema.setting(u"counter_mode"_s) == u"activity")
        return {where(u"activity"_s, Comparison::Equal, {u"my "_s + light})};
    return {where(Codes::responsible, Comparison::Equal, {u"me"_s}), where(u"activity"_s, Comparison::Equal, {light})};
}

Result<QList<Preset>> readPresets(const ReadContext &context, const EntityType &type, qint64 user)
{
    QList<Preset> presets = builtInPresets(type);
    auto cursor = context.connection.query(
        u"SELECT id, uid, name, conditions, search, person FROM preset WHERE entity_type = ? AND deleted_at IS NULL "
        "AND (person IS NULL OR person = ?) ORDER BY position, uid"_s,
        {type.id, user});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        Preset preset;
        preset.id = cursor->integer(0);
        preset.code = uidText(uidFromBytes(cursor->bytes(1)));
        preset.name = cursor->text(2);
        // A preset of a newer program may say what this one does not read: it stays in the list and says so when chosen.
        if (auto conditions = parseConditions(cursor->text(3)))
            preset.conditions = *conditions;
        else
            preset.conditions = {where(cursor->text(3), Comparison::Equal, {})};
        preset.search = cursor->text(4);
        preset.person = cursor->integer(5);
        presets.append(preset);
    }
    return presets;
}

ChangeSet planSavePreset(const EntityType &type, const Preset &preset, qint64 position, QUuid *uid)
{
    ChangeSet changes = act(preset);
    const QUuid made = changes.create(u"preset"_s,
                                      {{u"entity_type"_s, type.id},
                                       {u"person"_s, preset.person == 0 ? Value() : Value(preset.person)},
                                       {u"name"_s, preset.name},
                                       {u"conditions"_s, textValue(conditionsText(preset.conditions))},
                                       {u"search"_s, textValue(preset.search)},
                                       {u"position"_s, position}});
    if (uid)
        *uid = made;
    return changes;
}

ChangeSet planRenamePreset(const Preset &preset, const QString &name)
{
    return changed(preset, {{u"name"_s, name}});
}

ChangeSet planChangePreset(const Preset &preset)
{
    return changed(
        preset, {{u"conditions"_s, textValue(conditionsText(preset.conditions))}, {u"search"_s, textValue(preset.search)}});
}

ChangeSet planSharePreset(const Preset &preset, bool shared, qint64 user)
{
    return changed(preset, {{u"person"_s, shared ? Value() : Value(user)}});
}

ChangeSet planDeletePreset(const Preset &preset, qint64 nowMs)
{
    return changed(preset, {{u"deleted_at"_s, nowMs}});
}

ChangeSet planOrderPresets(const QList<Preset> &presets)
{
    ChangeSet changes;
    changes.kind = ActKinds::filter;
    qint64 position = 0;
    for (const Preset &preset : presets) {
        if (!preset.isBuiltIn())
            changes.update(u"preset"_s, preset.id, {{u"position"_s, ++position}});
    }
    return changes;
}

} // namespace Kartoteka
