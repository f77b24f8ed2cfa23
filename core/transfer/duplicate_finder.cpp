// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/duplicate_finder.h"

#include "core/base/phone.h"
#include "core/items/item_queries.h"
#include "core/store/record/value_codec.h"
#include "core/transfer/cell_text.h"

namespace Kartoteka {

DuplicateFinder::DuplicateFinder(ReadContext context, qint64 typeId) : m_context(std::move(context)), m_typeId(typeId)
{
    for (const Field &field : m_context.schema->fields(m_typeId)) {
        if (field.type == FieldType::Phone || field.type == FieldType::Email)
            m_fields << field;
    }
}

QStringList DuplicateFinder::keysOf(const QHash<QString, Value> &values) const
{
    QStringList keys;
    for (const Field &field : std::as_const(m_fields)) {
        for (const Member &member : values.value(field.column).value<Members>()) {
            if (field.type == FieldType::Phone || isEmailAddress(member.text))
                keys << memberKey(field.type, member, m_context.schema->phoneRegion());
        }
    }
    return keys;
}

Result<DuplicateMatch> DuplicateFinder::find(const QHash<QString, Value> &values) const
{
    for (const QString &key : keysOf(values)) {
        // Whether a phone tells anything is asked of those only that somebody has: it costs as much as the look-up.
        const auto tells = [&key] { return key.contains(u'@') || isTellingPhone(key); };
        if (const auto seen = m_seen.constFind(key); seen != m_seen.cend()) {
            if (tells())
                return DuplicateMatch{seen->id, seen->id == 0 ? seen->row : 0, seen->uid, key};
            continue;
        }
        auto ids = findByKey(m_context, m_typeId, key, 1);
        if (!ids)
            return ids.error();
        if (!ids->isEmpty() && tells())
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
