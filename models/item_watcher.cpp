// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item_watcher.h"

#include "core/items/item_queries.h"

namespace Kartoteka {

ItemWatcher::ItemWatcher(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool mine = std::any_of(notice.records.begin(), notice.records.end(),
                                      [this](const RecordChange &r) { return r.typeId == m_ref.type && r.id == m_ref.id; });
        if (mine || notice.whole || notice.schemaChanged)
            read();
    });
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
    // A keyed read of one row: direct.
    auto item = readItem(m_store.reader(), m_ref);
    if (!item) {
        m_item = {};
        emit gone();
        return;
    }
    m_item = *item;
    emit changed();
}

} // namespace Kartoteka
