// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/roles.h"

#include "core/schema/codes.h"

namespace Kartoteka {

QString typeOf(const Schema &schema, TypeRole role)
{
    if (role == TypeRole::Other)
        return {};
    for (const EntityType &type : schema.types()) {
        if (const Field *field = schema.field(type.id,
                                              role == TypeRole::Person ? Codes::clientContact : Codes::clientCompany))
            return field->target;
    }
    return {};
}

TypeRole roleOf(const Schema &schema, const EntityType &type)
{
    return type.code == typeOf(schema, TypeRole::Person)      ? TypeRole::Person
        : type.code == typeOf(schema, TypeRole::Organisation) ? TypeRole::Organisation
                                                              : TypeRole::Other;
}

QList<const Field *> clientFields(const Schema &schema, qint64 typeId)
{
    QList<const Field *> fields;
    for (const QString &code : {Codes::clientContact, Codes::clientCompany}) {
        const Field *field = schema.field(typeId, code);
        if (field && schema.type(field->target))
            fields.append(field);
    }
    return fields;
}

bool isActivities(const EntityType &type)
{
    return type.code == u"activity";
}

const Field *clientField(const Schema &schema, qint64 typeId, const QString &client)
{
    for (const Field *field : clientFields(schema, typeId)) {
        if (field->target == client)
            return field;
    }
    return nullptr;
}

} // namespace Kartoteka
