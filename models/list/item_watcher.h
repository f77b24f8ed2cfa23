// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// One item as it is now: reads it and reads it again when a commit changes it.
class ItemWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit ItemWatcher(Store &store, QObject *parent = nullptr);

    void watch(const ItemRef &ref);
    const Item &item() const { return m_item; }
    bool isValid() const { return m_item.id != 0; }

signals:
    void changed();
    /// The item is no more (its creation was undone).
    void gone();

private:
    void read();
    bool toldByOthers(const CommitNotice &notice) const;

    Store &m_store;
    ItemRef m_ref;
    Item m_item;
};

} // namespace Kartoteka
