// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/list_acts.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/definitions/code_names.h"
#include "core/definitions/definition_queries.h"
#include "core/items/value_parse.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/list_values.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Kartoteka {

namespace {

Result<void> checkColour(const QString &colour)
{
    static const QRegularExpression pattern(u"^#[0-9a-fA-F]{6}$"_s);
    if (colour.isEmpty() || pattern.match(colour).hasMatch())
        return {};
    return Error::usage(Texts::tr("“%1” is not a colour: write it as #rrggbb.").arg(colour.left(20)), u"colour"_s);
}

} // namespace

QList<Field> dictionaries(const Schema &schema)
{
    QList<Field> owners;
    for (const EntityType &type : schema.types()) {
        for (const Field &field : schema.fields(type.id)) {
            if (field.type == FieldType::List && schema.dictionary(field.id) == field.id)
                owners << field;
        }
    }
    return owners;
}

QList<Field> usersOf(const Schema &schema, qint64 dictionary)
{
    QList<Field> users;
    for (const EntityType &type : schema.types()) {
        for (const Field &field : schema.fields(type.id)) {
            if (field.type == FieldType::List && schema.dictionary(field.id) == dictionary)
                users << field;
        }
    }
    return users;
}

Result<ChangeSet> planAddListValue(const Schema &schema, const Field &field, const QString &typed, const QString &colour)
{
    auto name = definitionName(typed);
    if (!name)
        return name.error();
    if (auto done = checkColour(colour); !done)
        return done.error();
    if (field.type != FieldType::List)
        return Error::usage(Texts::tr("Only a list has values to choose from."), u"field"_s);
    if (findListValue(schema, field, *name) != 0)
        return Error::usage(Texts::tr("The list already has “%1”.").arg(*name), u"name"_s);
    QStringList codes;
    qint64 last = 0;
    for (const ListValue &value : schema.listValues(field.id)) {
        codes << value.code;
        last = qMax(last, qint64(value.position));
    }
    const QUuid uid = makeUid();
    QString code = codeOfName(*name);
    if (code.isEmpty() || codes.contains(code))
        code = u"value_"_s + uidText(uid).right(6);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, *name);
    changes.create(u"list_value"_s,
                   {{u"field"_s, schema.dictionary(field.id)},
                    {u"code"_s, code},
                    {u"name"_s, *name},
                    {u"colour"_s, textValue(colour)},
                    {u"position"_s, last + 1}},
                   uid);
    return changes;
}

Result<ChangeSet> planEditListValue(const Schema &schema, const ListValue &value, const QString &typed,
                                    const QString &colour)
{
    auto name = definitionName(typed);
    if (!name)
        return name.error();
    if (auto done = checkColour(colour); !done)
        return done.error();
    const QString before = displayName(schema, value);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, before);
    QList<FieldValue> values;
    if (*name != before) {
        const Field *field = schema.field(value.field);
        const qint64 other = field ? findListValue(schema, *field, *name) : 0;
        if (other != 0 && other != value.id)
            return Error::usage(Texts::tr("The list already has “%1”: merge the two instead.").arg(*name), u"name"_s);
        values.append({u"name"_s, *name});
    }
    if (colour.compare(value.colour, Qt::CaseInsensitive) != 0)
        values.append({u"colour"_s, textValue(colour)});
    if (!values.isEmpty())
        changes.update(u"list_value"_s, value.id, values);
    return changes;
}

ChangeSet planOrderListValues(const Schema &schema, const Field &field, const QList<qint64> &ids)
{
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(field));
    qint64 position = 0;
    for (const qint64 id : ids) {
        const ListValue *value = schema.listValue(id);
        if (!value || value->id != id || value->field != schema.dictionary(field.id))
            continue;
        if (value->position != ++position)
            changes.update(u"list_value"_s, id, {{u"position"_s, position}});
    }
    return changes;
}

Result<ChangeSet> planMergeListValues(const Schema &schema, const ListValue &from, const ListValue &into)
{
    if (from.id == into.id || from.field != into.field)
        return Error::usage(Texts::tr("Only values of the same list can be merged."), u"value"_s);
    ChangeSet changes = ChangeSet::of(
        ActKinds::schema,
        Texts::tr("%1 → %2", "values of a list that are merged").arg(displayName(schema, from), displayName(schema, into)));
    changes.update(u"list_value"_s, from.id, {{u"merged_into"_s, into.id}});
    return changes;
}

QList<ListValue> twinValues(const Schema &schema, const Field &field)
{
    QSet<QString> names;
    QList<ListValue> twins;
    for (const ListValue &value : schema.listValues(field.id)) {
        const QString name = fold(displayName(schema, value));
        if (names.contains(name))
            twins << value;
        names.insert(name);
    }
    return twins;
}

ChangeSet planMergeTwins(const Schema &schema, const Field &field)
{
    const QList<ListValue> values = schema.listValues(field.id);
    const QList<ListValue> twins = twinValues(schema, field);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(field));
    for (const ListValue &twin : twins) {
        const auto first = std::ranges::find_if(values, [&](const ListValue &value) {
            return fold(displayName(schema, value)) == fold(displayName(schema, twin));
        });
        if (auto merged = planMergeListValues(schema, twin, *first))
            changes.changes << merged->changes;
    }
    return changes;
}

Result<ChangeSet> planDeleteListValue(const Schema &schema, const ListValue &value, qint64 nowMs)
{
    if (schema.listValues(value.field).size() < 2)
        return Error::usage(Texts::tr("A list needs at least one value."), u"value"_s);
    ChangeSet changes = ChangeSet::of(ActKinds::schema, displayName(schema, value));
    changes.update(u"list_value"_s, value.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

Result<qint64> countUses(const ReadContext &context, qint64 value)
{
    const Schema &schema = *context.schema;
    const ListValue *one = schema.listValue(value);
    if (!one)
        return qint64(0);
    const QList<qint64> held = heldIds(schema, one->id);
    qint64 uses = 0;
    for (const Field &field : usersOf(schema, one->field)) {
        auto holders = countHolders(context, field, held);
        if (!holders)
            return holders.error();
        uses += *holders;
    }
    return uses;
}

} // namespace Kartoteka
