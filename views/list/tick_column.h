// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Kartoteka {

class ItemListView;
class ItemTableModel;

/// The left edge of a list: a box on each row that ticks it, shown under the pointer and while rows are ticked; before a
/// group the arrow that folds it.
class TickColumn final : public QHeaderView
{
    Q_OBJECT
public:
    TickColumn(ItemListView &list, ItemTableModel &model);

    /// Where the box of a row stands, or that over all rows: its edge is that of the name over the list.
    static QRect boxIn(const QRect &row, const QFont &font);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *) override {}
    void mouseDoubleClickEvent(QMouseEvent *event) override { mousePressEvent(event); }
    bool viewportEvent(QEvent *event) override;

private:
    ItemListView &m_list;
    ItemTableModel &m_model;
};

} // namespace Kartoteka
