// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/roles.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString person = u"client_contact"_s;
const QString organisation = u"client_company"_s;

} // namespace

QString typeOf(const Schema &schema, TypeRole role)
{
    if (role == TypeRole::Other)
        return {};
    for (const EntityType &type : schema.types()) {
        if (const Field *field = schema.field(type.id, role == TypeRole::Person ? person : organisation))
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

const Field *clientField(const Schema &schema, qint64 typeId, const QString &client)
{
    for (const QString &code : {person, organisation}) {
        const Field *field = schema.field(typeId, code);
        if (field && field->target == client)
            return field;
    }
    return nullptr;
}

} // namespace Kartoteka
