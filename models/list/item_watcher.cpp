// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/item_watcher.h"

#include "core/items/item_queries.h"
#include "core/schema/relations.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Whether the value of a link field names an item.
bool names(const Value &value, qint64 id)
{
    if (!value.canConvert<Members>())
        return value.toLongLong() == id;
    const Members members = value.value<Members>();
    return std::ranges::any_of(members, [id](const Member &member) { return member.ref.id == id; });
}

} // namespace

ItemWatcher::ItemWatcher(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool mine = std::any_of(notice.records.begin(), notice.records.end(),
                                      [this](const RecordChange &r) { return r.typeId == m_ref.type && r.id == m_ref.id; });
        if (mine || notice.whole || notice.schemaChanged || toldByOthers(notice))
            read();
    });
}

/// The other side of a relation may have changed what is shown here, and what is linked may be called otherwise or be gone.
bool ItemWatcher::toldByOthers(const CommitNotice &notice) const
{
    const SchemaPtr schema = m_store.schema();
    for (const Field &field : schema->fields(m_ref.type)) {
        const EntityType *target = field.type == FieldType::Link ? schema->type(field.target) : nullptr;
        const auto isLinked = [&](const RecordChange &change) {
            return change.typeId == target->id && names(m_item.value(field.code), change.id);
        };
        if (target && std::ranges::any_of(notice.records, isLinked))
            return true;
        if (const Field *inverse = inverseOf(*schema, field); inverse && notice.concerns(inverse->typeId))
            return true;
    }
    return false;
}

void ItemWatcher::watch(const ItemRef &ref)
{
    m_ref = ref;
    read();
}

void ItemWatcher::read()
{
    if (m_ref.isNull())
        return;
    // A keyed read of one row: direct. The items of a type that was deleted are nowhere to be seen.
    const bool isShown = m_store.schema()->type(m_ref.type) != nullptr;
    auto item = readItem(m_store.reader(), m_ref);
    if (!item || !isShown) {
        m_item = {};
        emit gone();
        return;
    }
    m_item = *item;
    emit changed();
}

} // namespace Kartoteka
