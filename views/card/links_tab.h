// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/card/card_tab.h"

class QToolButton;

namespace Kartoteka {

class EmptyState;
class ItemPicker;
class LinkGroups;
struct PickRow;

/// Everything related to an item, with a line that links what is there and a button that makes what is not. Or only the items
/// that name it in one field: such a field can have a tab of its own on the cards it leads to.
class LinksTab final : public CardTab
{
    Q_OBJECT
public:
    /// @p field: id of that field; 0: everything.
    explicit LinksTab(Store &store, QWidget *parent = nullptr, qint64 field = 0);

    void setItem(const Item &item) override;

private:
    void link(const PickRow &row);
    void unlink(const ItemRef &item, const ItemRef &other);
    void create();
    void showCreateMenu();

    Store &m_store;
    qint64 m_field;
    Item m_item;
    ItemPicker *m_picker;
    QToolButton *m_create;
    LinkGroups *m_groups;
    EmptyState *m_empty;
};

} // namespace Kartoteka
