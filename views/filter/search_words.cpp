// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/search_words.h"

#include "core/base/texts.h"
#include "core/schema/roles.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Of their own, or of their clients.
bool hasPhones(const Schema &schema, qint64 typeId)
{
    return !clientFields(schema, typeId).isEmpty() || std::ranges::any_of(schema.fields(typeId), [](const Field &field) {
        return field.type == FieldType::Phone && !field.hidden;
    });
}

} // namespace

QString searchHint(const Schema &schema, qint64 typeId)
{
    const EntityType *type = schema.type(typeId);
    if (type && isActivities(*type))
        return Texts::tr("Number, title, description");
    return hasPhones(schema, typeId) ? Texts::tr("Name, phone, company, tag") : Texts::tr("Name, number, tag");
}

QString nothingHas(const Schema &schema, qint64 typeId, const QString &words)
{
    return hasPhones(schema, typeId) ? Texts::tr("No text, phone or e-mail matches “%1”.").arg(words)
                                     : Texts::tr("No name or other text matches “%1”.").arg(words);
}

} // namespace Kartoteka
