// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/duplicate_finder.h"

#include "core/base/phone.h"
#include "core/items/item_queries.h"
#include "core/store/record/value_codec.h"
#include "core/transfer/cell_text.h"
#include "core/transfer/duplicate_queries.h"

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

Result<void> DuplicateFinder::lookAhead(const QList<QHash<QString, Value>> &rows, bool withItems)
{
    m_ahead.clear();
    m_items.clear();
    QStringList keys;
    for (const QHash<QString, Value> &row : rows)
        keys += keysOf(row);
    auto found = firstByKeys(m_context, m_typeId, keys);
    if (!found)
        return found.error();
    for (const QString &key : std::as_const(keys))
        m_ahead.insert(key, found->value(key));
    if (!withItems || found->isEmpty())
        return {};
    const QSet<qint64> ids(found->cbegin(), found->cend());
    auto items = readItems(m_context, m_typeId, ids.values());
    if (!items)
        return items.error();
    for (const Item &item : std::as_const(*items))
        m_items.insert(item.id, item);
    return {};
}

Result<Item> DuplicateFinder::item(qint64 id) const
{
    const auto known = m_items.constFind(id);
    return known != m_items.cend() ? Result<Item>(*known) : readItem(m_context, {m_typeId, id, {}});
}

DuplicateMatch DuplicateFinder::find(const QHash<QString, Value> &values) const
{
    for (const QString &key : keysOf(values)) {
        // Whether a phone tells anything is asked of those only that somebody has: it costs as much as the look-up.
        const auto tells = [&key] { return key.contains(u'@') || isTellingPhone(key); };
        if (const auto seen = m_seen.constFind(key); seen != m_seen.cend()) {
            if (tells())
                return {seen->id, seen->id == 0 ? seen->row : 0, seen->uid, key};
            continue;
        }
        if (const qint64 owner = m_ahead.value(key); owner != 0 && tells())
            return {owner, 0, {}, key};
    }
    return {};
}

void DuplicateFinder::note(const QHash<QString, Value> &values, qint64 row, const QUuid &uid, qint64 id)
{
    for (const QString &key : keysOf(values)) {
        if (!m_seen.contains(key))
            m_seen.insert(key, {row, uid, id});
    }
}

} // namespace Kartoteka
