// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QLineEdit;

namespace Kartoteka {

class ProductDelegate;
class ProductModel;

/// The rows of an item's products. A click or Enter edits a cell, Tab goes on to the next one; rows are dragged by their
/// numbers or moved by Alt+Up and Alt+Down, deleted by Del, copied and pasted as a table.
class ProductTable final : public QTableView
{
    Q_OBJECT
public:
    ProductTable(ProductModel &model, QWidget *parent);

    /// Something was typed into a cell that is not in the model yet.
    bool isEditing() const { return state() == EditingState; }
    /// Puts it there.
    void finishEditing();
    void cancelEditing();
    QList<int> selectedRows() const;
    /// The row is current, its quantity first: what was just added is counted.
    void setCurrentRow(int row);

signals:
    /// Another product is wanted (Ins).
    void addWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    QLineEdit *editor() const;
    int neededWidth(int column) const;
    void fitColumns();
    void hover(int row);
    void moveCurrent(int by);
    void removeSelected();
    void copy() const;
    int rowBefore(const QPoint &at) const;
    void stopDrag();

    ProductModel &m_model;
    ProductDelegate *m_delegate;
    QPersistentModelIndex m_pressed;
    QPoint m_pressedAt;
    int m_before = -1; ///< what is dragged is to stand before this row; -1: nothing is dragged
};

} // namespace Kartoteka
