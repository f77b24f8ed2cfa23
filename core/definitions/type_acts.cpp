// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/type_acts.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/definitions/code_names.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/client_codes.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/system_codes.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

namespace {

struct SystemField
{
    QString code;
    FieldType type;
    bool multiple = false;
    bool required = false;
    bool indexed = false;
    bool editable = true;
    bool significant = false;
    QString target = {};
    bool onCard = true;
};

QList<SystemField> clientFields()
{
    QList<SystemField> fields;
    for (const auto &[code, target] :
         {std::pair(Codes::clientContact, u"contact"_s), std::pair(Codes::clientCompany, u"company"_s)})
        fields << SystemField{.code = code, .type = FieldType::Link, .indexed = true, .significant = true, .target = target};
    fields << SystemField{.code = Codes::contacts, .type = FieldType::Link, .multiple = true, .target = u"contact"_s};
    return fields;
}

/// What a type with products has: their sum, and whether the amount is that.
QList<SystemField> productFields()
{
    return {{.code = Codes::amount, .type = FieldType::Money, .indexed = true, .significant = true},
            {.code = Codes::amountAuto, .type = FieldType::Boolean, .editable = false, .onCard = false}};
}

/// The fields that rules, boards and the activity index look for, named as those of the built-in types.
QList<SystemField> systemFields(const NewType &type)
{
    QList<SystemField> fields{{.code = Codes::title, .type = FieldType::String, .indexed = true, .significant = true}};
    if (type.hasStages) {
        fields << SystemField{.code = Codes::pipeline,
                              .type = FieldType::Pipeline,
                              .indexed = type.hasPipelines,
                              .editable = type.hasPipelines,
                              .onCard = false}
               << SystemField{.code = Codes::stage, .type = FieldType::Stage, .indexed = true, .significant = true};
    }
    if (type.hasProducts)
        fields << productFields();
    else if (type.hasStages)
        fields << productFields().first();
    fields << SystemField{.code = Codes::responsible,
                          .type = FieldType::User,
                          .required = true,
                          .indexed = true,
                          .significant = true}
           << SystemField{.code = Codes::observers, .type = FieldType::User, .multiple = true};
    if (type.hasClient)
        fields << clientFields();
    if (type.hasStages)
        fields << SystemField{.code = Codes::outcomeReason, .type = FieldType::List, .significant = true}
               << SystemField{.code = Codes::outcomeComment, .type = FieldType::Text, .significant = true};
    fields << SystemField{.code = Codes::comment, .type = FieldType::Text, .significant = true}
           << SystemField{.code = Codes::tags, .type = FieldType::Tags, .multiple = true};
    const auto kept = [&](const QString &code, FieldType fieldType, bool indexed) {
        fields << SystemField{.code = code, .type = fieldType, .indexed = indexed, .editable = false, .onCard = false};
    };
    kept(Codes::createdAt, FieldType::DateTime, true);
    kept(Codes::createdBy, FieldType::User, false);
    kept(Codes::modifiedAt, FieldType::DateTime, true);
    kept(Codes::modifiedBy, FieldType::User, false);
    if (type.hasStages) {
        kept(Codes::stageChangedAt, FieldType::DateTime, true);
        kept(Codes::closedAt, FieldType::DateTime, true);
    }
    return fields;
}

/// Names as they are kept, all the rest as it may be.
Result<void> check(TypeSettings &settings)
{
    auto name = definitionName(settings.name);
    if (!name)
        return name.error();
    settings.name = *name;
    for (QString *text : {&settings.plural, &settings.titlePattern}) {
        if (text->trimmed().isEmpty()) {
            text->clear();
            continue;
        }
        auto kept = definitionName(*text);
        if (!kept)
            return Error::usage(kept.error().message, text == &settings.plural ? u"plural"_s : u"title_pattern"_s);
        *text = *kept;
    }
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    if (!settings.colour.isEmpty() && !colour.match(settings.colour).hasMatch())
        return Error::usage(Texts::tr("“%1” is not a colour: write it as #rrggbb.").arg(settings.colour.left(20)),
                            u"colour"_s);
    return {};
}

QList<FieldValue> valuesOf(const TypeSettings &settings)
{
    return {{u"name"_s, settings.name},
            {u"name_plural"_s, textValue(settings.plural)},
            {u"icon"_s, settings.icon},
            {u"colour"_s, textValue(settings.colour)},
            {u"title_pattern"_s, textValue(settings.titlePattern)},
            {u"is_listed"_s, settings.isListed},
            {u"has_stages"_s, settings.hasStages},
            {u"has_pipelines"_s, settings.hasPipelines},
            {u"has_client"_s, settings.hasClient},
            {u"has_products"_s, settings.hasProducts},
            {u"converts_to"_s, textValue(settings.convertsTo.join(u','))}};
}

/// What is converted is won by that: it needs stages.
Result<void> checkTargets(const Schema &schema, const TypeSettings &settings, const QString &code)
{
    if (!settings.convertsTo.isEmpty() && !settings.hasStages)
        return Error::usage(Texts::tr("Only what has stages is converted."), u"converts_to"_s);
    for (const QString &target : settings.convertsTo) {
        const EntityType *type = schema.type(target);
        if (!type || !type->isItem)
            return Error::usage(Texts::tr("There is no type “%1”.").arg(target), u"converts_to"_s);
        if (target == code || settings.convertsTo.count(target) > 1)
            return Error::usage(Texts::tr("It cannot be converted to “%1”.").arg(displayName(*type)), u"converts_to"_s);
    }
    return {};
}

/// Why something is lost is chosen from a list, at first from that of the program's own types.
void createReasons(ChangeSet &changes, const Value &field, const QUuid &uid)
{
    qint64 position = 0;
    for (const QString &code : {u"price"_s, u"rival"_s, u"no_need"_s, u"no_answer"_s, u"terms"_s, u"other"_s})
        changes.create(u"list_value"_s, {{u"field"_s, field}, {u"code"_s, code}, {u"position"_s, ++position}},
                       derivedUid(u"list_value", uidText(uid) + u'/' + code));
}

void createField(ChangeSet &changes, const Value &type, const Value &section, const SystemField &field, qint64 position,
                 const QUuid &uid = makeUid())
{
    changes.create(u"field"_s,
                   {{u"entity_type"_s, type},
                    {u"code"_s, field.code},
                    {u"type"_s, fieldTypeName(field.type)},
                    {u"multiple"_s, field.multiple},
                    {u"required"_s, field.required},
                    {u"indexed"_s, field.indexed},
                    {u"system"_s, true},
                    {u"editable"_s, field.editable},
                    {u"significant"_s, field.significant},
                    {u"target"_s, textValue(field.target)},
                    {u"section"_s, field.onCard ? section : Value()},
                    {u"position"_s, position}},
                   uid);
    if (field.code == Codes::outcomeReason)
        createReasons(changes, QVariant::fromValue(uid), uid);
}

/// What stages bring with them.
QList<SystemField> stageFields(bool hasPipelines)
{
    NewType type;
    type.hasStages = false;
    type.hasClient = false;
    const QList<SystemField> without = systemFields(type);
    type.hasStages = true;
    type.hasPipelines = hasPipelines;
    QList<SystemField> fields = systemFields(type);
    fields.removeIf([&](const SystemField &field) {
        return std::ranges::find(without, field.code, &SystemField::code) != without.end();
    });
    return fields;
}

/// Shows or hides what a property brings to a type that stands. What two seats bring is one: its identity comes from its place.
void switchFields(const Schema &schema, ChangeSet &changes, const EntityType &type, const QList<SystemField> &fields,
                  bool isOn, qint64 nowMs)
{
    const QList<Section> sections = schema.sections(type.id);
    const Value section = sections.isEmpty() ? Value() : Value(sections.first().id);
    const QList<Field> known = schema.fields(type.id) + schema.hiddenFields(type.id);
    qint64 position = known.size() + changes.changes.size();
    for (const SystemField &field : fields) {
        const auto stands = std::ranges::find_if(
            known, [&](const Field &f) { return f.system && (f.column == field.code || f.code == field.code); });
        if (stands != known.end() && stands->hidden == isOn)
            changes.update(u"field"_s, stands->id, {{u"deleted_at"_s, isOn ? Value() : Value(nowMs)}});
        // What was undone took the list along.
        if (stands != known.end() && isOn && stands->hidden && field.code == Codes::outcomeReason
            && schema.listValues(stands->id).isEmpty())
            createReasons(changes, stands->id, stands->uid);
        if (stands != known.end() || !isOn)
            continue;
        const QUuid uid = derivedUid(u"field", uidText(type.uid) + u'/' + field.code);
        if (std::ranges::none_of(changes.changes,
                                 [&](const Change &one) { return one.uid == uid; })) // stages and products have an amount
            createField(changes, type.id, section, field, ++position, uid);
    }
}

/// "Belongs to": a link named after the type that it leads to.
Result<void> createLinks(const Schema &schema, ChangeSet &changes, const Value &type, const Value &section,
                         const QList<NewLink> &links, qint64 &position)
{
    QStringList targets;
    for (const NewLink &link : links) {
        const EntityType *target = schema.type(link.target);
        if (!target || !target->isItem)
            return Error::usage(Texts::tr("There is no type “%1”.").arg(link.target), u"links"_s);
        if (targets.contains(link.target))
            return Error::usage(Texts::tr("“%1” is named twice.").arg(displayName(*target)), u"links"_s);
        targets << link.target;
        changes.create(u"field"_s,
                       {{u"entity_type"_s, type},
                        {u"code"_s, link.target},
                        {u"name"_s, displayName(*target)},
                        {u"type"_s, fieldTypeName(FieldType::Link)},
                        {u"indexed"_s, true},
                        {u"editable"_s, true},
                        {u"significant"_s, true},
                        {u"target"_s, link.target},
                        {u"as_tab"_s, link.asTab},
                        {u"section"_s, section},
                        {u"position"_s, ++position}});
    }
    return {};
}

void switchStages(const Schema &schema, ChangeSet &changes, const EntityType &type, const TypeSettings &settings,
                  qint64 nowMs)
{
    QList<SystemField> fields = stageFields(settings.hasPipelines);
    if (!settings.hasStages)
        fields.removeIf([](const SystemField &field) { return field.code == Codes::amount; }); // it means something without
    switchFields(schema, changes, type, fields, settings.hasStages, nowMs);
    if (!settings.hasStages || !schema.pipelines(type.id).isEmpty())
        return;
    createStages(changes, type.id, stageTemplates().constFirst(), uidText(type.uid));
}

} // namespace

bool isOfProgram(const EntityType &type)
{
    return isBuiltIn(uidBytes(type.uid));
}

TypeSettings settingsOf(const EntityType &type)
{
    return {.name = displayName(type),
            .plural = type.plural,
            .icon = type.icon,
            .colour = type.colour,
            .titlePattern = type.titlePattern,
            .isListed = type.listed,
            .hasStages = type.hasStages,
            .hasPipelines = type.hasPipelines,
            .hasClient = type.hasClient,
            .hasProducts = type.hasProducts,
            .convertsTo = type.convertsTo};
}

Result<ChangeSet> planAddType(const Schema &schema, const NewType &wanted)
{
    NewType type = wanted;
    if (auto done = check(type); !done)
        return done.error();
    if (auto done = checkTypeCode(schema, type.code); !done)
        return done.error();
    const QList<StageTemplate> templates = stageTemplates();
    const QString stages = type.stages.isEmpty() ? templates.first().code : type.stages;
    const auto names = std::ranges::find(templates, stages, &StageTemplate::code);
    if (names == templates.end()) {
        QStringList known;
        for (const StageTemplate &one : templates)
            known << one.code;
        return Error::usage(Texts::tr("There is no template “%1”; there are %2.").arg(stages, known.join(u", "_s)),
                            u"stages"_s);
    }
    if (type.hasPipelines && !type.hasStages)
        return Error::usage(Texts::tr("Only types with stages have pipelines."), u"pipelines"_s);
    if (auto done = checkTargets(schema, type, type.code); !done)
        return done.error();
    qint64 last = 0;
    for (const EntityType &one : schema.types())
        last = qMax(last, qint64(one.position));
    ChangeSet changes = ChangeSet::of(ActKinds::schema, type.name);
    QList<FieldValue> values = valuesOf(type);
    values << FieldValue{u"code"_s, type.code} << FieldValue{u"position"_s, last + 1} << FieldValue{u"is_item"_s, true}
           << FieldValue{u"has_activities"_s, true};
    const Value owner = QVariant::fromValue(changes.create(u"entity_type"_s, values));
    const Value section = QVariant::fromValue(
        changes.create(u"section"_s, {{u"entity_type"_s, owner}, {u"code"_s, u"main"_s}, {u"position"_s, qint64(1)}}));
    qint64 position = 0;
    for (const SystemField &field : systemFields(type))
        createField(changes, owner, section, field, ++position);
    if (auto done = createLinks(schema, changes, owner, section, type.links, position); !done)
        return done.error();
    if (type.hasStages)
        createStages(changes, owner, *names);
    return changes;
}

Result<ChangeSet> planEditType(const Schema &schema, const EntityType &type, const TypeSettings &wanted, qint64 nowMs)
{
    TypeSettings settings = wanted;
    if (auto done = check(settings); !done)
        return done.error();
    const TypeSettings before = settingsOf(type);
    const bool changesStages = settings.hasStages != before.hasStages;
    const bool changesProperties = changesStages || settings.hasPipelines != before.hasPipelines
        || settings.hasClient != before.hasClient || settings.hasProducts != before.hasProducts;
    if (changesProperties && isOfProgram(type))
        return Error::usage(Texts::tr("“%1” is built in: its properties cannot be changed.").arg(displayName(type)),
                            u"type"_s);
    if (settings.hasPipelines && !settings.hasStages && !before.hasPipelines)
        return Error::usage(Texts::tr("Only types with stages have pipelines."), u"pipelines"_s);
    if (!settings.hasStages)
        settings.hasPipelines = before.hasPipelines; // hidden with them, and back with them
    if (!settings.hasPipelines && before.hasPipelines && schema.pipelines(type.id).size() > 1)
        return Error::usage(Texts::tr("It has several pipelines: delete all but one first."), u"pipelines"_s);
    if (settings.convertsTo != before.convertsTo || changesStages) {
        if (auto done = checkTargets(schema, settings, type.code); !done)
            return done.error();
    }
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(type));
    const QList<FieldValue> old = valuesOf(before);
    QList<FieldValue> values = valuesOf(settings);
    values.removeIf([&](const FieldValue &value) { return old.contains(value); });
    if (!values.isEmpty())
        changes.update(u"entity_type"_s, type.id, values);
    if (settings.hasPipelines != before.hasPipelines) {
        if (const Field *pipeline = schema.field(type.id, Codes::pipeline))
            changes.update(u"field"_s, pipeline->id, {{u"editable"_s, settings.hasPipelines}});
    }
    if (settings.hasClient != before.hasClient)
        switchFields(schema, changes, type, clientFields(), settings.hasClient, nowMs);
    if (settings.hasProducts != before.hasProducts) {
        QList<SystemField> fields = productFields();
        if (!settings.hasProducts)
            fields.removeFirst(); // the amount stays, whatever it was
        switchFields(schema, changes, type, fields, settings.hasProducts, nowMs);
    }
    if (changesStages)
        switchStages(schema, changes, type, settings, nowMs);
    return changes;
}

Result<ChangeSet> planAddReasons(const Schema &schema, const EntityType &type, qint64 nowMs)
{
    if (!type.hasStages)
        return Error::usage(Texts::tr("Only types with stages have reasons of loss."), u"stages"_s);
    if (schema.field(type.id, Codes::outcomeReason))
        return Error::usage(Texts::tr("“%1” has reasons of loss.").arg(displayName(type)), u"type"_s);
    QList<SystemField> fields = stageFields(type.hasPipelines);
    fields.removeIf(
        [](const SystemField &field) { return field.code != Codes::outcomeReason && field.code != Codes::outcomeComment; });
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(type));
    switchFields(schema, changes, type, fields, true, nowMs);
    return changes;
}

Result<ChangeSet> planDeleteType(const EntityType &type, qint64 nowMs)
{
    if (isOfProgram(type))
        return Error::usage(Texts::tr("“%1” is built in; you can remove it from the sidebar.").arg(pluralName(type)),
                            type.code);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, pluralName(type));
    changes.update(u"entity_type"_s, type.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

Result<ChangeSet> planRestoreType(const Schema &schema, const EntityType &type)
{
    if (schema.type(type.code))
        return Error::usage(Texts::tr("The code “%1” is taken.").arg(type.code), u"code"_s);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, pluralName(type));
    changes.update(u"entity_type"_s, type.id, {{u"deleted_at"_s, {}}});
    return changes;
}

ChangeSet planOrderTypes(const Schema &schema, const QList<qint64> &ids)
{
    ChangeSet changes = ChangeSet::of(ActKinds::schema, {});
    qint64 position = 0;
    for (const qint64 id : ids) {
        const EntityType *type = schema.type(id);
        if (type && type->position != ++position)
            changes.update(u"entity_type"_s, id, {{u"position"_s, position}});
    }
    return changes;
}

QList<EntityType> deletedTypes(const Schema &schema)
{
    QList<EntityType> deleted;
    for (const EntityType &type : schema.allTypes()) {
        if (type.hidden && type.isItem && !isOfProgram(type) && schema.field(type.id, Codes::title))
            deleted << type;
    }
    return deleted;
}

} // namespace Kartoteka
