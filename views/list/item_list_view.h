// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item_table_model.h"

#include <QTableView>

namespace Kartoteka {

class FrozenColumns;

/// The list of a section: one row an item, edited in place. Columns are chosen, moved, resized and frozen; a click on a head
/// sorts, with Shift by several. Ctrl+C copies a table, F2 or a second click edits, Enter opens.
class ItemListView final : public QTableView
{
    Q_OBJECT
public:
    ItemListView(Store &store, ItemTableModel &model, QWidget *parent = nullptr);

    void setEmptyState(const QString &text, const QString &hint);
    qint64 currentItem() const;
    /// Makes an item the current one if its row is known.
    void setCurrentItem(qint64 id);
    /// Items of the selected rows, from the top; cheap for a selection of everything.
    QList<qint64> selectedItems() const;
    /// Of folded groups too: they are unfolded, so that one sees what is selected.
    void selectAll() override;
    qsizetype selectedCount() const;
    /// Columns that stay while the others scroll, counted from the left.
    void setFrozen(int columns);
    int frozen() const { return m_frozen; }
    /// Field codes of the columns in the order people see.
    QStringList visibleColumns() const;
    void chooseColumns();
    void copySelected();
    /// Widths and order of the columns, and the columns themselves.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void opened(qint64 id);
    void contextMenuWanted(qint64 id, const QPoint &global);
    void deleteRequested(const QList<qint64> &ids);
    void selectionCountChanged(qsizetype count);
    void groupWanted(const QString &field);
    void copied(qsizetype rows);
    void failed(const Kartoteka::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void showColumnMenu(const QPoint &at);
    void adjustWidths();
    void setColumns(const QStringList &codes);

    Store &m_store;
    ItemTableModel &m_model;
    FrozenColumns *m_frozenView;
    int m_frozen = 0;
    QString m_emptyText;
    QString m_emptyHint;
};

/// Heads of groups lie over all columns of a view on an ItemTableModel.
void paintGroupHeads(QTableView &view, const ItemTableModel &model);

} // namespace Kartoteka
