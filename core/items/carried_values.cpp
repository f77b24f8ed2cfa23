// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/carried_values.h"

#include "core/base/fold.h"
#include "core/schema/builtin_names.h"
#include "core/schema/client_codes.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/roles.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Which fields go where under their own code.
QStringList carriedFields(TypeRole target)
{
    if (target == TypeRole::Person) {
        return {Codes::honorific, Codes::lastName, Codes::firstName,     Codes::middleName, Codes::birthDate,
                Codes::position,  Codes::source,   Codes::sourceDetails, Codes::comment,    Codes::address,
                Codes::phone,     Codes::email,    Codes::website,       Codes::messenger,  Codes::responsible,
                Codes::observers, Codes::tags};
    }
    if (target == TypeRole::Organisation)
        return {Codes::address, Codes::phone, Codes::email, Codes::website, Codes::source, Codes::responsible, Codes::tags};
    return {Codes::title,   Codes::amount,      Codes::amountAuto, Codes::source, Codes::sourceDetails, Codes::comment,
            Codes::address, Codes::responsible, Codes::observers,  Codes::tags,   Codes::contacts};
}

/// The choice of @p to that is the same as @p value of @p from: that of its name, of the program's own lists also that of its
/// code. 0: there is none.
qint64 sameChoice(const Schema &schema, const Field &from, const Field &to, qint64 value)
{
    const bool byCode = from.system && to.system; // those of the office's own lists are but numbered
    const ListValue *old = schema.listValue(value);
    const QList<ListValue> candidates = schema.listValues(to.id);
    for (const ListValue &candidate : candidates) {
        if (old
            && ((byCode && candidate.code == old->code)
                || fold(displayName(schema, candidate)) == fold(displayName(schema, *old))))
            return candidate.id;
    }
    return 0;
}

/// The target's field for a custom field: the same name and type.
const Field *twin(const Schema &schema, const Field &custom, qint64 targetType)
{
    for (const Field &field : schema.fields(targetType)) {
        if (!field.system && field.type != FieldType::File && field.type == custom.type && field.multiple == custom.multiple
            && fold(displayName(field)) == fold(displayName(custom)))
            return &field;
    }
    return nullptr;
}

} // namespace

Value takenOver(const Schema &schema, const Field &from, const Field &to, const Value &value)
{
    if (from.type != FieldType::List || !value.isValid() || schema.dictionary(from.id) == schema.dictionary(to.id))
        return value;
    if (!from.multiple) {
        const qint64 same = sameChoice(schema, from, to, value.toLongLong());
        return same == 0 ? Value() : Value(same);
    }
    Members members;
    for (Member member : value.value<Members>()) {
        member.ref.id = sameChoice(schema, from, to, member.ref.id);
        if (member.ref.id != 0)
            members << member;
    }
    return membersValue(members);
}

const Field *carriedTo(const Schema &schema, const Field &from, const EntityType &target)
{
    if (!from.system)
        return twin(schema, from, target.id);
    return carriedFields(roleOf(schema, target)).contains(from.code) ? schema.field(target.id, from.code) : nullptr;
}

QHash<QString, Value> carriedValues(const Schema &schema, const Item &item, const EntityType &target)
{
    QHash<QString, Value> values;
    const TypeRole role = roleOf(schema, target);
    for (const Field &from : schema.fields(item.typeId)) {
        const Field *to = carriedTo(schema, from, target);
        const Value value = to ? takenOver(schema, from, *to, item.value(from.code)) : Value();
        if (value.isValid())
            values.insert(to->code, value);
    }
    if (role == TypeRole::Organisation) {
        const QString name = item.text(Codes::companyTitle);
        values.insert(Codes::title, name.isEmpty() ? item.value(Codes::title) : Value(name));
    }
    return values;
}

QHash<QString, Value> copiedValues(const Schema &schema, const Item &item, const EntityType &target)
{
    QHash<QString, Value> values;
    if (item.typeId == target.id) {
        static const QStringList own{Codes::probability, Codes::repeat, Codes::outcomeReason, Codes::outcomeComment};
        for (const Field &field : schema.fields(target.id)) {
            const bool isPlace = field.type == FieldType::Stage || field.type == FieldType::Pipeline;
            const Value value = item.value(field.code);
            if ((field.editable || field.code == Codes::amountAuto) && !isPlace && field.type != FieldType::File
                && !own.contains(field.code) && value.isValid())
                values.insert(field.code, value);
        }
        return values;
    }
    values = carriedValues(schema, item, target);
    for (const QString &code : {Codes::clientContact, Codes::clientCompany, Codes::contacts}) {
        const Field *from = schema.field(item.typeId, code);
        const Field *to = schema.field(target.id, code);
        const bool isSame = from && to && from->target == to->target && from->multiple == to->multiple;
        if (const Value value = item.value(code); isSame && value.isValid())
            values.insert(code, value);
    }
    return values;
}

const Field *originField(const Schema &schema, const EntityType &type, const EntityType &source)
{
    const Field *found = nullptr;
    for (const Field &field : schema.fields(type.id)) {
        if (field.type != FieldType::Link || field.multiple || field.target != source.code)
            continue;
        if (field.code == source.code)
            return &field;
        found = found ? found : &field;
    }
    return found;
}

} // namespace Kartoteka
