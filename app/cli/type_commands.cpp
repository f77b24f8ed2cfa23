// SPDX-License-Identifier: GPL-3.0-or-later
// Types that the office makes itself.
#include "app/cli/definitions.h"

#include "core/base/uid.h"
#include "core/definitions/definition_queries.h"
#include "core/definitions/numbering.h"
#include "core/definitions/stage_switch.h"
#include "core/definitions/type_acts.h"
#include "core/schema/builtin_names.h"

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

Result<void> setWith(NewType &type, const QString &words)
{
    type.hasClient = false;
    type.hasStages = false;
    type.hasPipelines = false;
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts)) {
        if (word == u"client")
            type.hasClient = true;
        else if (word == u"products")
            type.hasProducts = true;
        else if (word == u"stages" || word == u"pipelines")
            type.hasStages = true;
        else
            return Error::usage(
                Texts::tr("A type cannot be made with “%1”; there are stages, pipelines, client and products.").arg(word));
        type.hasPipelines = type.hasPipelines || word == u"pipelines";
    }
    return {};
}

Result<void> setProperty(TypeSettings &settings, const QString &name, const QString &value)
{
    if (name == u"name")
        settings.name = value;
    else if (name == u"plural")
        settings.plural = value;
    else if (name == u"icon")
        settings.icon = value;
    else if (name == u"colour")
        settings.colour = value;
    else if (name == u"title")
        settings.titlePattern = value;
    else if (name == u"listed")
        return take(value, settings.isListed);
    else if (name == u"converts_to")
        settings.convertsTo = value.split(u',', Qt::SkipEmptyParts);
    else if (name == u"stages")
        return take(value, settings.hasStages);
    else if (name == u"pipelines")
        return take(value, settings.hasPipelines);
    else if (name == u"client")
        return take(value, settings.hasClient);
    else if (name == u"products")
        return take(value, settings.hasProducts);
    else
        return Error::usage(
            Texts::tr("A type has no property “%1”; it has name, plural, icon, colour, title, number, listed, stages, "
                      "pipelines, client, products and converts_to.")
                .arg(name));
    return {};
}

/// As a file knows a type now; empty when it has none.
QJsonObject typeJson(const Schema &schema, const QString &code)
{
    const EntityType *type = schema.type(code);
    if (!type)
        return {};
    return {{u"code"_s, code},
            {u"name"_s, displayName(*type)},
            {u"id"_s, QString::number(type->id)},
            {u"uid"_s, uidText(type->uid)}};
}

int runTypeAdd(const Session &session)
{
    NewType type;
    const Arguments &given = session.arguments;
    type.code = given.words.value(1);
    type.name = given.value(u"--name"_s, type.code);
    type.plural = given.value(u"--plural"_s);
    type.icon = given.value(u"--icon"_s, u"list"_s);
    type.colour = given.value(u"--colour"_s);
    type.titlePattern = given.value(u"--title"_s);
    type.stages = given.value(u"--stages"_s);
    if (given.has(u"--with"_s)) {
        if (auto done = setWith(type, given.value(u"--with"_s)); !done)
            return session.output.fail(done.error());
        type.hasStages = type.hasStages || !type.stages.isEmpty();
    }
    for (const QString &target : given.value(u"--belongs-to"_s).split(u',', Qt::SkipEmptyParts))
        type.links.append({target, true});
    auto changes = planAddType(session.schema(), type);
    if (changes && given.has(u"--number"_s)) {
        EntityType made;
        made.uid = changes->changes.constFirst().uid;
        auto numbers = planNumberPattern(made, given.value(u"--number"_s));
        if (!numbers)
            return session.output.fail(numbers.error());
        changes->changes << numbers->changes;
    }
    auto done = commit(session, changes);
    return tell(session, done, Texts::tr("Type added: %1").arg(type.code), typeJson(session.schema(), type.code));
}

/// One act, whatever of it was named.
Result<void> editType(const Session &session, const EntityType &type, const TypeSettings &settings,
                      const std::optional<QString> &number)
{
    if (bringsStages(type, settings)) {
        if (number)
            return Error::usage(Texts::tr("Stages are brought by an act of their own."));
        auto report = bringStages(session.store, type, settings);
        QCoreApplication::sendPostedEvents(&session.store);
        return report ? Result<void>() : Result<void>(report.error());
    }
    auto changes = planEditType(session.schema(), type, settings, session.store.clock().now());
    if (changes && number) {
        auto pattern = planNumberPattern(type, *number);
        if (!pattern)
            return pattern.error();
        changes->changes << pattern->changes;
    }
    return commit(session, changes);
}

int runTypeSet(const Session &session)
{
    auto type = session.type(1);
    if (!type)
        return session.output.fail(type.error());
    TypeSettings settings = settingsOf(*type);
    std::optional<QString> number;
    auto done = takeProperties(session, 2, [&](const QString &name, const QString &value) -> Result<void> {
        if (name != u"number")
            return setProperty(settings, name, value);
        number = value;
        return {};
    });
    if (done)
        done = editType(session, *type, settings, number);
    return tell(session, done, Texts::tr("Type changed: %1").arg(type->code), typeJson(session.schema(), type->code));
}

int runTypeReasons(const Session &session)
{
    auto type = session.type(1);
    if (!type)
        return session.output.fail(type.error());
    auto done = commit(session, planAddReasons(session.schema(), *type, session.store.clock().now()));
    return tell(session, done, Texts::tr("Type changed: %1").arg(type->code), typeJson(session.schema(), type->code));
}

int runTypeDelete(const Session &session)
{
    auto type = session.type(1);
    if (!type)
        return session.output.fail(type.error());
    auto items = countItems(session.reader(), *type);
    if (!items)
        return session.output.fail(items.error());
    return tell(
        session, commit(session, planDeleteType(*type, session.store.clock().now())),
        Texts::tr("Type deleted: %1, with %n item(s). “type restore” brings it back.", nullptr, int(*items)).arg(type->code),
        {{u"code"_s, type->code}, {u"items"_s, *items}});
}

int runTypeRestore(const Session &session)
{
    const QString code = session.arguments.words.value(1);
    const QList<EntityType> deleted = deletedTypes(session.schema());
    const auto type = std::ranges::find(deleted, code, &EntityType::code);
    if (type == deleted.end())
        return session.output.fail(Error::usage(Texts::tr("No type “%1” was deleted.").arg(code)));
    return tell(session, commit(session, planRestoreType(session.schema(), *type)), Texts::tr("Type restored: %1").arg(code),
                {{u"code"_s, code}});
}

} // namespace

QList<Verb> typeVerbs()
{
    const Option name{u"--name"_s, u"NAME"_s};
    const Option colour{u"--colour"_s, u"#RRGGBB"_s};
    return {{u"type add"_s,
             u"CODE"_s,
             1,
             1,
             {name,
              {u"--plural"_s, u"NAME"_s},
              {u"--icon"_s, u"ICON"_s},
              colour,
              {u"--title"_s, u"PATTERN"_s},
              {u"--number"_s, u"PATTERN"_s},
              {u"--stages"_s, u"TEMPLATE"_s},
              {u"--with"_s, u"stages,pipelines,client,products"_s},
              {u"--belongs-to"_s, u"TYPE,TYPE"_s}},
             QT_TRANSLATE_NOOP("Kartoteka", "make a type of items of the office's own"),
             runTypeAdd},
            {u"type set"_s,
             u"CODE PROPERTY=VALUE…"_s,
             2,
             -1,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "change what a type is like"),
             runTypeSet},
            {u"type reasons"_s,
             u"CODE"_s,
             1,
             1,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "add the reasons of loss to a type with stages that has none"),
             runTypeReasons},
            {u"type delete"_s,
             u"CODE"_s,
             1,
             1,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "hide a type with all its items"),
             runTypeDelete},
            {u"type restore"_s,
             u"CODE"_s,
             1,
             1,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "bring a deleted type back"),
             runTypeRestore}};
}

} // namespace Kartoteka::Cli
