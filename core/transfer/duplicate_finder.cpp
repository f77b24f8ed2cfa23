// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/duplicate_finder.h"

#include "core/base/phone.h"
#include "core/items/item_queries.h"
#include "core/store/record/value_codec.h"
#include "core/transfer/cell_text.h"

namespace Kartoteka {

DuplicateFinder::DuplicateFinder(ReadContext context, qint64 typeId) : m_context(std::move(context)), m_typeId(typeId)
{}

QStringList DuplicateFinder::keysOf(const QHash<QString, Value> &values) const
{
    QStringList keys;
    for (const Field &field : m_context.schema->fields(m_typeId)) {
        if (field.type != FieldType::Phone && field.type != FieldType::Email)
            continue;
        for (const Member &member : values.value(field.column).value<Members>()) {
            const QString key = memberKey(field.type, member, m_context.schema->phoneRegion());
            if (field.type == FieldType::Phone ? isTellingPhone(key) : isEmailAddress(member.text))
                keys << key;
        }
    }
    return keys;
}

Result<DuplicateMatch> DuplicateFinder::find(const QHash<QString, Value> &values) const
{
    for (const QString &key : keysOf(values)) {
        if (const auto seen = m_seen.constFind(key); seen != m_seen.cend())
            return DuplicateMatch{seen->id, seen->id == 0 ? seen->row : 0, seen->uid, key};
        auto ids = findByKey(m_context, m_typeId, key, 1);
        if (!ids)
            return ids.error();
        if (!ids->isEmpty())
            return DuplicateMatch{ids->first(), 0, {}, key};
    }
    return DuplicateMatch{};
}

void DuplicateFinder::note(const QHash<QString, Value> &values, qint64 row, const QUuid &uid, qint64 id)
{
    for (const QString &key : keysOf(values)) {
        if (!m_seen.contains(key))
            m_seen.insert(key, {row, uid, id});
    }
}

} // namespace Kartoteka
