// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/shared_marks.h"

#include "core/base/phone.h"
#include "core/store/record/value_codec.h"

#include <algorithm>

namespace Kartoteka {

QStringList tellingKeys(const Schema &schema, const Item &item, FieldType type)
{
    QStringList keys;
    for (const Field &field : schema.fields(item.typeId)) {
        if (field.type != type)
            continue;
        for (const Member &member : item.members(field.code)) {
            const QString key = memberKey(field.type, member, schema.phoneRegion());
            if (!key.isEmpty() && (field.type == FieldType::Email || isTellingPhone(key)))
                keys << key;
        }
    }
    return keys;
}

SharedMarks sharedMarks(const Schema &schema, const Item &item, const Item &client)
{
    const auto isShared = [&](FieldType type) {
        const QStringList known = tellingKeys(schema, client, type);
        const QStringList own = tellingKeys(schema, item, type);
        return std::ranges::any_of(own, [&](const QString &key) { return known.contains(key); });
    };
    return {isShared(FieldType::Phone), isShared(FieldType::Email)};
}

} // namespace Kartoteka
