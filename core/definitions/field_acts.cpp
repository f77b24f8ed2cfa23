// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/field_acts.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/definitions/code_names.h"
#include "core/items/inherited_values.h"
#include "core/items/item_defaults.h"
#include "core/items/value_parse.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/code_ending.h"
#include "core/schema/codes.h"
#include "core/schema/limits.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype longestHelp = 2000;

/// Columns of the file that a field needs. Some hold a key to search by, or a currency, beside the value.
qint64 columnsOf(const Field &field)
{
    if (field.multiple || holdsTexts(field.type))
        return 0;
    const bool isTwo = field.type == FieldType::String || field.type == FieldType::Text || field.type == FieldType::Address
        || field.type == FieldType::Money || (field.type == FieldType::Link && field.target.isEmpty());
    return isTwo ? 2 : 1;
}

Result<void> requireRoom(const Schema &schema, const EntityType &type, const Field &added)
{
    const QList<Field> all = schema.fields(type.id) + schema.hiddenFields(type.id);
    qint64 columns = columnsOf(added);
    for (const Field &field : all)
        columns += columnsOf(field);
    constexpr qint64 ofEveryItem = 10; // number, rank and the like
    if (columns + ofEveryItem <= mostColumns)
        return {};
    return Error::usage(
        Texts::tr("“%1” has %n field(s), deleted ones included; it cannot have more.", nullptr, int(all.size()))
            .arg(displayName(type)),
        u"type"_s);
}

/// Settings as they are kept; @p field: what they are said of, with its code and type.
Result<FieldSettings> checked(const Schema &schema, const Field &field, FieldSettings settings)
{
    auto name = definitionName(settings.name);
    if (!name)
        return name.error();
    settings.name = *name;
    if (settings.code != field.code || field.id == 0) {
        if (field.system)
            return Error::usage(
                Texts::tr("The program relies on the code of “%1”: it cannot be changed.").arg(displayName(field)),
                u"code"_s);
        if (auto done = checkFieldCode(schema, field.typeId, settings.code, field.id); !done)
            return done.error();
    }
    settings.help = settings.help.trimmed();
    if (settings.help.size() > longestHelp)
        return Error::usage(Texts::tr("The hint has more than %1 characters.").arg(longestHelp), u"help"_s);
    if (!settings.uniqueness.isEmpty() && settings.uniqueness != u"warn" && settings.uniqueness != u"refuse")
        return Error::usage(Texts::tr("Uniqueness is “warn”, “refuse” or nothing."), u"uniqueness"_s);
    if (!settings.uniqueness.isEmpty() && !canBeUnique(field))
        return Error::usage(Texts::tr("A field of this kind cannot be unique."), u"uniqueness"_s);
    settings.defaultValue = settings.defaultValue.trimmed();
    if (auto done = checkDefault(schema, field, settings.defaultValue); !done)
        return done.error();
    Field begun = field;
    begun.defaultValue = settings.defaultValue;
    if (const FieldPath taken = inheritedFrom(schema, begun))
        settings.defaultValue = inheritingDefault(taken);
    if (settings.asTab && field.type != FieldType::Link)
        return Error::usage(Texts::tr("Only a link can be a tab."), u"as_tab"_s);
    return settings;
}

QList<FieldValue> valuesOf(const FieldSettings &settings)
{
    return {{u"code"_s, settings.code},
            {u"name"_s, textValue(settings.name)},
            {u"required"_s, settings.required},
            {u"significant"_s, settings.significant},
            {u"default_value"_s, textValue(settings.defaultValue)},
            {u"uniqueness"_s, textValue(settings.uniqueness)},
            {u"help"_s, textValue(settings.help)},
            {u"as_tab"_s, settings.asTab},
            {u"section"_s, settings.section == 0 ? Value() : Value(settings.section)}};
}

qint64 lastPosition(const QList<Field> &fields)
{
    qint64 last = 0;
    for (const Field &field : fields)
        last = qMax(last, qint64(field.position));
    return last;
}

} // namespace

const QList<FieldType> &ownFieldTypes()
{
    static const QList<FieldType> types{
        FieldType::String, FieldType::Text,     FieldType::Integer, FieldType::Number,  FieldType::Money, FieldType::Boolean,
        FieldType::Date,   FieldType::DateTime, FieldType::List,    FieldType::Link,    FieldType::User,  FieldType::File,
        FieldType::Url,    FieldType::Phone,    FieldType::Email,   FieldType::Address, FieldType::Tags};
    return types;
}

bool canBeMultiple(FieldType type)
{
    return type == FieldType::List || type == FieldType::Link || type == FieldType::User;
}

bool canBeUnique(const Field &field)
{
    switch (field.type) {
    case FieldType::String:
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Address: return field.editable;
    case FieldType::Phone:
    case FieldType::Email:
    case FieldType::Url: return field.editable;
    case FieldType::Link: return field.editable && !field.multiple && !field.target.isEmpty();
    default: return false;
    }
}

FieldSettings settingsOf(const Field &field)
{
    return {.code = field.code,
            .name = displayName(field),
            .required = field.required,
            .defaultValue = field.defaultValue,
            .uniqueness = field.uniqueness,
            .help = field.help,
            .significant = field.significant,
            .asTab = field.asTab,
            .section = field.section};
}

Result<ChangeSet> planAddField(const Schema &schema, const EntityType &type, const NewField &wanted)
{
    Field field;
    field.typeId = type.id;
    field.code = wanted.code;
    field.type = wanted.type;
    field.multiple = wanted.multiple;
    field.target = wanted.target;
    if (!ownFieldTypes().contains(wanted.type))
        return Error::usage(Texts::tr("Only the program can create fields of this kind."), u"type"_s);
    if (wanted.multiple && !canBeMultiple(wanted.type) && !holdsTexts(wanted.type))
        return Error::usage(Texts::tr("A field of this kind holds one value."), u"multiple"_s);
    if (!wanted.target.isEmpty() && (wanted.type != FieldType::Link || !schema.type(wanted.target)))
        return Error::usage(Texts::tr("There is no type “%1”.").arg(wanted.target), u"target"_s);
    const Field *shared = schema.field(wanted.valuesFrom);
    const bool isList = wanted.type == FieldType::List;
    if (wanted.valuesFrom != 0 && (!isList || !shared || shared->type != FieldType::List))
        return Error::usage(Texts::tr("Only a list can share its values, and only with a list."), u"values_from"_s);
    if (!isList && !wanted.listValues.isEmpty())
        return Error::usage(Texts::tr("Only a list has values to choose from."), u"values"_s);
    if (isList && !shared && wanted.listValues.isEmpty())
        return Error::usage(Texts::tr("A list needs at least one value."), u"values"_s);
    if (auto room = requireRoom(schema, type, field); !room)
        return room.error();
    // A choice of a list that does not stand yet cannot be the default of anything.
    auto settings = checked(schema, field, wanted);
    if (!settings)
        return settings.error();
    const QList<Section> sections = schema.sections(type.id);
    if (settings->section == 0 && !sections.isEmpty())
        settings->section = sections.first().id;
    ChangeSet changes = ChangeSet::of(ActKinds::schema, settings->name);
    QList<FieldValue> values = valuesOf(*settings);
    values << FieldValue{u"entity_type"_s, type.id} << FieldValue{u"type"_s, fieldTypeName(wanted.type)}
           << FieldValue{u"multiple"_s, wanted.multiple}
           << FieldValue{u"indexed"_s, !wanted.multiple && !holdsTexts(wanted.type)} << FieldValue{u"editable"_s, true}
           << FieldValue{u"target"_s, textValue(wanted.target)}
           << FieldValue{u"values_from"_s, shared ? Value(schema.dictionary(shared->id)) : Value()}
           << FieldValue{u"position"_s, lastPosition(schema.fields(type.id)) + 1};
    const QUuid uid = changes.create(u"field"_s, values);
    const Value owner = shared ? Value(schema.dictionary(shared->id)) : QVariant::fromValue(uid);
    const qsizetype known = shared ? schema.listValues(shared->id).size() : 0;
    QSet<QString> named;
    for (qsizetype i = 0; i < wanted.listValues.size(); ++i) {
        auto name = definitionName(wanted.listValues[i]);
        if (!name)
            return name.error();
        if (named.contains(fold(*name)) || (shared && findListValue(schema, *shared, *name) != 0))
            return Error::usage(Texts::tr("The list already has “%1”.").arg(*name), u"values"_s);
        named.insert(fold(*name));
        changes.create(u"list_value"_s,
                       {{u"field"_s, owner},
                        {u"code"_s, u"value_%1"_s.arg(known + i + 1)},
                        {u"name"_s, *name},
                        {u"position"_s, qint64(known + i + 1)}});
    }
    return changes;
}

Result<ChangeSet> planEditField(const Schema &schema, const Field &field, const FieldSettings &wanted)
{
    auto settings = checked(schema, field, wanted);
    if (!settings)
        return settings.error();
    const FieldSettings before = settingsOf(field);
    if (!field.editable && (settings->required || settings->defaultValue != before.defaultValue))
        return Error::usage(Texts::tr("“%1” is set by the program and cannot be changed.").arg(displayName(field)),
                            u"required"_s);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(field));
    const QList<FieldValue> old = valuesOf(before);
    QList<FieldValue> values = valuesOf(*settings);
    values.removeIf([&](const FieldValue &value) { return old.contains(value); });
    if (values.isEmpty())
        return changes;
    if (settings->code != field.code) {
        for (const Field &hidden : schema.hiddenFields(field.typeId)) {
            if (hidden.code == settings->code) // what was deleted keeps its values, but not its code
                changes.update(u"field"_s, hidden.id, {{u"code"_s, codeWithSuffix(hidden.code, hidden.uid)}});
        }
        QStringList former = field.formerCodes;
        former.removeAll(settings->code); // it is called so again
        values.append({u"former_codes"_s, (QStringList(former) << field.code).join(u',')});
    }
    changes.update(u"field"_s, field.id, values);
    return changes;
}

Result<ChangeSet> planDeleteField(const Schema &schema, const Field &field, qint64 nowMs)
{
    if (field.system)
        return Error::usage(Texts::tr("“%1” is built in: hide it on the card instead.").arg(displayName(field)), field.code);
    for (const EntityType &type : schema.types()) {
        for (const Field &other : schema.fields(type.id)) {
            if (other.id != field.id && other.valuesFrom == field.id)
                return Error::usage(
                    Texts::tr("The field “%1” of “%2” takes its values from it.").arg(displayName(other), pluralName(type)),
                    other.code);
        }
    }
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(field));
    changes.update(u"field"_s, field.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

Result<ChangeSet> planRestoreField(const Schema &schema, const Field &field)
{
    if (schema.field(field.typeId, field.code))
        return Error::usage(Texts::tr("The code “%1” is taken.").arg(field.code), u"code"_s);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(field));
    changes.update(u"field"_s, field.id, {{u"deleted_at"_s, {}}});
    return changes;
}

ChangeSet planOrderFields(const Schema &schema, const EntityType &type, const QList<SectionFields> &order)
{
    ChangeSet changes = ChangeSet::of(ActKinds::schema, pluralName(type));
    qint64 position = 0;
    for (const SectionFields &part : order) {
        for (const qint64 id : part.fields) {
            const Field *field = schema.field(id);
            if (!field || field->typeId != type.id)
                continue;
            QList<FieldValue> values;
            if (field->position != ++position)
                values.append({u"position"_s, position});
            if (field->section != part.section)
                values.append({u"section"_s, part.section == 0 ? Value() : Value(part.section)});
            if (!values.isEmpty())
                changes.update(u"field"_s, id, values);
        }
    }
    return changes;
}

Result<ChangeSet> planAddSection(const Schema &schema, const EntityType &type, const QString &typed)
{
    auto name = definitionName(typed);
    if (!name)
        return name.error();
    ChangeSet changes = ChangeSet::of(ActKinds::schema, *name);
    qint64 last = 0;
    for (const Section &section : schema.sections(type.id))
        last = qMax(last, qint64(section.position));
    const QUuid uid = makeUid();
    changes.create(u"section"_s,
                   {{u"entity_type"_s, type.id},
                    {u"code"_s, QString(u"section_"_s + uidText(uid).right(6))},
                    {u"name"_s, *name},
                    {u"position"_s, last + 1}},
                   uid);
    return changes;
}

Result<ChangeSet> planRenameSection(const Section &section, const QString &typed)
{
    auto name = definitionName(typed);
    if (!name)
        return name.error();
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(section));
    if (*name != displayName(section))
        changes.update(u"section"_s, section.id, {{u"name"_s, *name}});
    return changes;
}

Result<ChangeSet> planDeleteSection(const Schema &schema, const Section &section, qint64 nowMs)
{
    const QList<Section> all = schema.sections(section.typeId);
    const auto at = std::ranges::find(all, section.id, &Section::id);
    if (all.size() < 2 || at == all.end())
        return Error::usage(Texts::tr("A card needs at least one section."), u"section"_s);
    const qint64 heir = at == all.begin() ? (at + 1)->id : (at - 1)->id;
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(section));
    for (const Field &field : schema.fields(section.typeId)) {
        if (field.section == section.id)
            changes.update(u"field"_s, field.id, {{u"section"_s, heir}});
    }
    changes.update(u"section"_s, section.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

} // namespace Kartoteka
