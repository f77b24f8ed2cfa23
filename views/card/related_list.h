// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

#include <QWidget>

class QVBoxLayout;

namespace Kartoteka {

/// Below the fields of a card: how the client is reached, with call and write, and what else belongs to the item.
class RelatedList final : public QWidget
{
    Q_OBJECT
public:
    explicit RelatedList(Store &store, QWidget *parent = nullptr);

    /// Shows what belongs to an item; nothing for one that is not saved yet.
    void setItem(const Item &item);

signals:
    void linkActivated(const Kartoteka::ItemRef &ref);

private:
    void clear();
    void addHeading(const QString &text);
    void addLink(const ItemRef &ref, const QString &title);
    void addReach(const QString &text, const QString &scheme, const QString &address, const QString &client);

    Store &m_store;
    QVBoxLayout *m_layout;
};

} // namespace Kartoteka
