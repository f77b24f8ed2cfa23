// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list/item_table_model.h"

#include <QTableView>

class QCheckBox;

namespace Kartoteka {

class EmptyState;
class FrozenColumns;
class ListDelegate;
struct EmptyText;

/// The list of a section: one row an item, edited in place. Columns are chosen, moved, resized and frozen; a click on a head
/// sorts, with Shift by several. Ctrl+C copies a table, F2 or a second click edits, Enter opens, Space ticks.
class ItemListView final : public QTableView
{
    Q_OBJECT
public:
    ItemListView(Store &store, ItemTableModel &model, QWidget *parent = nullptr);

    using QTableView::edit;
    void setEmptyText(const EmptyText &text);
    qint64 currentItem() const;
    /// Makes an item the current one if its row is known.
    void setCurrentItem(qint64 id);
    /// Items of the selected rows, from the top; cheap for a selection of everything.
    QList<qint64> selectedItems() const;
    /// Of folded groups too: they are unfolded, so that one sees what is selected.
    void selectAll() override;
    qsizetype selectedCount() const;
    /// Rows are chosen to be acted on together: several, or one by its box. Else what is selected is just what is current.
    bool isTicking() const { return m_ticking; }
    /// Ticks a row or takes the tick off. @p through: all from the current one to it.
    void tick(int row, bool through);
    void tickNothing();
    const ListDelegate &rows() const { return *m_rows; }
    /// The row under the pointer; -1: none.
    void setHoveredRow(int row);
    /// Columns that stay while the others scroll, counted from the left.
    void setFrozen(int columns);
    int frozen() const { return m_frozen; }
    /// Field codes of the columns in the order people see.
    QStringList visibleColumns() const;
    /// In this order and of their usual widths. Nothing is read: that is for the query that follows.
    void showColumns(const QStringList &codes);
    void chooseColumns();
    /// These, read, as wide as they were.
    void setColumns(const QStringList &codes);
    /// Makes a column wider by so many pixels, or narrower; from then on widths are what people chose.
    void widen(int section, int pixels);
    void copySelected();
    /// Widths and order of the columns, and the columns themselves.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void opened(qint64 id);
    void contextMenuWanted(qint64 id, const QPoint &global);
    void deleteRequested(const QList<qint64> &ids);
    /// 0 while no row is ticked.
    void tickedChanged(qsizetype count);
    void stageWanted(qint64 id, const QPoint &global);
    void groupWanted(const QString &field);
    void settingsWanted(const QString &page, const QString &entry); ///< what a column shows is defined there
    void copied(qsizetype rows);
    void failed(const Kartoteka::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    void showMenuOfCurrentColumn();
    void adjustWidths();
    void noteSelection();
    void keepAllTicked();
    void showEmpty();
    void askStage(const QModelIndex &index);

    Store &m_store;
    ItemTableModel &m_model;
    ListDelegate *m_rows;
    FrozenColumns *m_frozenView;
    QCheckBox *m_all; ///< over the boxes of the rows
    bool m_ticking = false;
    QList<qint64> m_allTicked;  ///< all items, where all are ticked, while rows are laid out anew
    bool m_inTick = false;      ///< the selection changes by a box
    bool m_widthsFixed = false; ///< somebody has chosen them
    QPersistentModelIndex m_pressedStage;
    int m_frozen = 0;
    EmptyState *m_empty;
};

} // namespace Kartoteka
