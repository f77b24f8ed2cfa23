// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that the office makes itself, and values of lists.
#include "app/cli/definitions.h"

#include "core/base/fold.h"
#include "core/base/uid.h"
#include "core/definitions/field_acts.h"
#include "core/definitions/field_conversion.h"
#include "core/definitions/usage.h"
#include "core/schema/builtin_names.h"
#include "core/schema/number_patterns.h"

#include <QJsonArray>

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

Result<void> setProperty(const Schema &schema, qint64 typeId, FieldSettings &settings, const QString &name,
                         const QString &value)
{
    if (name == u"name")
        settings.name = value;
    else if (name == u"code")
        settings.code = value;
    else if (name == u"default")
        settings.defaultValue = value;
    else if (name == u"unique")
        settings.uniqueness = value == u"no" ? QString() : value;
    else if (name == u"hint")
        settings.help = value;
    else if (name == u"required")
        return take(value, settings.required);
    else if (name == u"timeline")
        return take(value, settings.significant);
    else if (name == u"tab")
        return take(value, settings.asTab);
    else if (name == u"section") {
        settings.section = 0;
        for (const Section &section : schema.sections(typeId)) {
            if (section.code == value || fold(displayName(section)) == fold(value))
                settings.section = section.id;
        }
        if (settings.section == 0 && !value.isEmpty())
            return Error::usage(Texts::tr("There is no section “%1”.").arg(value));
    } else {
        return Error::usage(
            Texts::tr("A field has no property “%1”; it has name, code, required, default, unique, hint, timeline, "
                      "tab and section.")
                .arg(name));
    }
    return {};
}

/// The list field that --values-from names: "lead.source".
Result<qint64> dictionaryOf(const Session &session)
{
    const QString path = session.arguments.value(u"--values-from"_s);
    if (path.isEmpty())
        return qint64(0);
    const EntityType *type = session.schema().type(path.section(u'.', 0, 0));
    const Field *field = type ? findField(session.schema(), type->id, path.section(u'.', 1)) : nullptr;
    return field ? Result<qint64>(field->id)
                 : Result<qint64>(Error::usage(Texts::tr("There is no field “%1”; name it as TYPE.FIELD.").arg(path)));
}

Result<FieldType> typeOfField(const Session &session)
{
    const QString name = session.arguments.value(u"--type"_s, u"string"_s);
    if (const auto type = fieldTypeFromName(name))
        return *type;
    QStringList names;
    for (const FieldType type : ownFieldTypes())
        names << fieldTypeName(type);
    return Error::usage(Texts::tr("There is no kind of field “%1”; there are %2.").arg(name, names.join(u", "_s)));
}

Result<NewField> newField(const Session &session, qint64 typeId)
{
    const Arguments &given = session.arguments;
    NewField field;
    auto kind = typeOfField(session);
    if (!kind)
        return kind.error();
    field.type = *kind;
    auto shared = dictionaryOf(session);
    if (!shared)
        return shared.error();
    field.valuesFrom = *shared;
    field.multiple = given.has(u"--multiple"_s);
    field.target = given.value(u"--target"_s);
    for (const QString &value : given.value(u"--values"_s).split(u',', Qt::SkipEmptyParts))
        field.listValues << value.trimmed();
    static const QList<QPair<QString, QString>> options{{u"--name"_s, u"name"_s},       {u"--required"_s, u"required"_s},
                                                        {u"--default"_s, u"default"_s}, {u"--unique"_s, u"unique"_s},
                                                        {u"--hint"_s, u"hint"_s},       {u"--timeline"_s, u"timeline"_s},
                                                        {u"--tab"_s, u"tab"_s},         {u"--section"_s, u"section"_s}};
    for (const auto &[option, property] : options) {
        if (!given.has(option))
            continue;
        if (auto done = setProperty(session.schema(), typeId, field, property, given.value(option)); !done)
            return done.error();
    }
    return field;
}

/// As a file knows a field now; empty when it has none.
QJsonObject fieldJson(const Schema &schema, qint64 typeId, const QString &code)
{
    const Field *field = schema.field(typeId, code);
    if (!field)
        return {};
    return {{u"type"_s, schema.type(typeId)->code},
            {u"code"_s, field->code},
            {u"id"_s, QString::number(field->id)},
            {u"uid"_s, uidText(field->uid)}};
}

int runFieldAdd(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto type = line.type(0);
    if (!type)
        return session.output.fail(type.error());
    auto field = newField(line, type->id);
    if (!field)
        return session.output.fail(field.error());
    field->code = rest.words.value(1);
    if (field->name.isEmpty())
        field->name = field->code;
    auto done = commit(session, planAddField(session.schema(), *type, *field));
    return tell(session, done, Texts::tr("Field added: %1").arg(type->code + u'.' + field->code),
                fieldJson(session.schema(), type->id, field->code));
}

int runFieldSet(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto field = fieldAt(line);
    if (!field)
        return session.output.fail(field.error());
    FieldSettings settings = settingsOf(*field);
    auto done = takeProperties(line, 2, [&](const QString &name, const QString &value) {
        return setProperty(line.schema(), field->typeId, settings, name, value);
    });
    if (done)
        done = commit(session, planEditField(session.schema(), *field, settings));
    return tell(session, done, Texts::tr("Field changed: %1").arg(settings.code),
                fieldJson(session.schema(), field->typeId, settings.code));
}

int runFieldUses(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto field = fieldAt(line);
    if (!field)
        return session.output.fail(field.error());
    auto uses = usesOf(session.reader(), *field);
    if (!uses)
        return session.output.fail(uses.error());
    for (const QString &use : std::as_const(*uses))
        session.output.line(use);
    if (uses->isEmpty())
        session.output.line(Texts::tr("nowhere else"));
    session.output.document(QJsonArray::fromStringList(*uses));
    return 0;
}

int runFieldDelete(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto field = fieldAt(line);
    if (!field)
        return session.output.fail(field.error());
    auto uses = usesOf(session.reader(), *field);
    if (!uses)
        return session.output.fail(uses.error());
    auto done = commit(session, planDeleteField(session.schema(), *field, session.store.clock().now()));
    for (const QString &use : done ? *uses : QStringList())
        session.output.remark(Texts::tr("It was used by %1.").arg(use));
    return tell(session, done,
                Texts::tr("Field deleted: %1. Its values stay; “field restore” brings it back.").arg(field->code),
                {{u"code"_s, field->code}, {u"uses"_s, QJsonArray::fromStringList(*uses)}});
}

int runFieldRestore(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto type = line.type(0);
    if (!type)
        return session.output.fail(type.error());
    const QString code = rest.words.value(1);
    const QList<Field> hidden = session.schema().hiddenFields(type->id);
    const auto field = std::ranges::find(hidden, code, &Field::code);
    if (field == hidden.end())
        return session.output.fail(Error::usage(Texts::tr("No field “%1” was deleted.").arg(code)));
    auto done = commit(session, planRestoreField(session.schema(), *field));
    return tell(session, done, Texts::tr("Field restored: %1").arg(code), fieldJson(session.schema(), type->id, code));
}

int runFieldConvert(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto field = fieldAt(line);
    auto kind = typeOfField(session);
    if (!field || !kind)
        return session.output.fail(field ? kind.error() : field.error());
    const FieldConversion wanted{.type = *kind,
                                 .target = rest.value(u"--target"_s),
                                 .multiple = rest.has(u"--multiple"_s) ? std::optional(true) : std::nullopt};
    auto report = convertField(session.store, *field, wanted);
    QCoreApplication::sendPostedEvents(&session.store);
    if (!report)
        return session.output.fail(report.error());
    for (const BulkSkipped &one : std::as_const(report->skipped))
        session.output.remark(u"%1 %2: %3"_s.arg(numberSign(), session.number(one.item), one.why.message));
    return tell(session, {},
                Texts::tr("%1: values converted: %2; not fitting, kept in the old, deleted field: %3.")
                    .arg(field->code)
                    .arg(report->done)
                    .arg(report->skippedInAll),
                {{u"code"_s, field->code}, {u"converted"_s, report->done}, {u"misfits"_s, report->skippedInAll}});
}

} // namespace

QList<Verb> fieldVerbs()
{
    const Option name{u"--name"_s, u"NAME"_s};
    const Option colour{u"--colour"_s, u"#RRGGBB"_s};
    const Option kind{u"--type"_s, u"KIND"_s};
    const Option target{u"--target"_s, u"TYPE"_s};
    return {{u"field add"_s,
             u"TYPE CODE"_s,
             2,
             2,
             {kind,
              name,
              {u"--values"_s, u"A,B"_s},
              {u"--values-from"_s, u"TYPE.FIELD"_s},
              target,
              {u"--multiple"_s},
              {u"--required"_s, u"yes|no"_s, true},
              {u"--default"_s, u"VALUE"_s},
              {u"--unique"_s, u"warn|refuse"_s},
              {u"--hint"_s, u"TEXT"_s},
              {u"--timeline"_s, u"yes|no"_s},
              {u"--tab"_s, u"yes|no"_s, true},
              {u"--section"_s, u"NAME"_s}},
             QT_TRANSLATE_NOOP("Kartoteka", "make a field of a type"),
             runFieldAdd},
            {u"field set"_s,
             u"TYPE FIELD PROPERTY=VALUE…"_s,
             3,
             -1,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "change what a field is like"),
             runFieldSet},
            {u"field uses"_s,
             u"TYPE FIELD"_s,
             2,
             2,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "what names a field: rules, filters, conversions, defaults"),
             runFieldUses},
            {u"field delete"_s,
             u"TYPE FIELD"_s,
             2,
             2,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "hide a field; its values stay"),
             runFieldDelete},
            {u"field restore"_s,
             u"TYPE FIELD"_s,
             2,
             2,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "bring a deleted field back"),
             runFieldRestore},
            {u"field convert"_s,
             u"TYPE FIELD"_s,
             2,
             2,
             {kind, target, {u"--multiple"_s}},
             QT_TRANSLATE_NOOP("Kartoteka", "make a field of another kind of it and take its values over"),
             runFieldConvert}};
}

} // namespace Kartoteka::Cli
