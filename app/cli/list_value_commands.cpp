// SPDX-License-Identifier: GPL-3.0-or-later
// Values of lists.
#include "app/cli/definitions.h"

#include "core/base/fold.h"
#include "core/base/uid.h"
#include "core/definitions/list_acts.h"
#include "core/definitions/usage.h"
#include "core/schema/builtin_names.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

Result<ListValue> valueCalled(const Schema &schema, const Field &field, const QString &name)
{
    const ListValue *value = schema.listValue(findListValue(schema, field, name));
    return value
        ? Result<ListValue>(*value)
        : Result<ListValue>(Error::usage(Texts::tr("The list “%1” has no value “%2”.").arg(displayName(field), name)));
}

struct NamedValue
{
    Field field;
    ListValue value;
};

/// What a type, a field and the word behind them name.
Result<NamedValue> valueAt(const Session &line)
{
    auto field = fieldAt(line);
    if (!field)
        return field.error();
    auto value = valueCalled(line.schema(), *field, line.arguments.words.value(2));
    return value ? Result<NamedValue>(NamedValue{*field, *value}) : Result<NamedValue>(value.error());
}

/// As a file knows a value of a list now; empty when it has none of that name.
QJsonObject valueJson(const Schema &schema, const Field &field, const QString &name)
{
    const ListValue *value = schema.listValue(findListValue(schema, field, name.simplified()));
    if (!value)
        return {};
    return {{u"field"_s, field.code},
            {u"value"_s, displayName(schema, *value)},
            {u"code"_s, value->code},
            {u"id"_s, QString::number(value->id)},
            {u"uid"_s, uidText(value->uid)}};
}

int runValueList(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto field = fieldAt(line);
    if (!field)
        return session.output.fail(field.error());
    if (field->type != FieldType::List)
        return session.output.fail(Error::usage(Texts::tr("“%1” is no list.").arg(displayName(*field))));
    const Schema &schema = session.schema();
    QJsonArray array;
    QList<QStringList> rows;
    for (const ListValue &value : schema.listValues(field->id)) {
        auto uses = countUses(session.reader(), value.id);
        if (!uses)
            return session.output.fail(uses.error());
        const QString name = displayName(schema, value);
        array.append(
            QJsonObject{{u"code"_s, value.code}, {u"name"_s, name}, {u"colour"_s, value.colour}, {u"items"_s, *uses}});
        rows.append({value.code, name, value.colour, QString::number(*uses)});
    }
    session.output.table({Texts::tr("Code"), Texts::tr("Name"), Texts::tr("Colour"), Texts::tr("Items")}, rows);
    session.output.document(array);
    return 0;
}

int runValueAdd(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto field = fieldAt(line);
    if (!field)
        return session.output.fail(field.error());
    const QString name = rest.words.value(2);
    auto done = commit(session, planAddListValue(session.schema(), *field, name, rest.value(u"--colour"_s)));
    return tell(session, done, Texts::tr("Value added: %1").arg(name), valueJson(session.schema(), *field, name));
}

/// The values of the list in the order in which they are to stand: @p value behind the one that --after names, or first.
Result<QList<qint64>> ordered(const Session &line, const Field &field, qint64 value)
{
    QList<qint64> ids;
    for (const ListValue &one : line.schema().listValues(field.id)) {
        if (one.id != value)
            ids << one.id;
    }
    qsizetype at = 0;
    if (line.arguments.has(u"--after"_s)) {
        auto before = valueCalled(line.schema(), field, line.arguments.value(u"--after"_s));
        if (!before)
            return before.error();
        if (before->id == value)
            return Error::usage(Texts::tr("A value cannot stand behind itself."));
        at = ids.indexOf(before->id) + 1;
    }
    ids.insert(at, value);
    return ids;
}

int runValueSet(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto at = valueAt(line);
    if (!at)
        return session.output.fail(at.error());
    const auto &[field, value] = *at;
    const Schema &schema = session.schema();
    if (rest.has(u"--after"_s) && rest.has(u"--first"_s))
        return session.output.fail(Error::usage(Texts::tr("Say either --after or --first.")));
    const QString wanted = rest.value(u"--name"_s, displayName(schema, value));
    auto changes = planEditListValue(schema, value, wanted, rest.value(u"--colour"_s, value.colour));
    if (changes && (rest.has(u"--after"_s) || rest.has(u"--first"_s))) {
        auto order = ordered(line, field, value.id);
        if (!order)
            return session.output.fail(order.error());
        changes->changes << planOrderListValues(schema, field, *order).changes;
    }
    auto done = commit(session, changes);
    return tell(session, done, Texts::tr("Value changed: %1").arg(wanted), valueJson(session.schema(), field, wanted));
}

/// What is told of a value that is no longer used, once it is so.
int tellUnused(const Session &session, const Result<void> &done, const QString &text, QJsonObject told,
               const QStringList &uses)
{
    if (done) {
        for (const QString &use : uses)
            session.output.remark(Texts::tr("It was used by %1.").arg(use));
    }
    told[u"uses"_s] = QJsonArray::fromStringList(uses);
    return tell(session, done, text, told);
}

/// @p into: the value that stands for it from then on.
int replace(const Session &session, const Field &field, const ListValue &value, const QString &into)
{
    const Schema &schema = session.schema();
    const QString name = displayName(schema, value);
    auto items = countUses(session.reader(), value.id);
    auto uses = usesOf(session.reader(), value);
    auto target = valueCalled(schema, field, into);
    if (!items || !uses || !target)
        return session.output.fail(!target ? target.error() : uses ? items.error() : uses.error());
    auto done = commit(session, planMergeListValues(schema, value, *target));
    QJsonObject told = valueJson(session.schema(), field, into); // the one that stands
    told[u"value"_s] = name;
    told[u"into"_s] = into;
    told[u"items"_s] = *items;
    return tellUnused(session, done, Texts::tr("%n item(s) with “%1” have “%2” now.", nullptr, int(*items)).arg(name, into),
                      told, *uses);
}

int runValueMerge(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto at = valueAt(line);
    if (!at)
        return session.output.fail(at.error());
    const auto &[field, value] = *at;
    const QString into = rest.words.value(3);
    const auto first = valueCalled(session.schema(), field, into);
    // Two seats have added the same: who names it twice means both.
    for (const ListValue &twin : twinValues(session.schema(), field)) {
        if (first && first->id == value.id && fold(displayName(session.schema(), twin)) == fold(into))
            return replace(session, field, twin, into);
    }
    return replace(session, field, value, into);
}

int runValueDelete(const Session &session)
{
    Arguments rest;
    const Session line = inner(session, rest);
    auto at = valueAt(line);
    if (!at)
        return session.output.fail(at.error());
    const auto &[field, value] = *at;
    if (rest.has(u"--into"_s))
        return replace(session, field, value, rest.value(u"--into"_s));
    const QString name = displayName(session.schema(), value);
    auto uses = usesOf(session.reader(), value);
    auto items = countUses(session.reader(), value.id);
    if (!uses || !items)
        return session.output.fail(uses ? items.error() : uses.error());
    if (*items > 0) {
        return session.output.fail(
            {ErrorCode::Refused,
             Texts::tr("%n item(s) have “%1”: say with --into which value they are to have instead.", nullptr, int(*items))
                 .arg(name),
             {},
             u"into"_s});
    }
    return tellUnused(session, commit(session, planDeleteListValue(session.schema(), value, session.store.clock().now())),
                      Texts::tr("Value deleted: %1").arg(name), {{u"field"_s, field.code}, {u"value"_s, name}}, *uses);
}

} // namespace

QList<Verb> listValueVerbs()
{
    const Option name{u"--name"_s, u"NAME"_s};
    const Option colour{u"--colour"_s, u"#RRGGBB"_s};
    return {{u"list-value list"_s,
             u"TYPE FIELD"_s,
             2,
             2,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "values of a list, and how many items have each"),
             runValueList},
            {u"list-value add"_s,
             u"TYPE FIELD NAME"_s,
             3,
             3,
             {colour},
             QT_TRANSLATE_NOOP("Kartoteka", "add a value to a list"),
             runValueAdd},
            {u"list-value set"_s,
             u"TYPE FIELD VALUE"_s,
             3,
             3,
             {name, colour, {u"--after"_s, u"VALUE"_s}, {u"--first"_s}},
             QT_TRANSLATE_NOOP("Kartoteka", "name, colour and place of a value of a list"),
             runValueSet},
            {u"list-value merge"_s,
             u"TYPE FIELD VALUE INTO"_s,
             4,
             4,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "what has the first value has the second one from then on"),
             runValueMerge},
            {u"list-value delete"_s,
             u"TYPE FIELD VALUE"_s,
             3,
             3,
             {{u"--into"_s, u"VALUE"_s}},
             QT_TRANSLATE_NOOP("Kartoteka", "delete a value of a list; what has it gets another one"),
             runValueDelete}};
}

} // namespace Kartoteka::Cli
