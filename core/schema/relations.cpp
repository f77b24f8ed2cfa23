// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/relations.h"

namespace Kartoteka {

namespace {

/// Type and code of the side that is kept, then of the one that is seen.
struct Pair
{
    const char16_t *storedType;
    const char16_t *storedField;
    const char16_t *seenType;
    const char16_t *seenField;
};

constexpr Pair pairs[]{{u"contact", u"companies", u"company", u"contacts"}};

const Field *fieldOf(const Schema &schema, const char16_t *type, const char16_t *field)
{
    const EntityType *found = schema.type(QString::fromUtf16(type));
    return found ? schema.field(found->id, QString::fromUtf16(field)) : nullptr;
}

} // namespace

std::optional<Relation> relationOf(const Schema &schema, const Field &field)
{
    if (field.type != FieldType::Link || !field.multiple)
        return std::nullopt;
    for (const Pair &pair : pairs) {
        const Relation relation{fieldOf(schema, pair.storedType, pair.storedField),
                                fieldOf(schema, pair.seenType, pair.seenField)};
        if (relation.stored && relation.seen && (relation.stored->id == field.id || relation.seen->id == field.id))
            return relation;
    }
    return std::nullopt;
}

const Field *inverseOf(const Schema &schema, const Field &field)
{
    const auto relation = relationOf(schema, field);
    return !relation ? nullptr : relation->stored->id == field.id ? relation->seen : relation->stored;
}

} // namespace Kartoteka
