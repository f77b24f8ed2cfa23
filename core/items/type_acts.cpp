// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/type_acts.h"

#include "core/base/texts.h"
#include "core/schema/codes.h"

#include <QRegularExpression>

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
               << SystemField{.code = Codes::stage, .type = FieldType::Stage, .indexed = true, .significant = true}
               << SystemField{.code = Codes::amount, .type = FieldType::Money, .indexed = true, .significant = true};
    }
    fields << SystemField{.code = Codes::responsible,
                          .type = FieldType::User,
                          .required = true,
                          .indexed = true,
                          .significant = true}
           << SystemField{.code = Codes::observers, .type = FieldType::User, .multiple = true};
    if (type.hasClient) {
        for (const QString &client : {u"contact"_s, u"company"_s})
            fields << SystemField{.code = u"client_"_s + client,
                                  .type = FieldType::Link,
                                  .indexed = true,
                                  .significant = true,
                                  .target = client};
    }
    if (type.hasStages)
        fields << SystemField{.code = Codes::outcomeComment, .type = FieldType::Text, .significant = true};
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

Result<void> checkCode(const QString &code)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_]{0,40}$"_s);
    if (pattern.match(code).hasMatch())
        return {};
    return Error{ErrorCode::Usage,
                 Texts::tr("“%1” cannot be a code: a code is of small latin letters, digits and underscores.").arg(code),
                 {},
                 {}};
}

Error taken(const QString &code)
{
    return {ErrorCode::Usage, Texts::tr("The code “%1” is taken.").arg(code), {}, {}};
}

} // namespace

Result<ChangeSet> planAddField(const Schema &schema, const EntityType &type, const NewField &field)
{
    if (auto ok = checkCode(field.code); !ok)
        return ok.error();
    if (schema.field(type.id, field.code))
        return taken(field.code);
    const Field *shared = schema.field(field.valuesFrom);
    const bool isList = field.type == FieldType::List;
    if (field.valuesFrom != 0 && (!isList || !shared || shared->type != FieldType::List))
        return Error{ErrorCode::Usage, Texts::tr("Only a list can share its values, and only with a list."), {}, {}};
    if (isList && !shared && field.listValues.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("A list needs at least one value."), {}, {}};
    ChangeSet changes;
    changes.kind = u"schema"_s;
    changes.subject = field.name;
    const QList<Section> sections = schema.sections(type.id);
    const QUuid uid = changes.create(u"field"_s,
                                     {{u"entity_type"_s, type.id},
                                      {u"code"_s, field.code},
                                      {u"name"_s, field.name},
                                      {u"type"_s, fieldTypeName(field.type)},
                                      {u"multiple"_s, field.multiple},
                                      {u"required"_s, field.required},
                                      {u"indexed"_s, !field.multiple && !holdsTexts(field.type)},
                                      {u"editable"_s, true},
                                      {u"significant"_s, true},
                                      {u"target"_s, textValue(field.target)},
                                      {u"values_from"_s, shared ? Value(schema.dictionary(shared->id)) : Value()},
                                      {u"section"_s, sections.isEmpty() ? Value() : Value(sections.first().id)},
                                      {u"position"_s, qint64(schema.fields(type.id).size() + 1)}});
    for (qsizetype i = 0; i < field.listValues.size(); ++i) {
        changes.create(u"list_value"_s,
                       {{u"field"_s, shared ? Value(schema.dictionary(shared->id)) : QVariant::fromValue(uid)},
                        {u"code"_s, u"value_%1"_s.arg(i + 1)},
                        {u"name"_s, field.listValues[i]},
                        {u"position"_s, qint64(i + 1)}});
    }
    return changes;
}

Result<ChangeSet> planAddType(const Schema &schema, const NewType &type)
{
    if (auto ok = checkCode(type.code); !ok)
        return ok.error();
    if (schema.type(type.code))
        return taken(type.code);
    ChangeSet changes;
    changes.kind = u"schema"_s;
    changes.subject = type.name;
    const QUuid uid = changes.create(u"entity_type"_s,
                                     {{u"code"_s, type.code},
                                      {u"name"_s, type.name},
                                      {u"icon"_s, type.icon},
                                      {u"position"_s, qint64(schema.types().size() + 1)},
                                      {u"is_item"_s, true},
                                      {u"has_stages"_s, type.hasStages},
                                      {u"has_pipelines"_s, type.hasPipelines},
                                      {u"has_client"_s, type.hasClient},
                                      {u"has_activities"_s, true}});
    const Value owner = QVariant::fromValue(uid);
    const QUuid section = changes.create(u"section"_s,
                                         {{u"entity_type"_s, owner}, {u"code"_s, u"main"_s}, {u"position"_s, qint64(1)}});
    qint64 position = 0;
    for (const SystemField &field : systemFields(type)) {
        changes.create(u"field"_s,
                       {{u"entity_type"_s, owner},
                        {u"code"_s, field.code},
                        {u"type"_s, fieldTypeName(field.type)},
                        {u"multiple"_s, field.multiple},
                        {u"required"_s, field.required},
                        {u"indexed"_s, field.indexed},
                        {u"system"_s, true},
                        {u"editable"_s, field.editable},
                        {u"significant"_s, field.significant},
                        {u"target"_s, textValue(field.target)},
                        {u"section"_s, field.onCard ? QVariant::fromValue(section) : Value()},
                        {u"position"_s, ++position}});
    }
    if (!type.hasStages)
        return changes;
    const QUuid pipeline = changes.create(
        u"pipeline"_s,
        {{u"entity_type"_s, owner}, {u"code"_s, u"general"_s}, {u"position"_s, qint64(1)}, {u"is_default"_s, true}});
    const auto addStage = [&](const QString &code, const QString &colour, StageGroup group, qint64 at) {
        changes.create(u"stage"_s,
                       {{u"pipeline"_s, QVariant::fromValue(pipeline)},
                        {u"code"_s, code},
                        {u"colour"_s, colour},
                        {u"stage_group"_s, stageGroupName(group)},
                        {u"position"_s, at}});
    };
    addStage(u"new"_s, u"#2F6BFF"_s, StageGroup::InProgress, 1);
    addStage(u"in_progress"_s, u"#14A3C7"_s, StageGroup::InProgress, 2);
    addStage(u"won"_s, u"#1F9D61"_s, StageGroup::Won, 3);
    addStage(u"lost"_s, u"#D6403A"_s, StageGroup::Lost, 4);
    return changes;
}

} // namespace Kartoteka
