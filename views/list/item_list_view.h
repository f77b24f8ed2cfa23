// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item_table_model.h"

#include <QTableView>

namespace Kartoteka {

/// The list of a section: columns chosen from the header's menu, sorted by a click, one row an item.
class ItemListView final : public QTableView
{
    Q_OBJECT
public:
    ItemListView(Store &store, ItemTableModel &model, QWidget *parent = nullptr);

    void setEmptyState(const QString &text, const QString &hint);
    qint64 currentItem() const;
    /// Items of the selected rows, from the top.
    QList<qint64> selectedItems() const;
    /// Widths and order of the columns, and the columns themselves.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void opened(qint64 id);
    void contextMenuWanted(qint64 id, const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showColumnMenu(const QPoint &at);
    void adjustWidths();

    Store &m_store;
    ItemTableModel &m_model;
    QString m_emptyText;
    QString m_emptyHint;
};

} // namespace Kartoteka
