// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Kartoteka {

class ItemTableModel;
class ListDelegate;
class Store;

/// Lies over the left edge of a list and shows its first columns, which so stay in place while the others scroll.
class FrozenColumns final : public QTableView
{
    Q_OBJECT
public:
    FrozenColumns(QTableView &list, Store &store, ItemTableModel &model);

    void setCount(int columns);
    /// Takes the list's widths, order and place.
    void follow();
    /// The row under the pointer, all of which shows it; -1: none.
    void setHoveredRow(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QTableView &m_list;
    const Store &m_store;
    ItemTableModel &m_model;
    ListDelegate *m_rows;
    int m_count = 0;
};

} // namespace Kartoteka
