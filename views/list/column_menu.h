// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

class QMenu;
class QPoint;

namespace Kartoteka {

class ItemListView;
class ItemTableModel;

/// What can be done with a column of a list: everything that the mouse does with its head, too.
class ColumnMenu
{
public:
    ColumnMenu(ItemListView &list, ItemTableModel &model, const Store &store);

    void show(int section, const QPoint &global);

private:
    void addOrder(QMenu &menu, int section);
    void addPlace(QMenu &menu, int section);
    void addGroups(QMenu &menu, const QString &code);
    void addSettings(QMenu &menu, const QString &code);

    ItemListView &m_list;
    ItemTableModel &m_model;
    const Store &m_store;
};

} // namespace Kartoteka
