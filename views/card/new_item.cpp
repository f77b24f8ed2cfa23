// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/new_item.h"

#include "core/items/inherited_values.h"
#include "core/items/item_acts.h"
#include "core/items/item_defaults.h"
#include "core/schema/codes.h"
#include "views/card/client_field.h"

namespace Kartoteka {

void NewItem::begin(qint64 typeId, const QHash<QString, Value> &values, const ItemRef &products)
{
    const auto rows = readProducts(m_store.reader(), products);
    m_products = rows ? *rows : QList<ProductRow>();
    m_item = {};
    m_item.typeId = typeId;
    m_item.values = withDefaults(*m_store.schema(), typeId, withInherited(m_store.reader(), typeId, values),
                                 {m_store.user(), m_store.clock().localNow()});
    if (m_store.schema()->field(typeId, Codes::responsible) && !values.contains(Codes::responsible))
        m_item.values.insert(Codes::responsible, m_store.user());
}

void NewItem::setStage(qint64 stage)
{
    m_item.values.insert(Codes::stage, stage);
}

ChangeSet NewItem::planned(QHash<QString, Value> values, const ClientField &client, QUuid &uid) const
{
    for (auto it = m_item.values.cbegin(); it != m_item.values.cend(); ++it) {
        if (!values.contains(it.key()))
            values.insert(it.key(), it.value());
    }
    ChangeSet clients;
    client.addTo(clients, values);
    values = withInheritedSince(m_store.reader(), m_item.typeId, m_item.values, values);
    ChangeSet changes = planCreate(*m_store.schema(), *m_store.schema()->type(m_item.typeId), values, &uid);
    changes.changes = clients.changes + changes.changes;
    createProducts(changes, {m_item.typeId, 0, uid}, m_products);
    return changes;
}

} // namespace Kartoteka
