// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/products/rows.h"
#include "core/store/store.h"

namespace Kartoteka {

class ClientField;

/// An item that a card is about to make: what it begins with, and the act that makes it.
class NewItem
{
public:
    explicit NewItem(Store &store) : m_store(store) {}

    /// @p products: of whom it gets the same.
    void begin(qint64 typeId, const QHash<QString, Value> &values, const ItemRef &products);
    /// As it is before anything is typed.
    const Item &item() const { return m_item; }
    void setStage(qint64 stage);
    /// What makes it of what was typed, with clients that are made along; @p uid receives its identity.
    ChangeSet planned(QHash<QString, Value> values, const ClientField &client, QUuid &uid) const;

private:
    Store &m_store;
    Item m_item;
    QList<ProductRow> m_products;
};

} // namespace Kartoteka
