// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QStyledItemDelegate>

namespace Kartoteka {

class ItemTableModel;
class Theme;

/// Draws the rows of a list: hairlines, a dot before a stage, initials before a person, what is to be done next in its colour,
/// placeholders while a row is loaded.
class ListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ListDelegate(Store &store, QObject *parent = nullptr);

    /// The row under the pointer, all of which shows it; -1: none.
    void setHoveredRow(int row) { m_hovered = row; }
    int hoveredRow() const { return m_hovered; }
    /// What stands behind the cells of a row, for what lies beside them.
    QColor background(int row, bool selected, const Theme &theme) const;
    /// Dot, name and arrow of a stage in its cell: where a click asks for another one.
    QRect stageRect(const QRect &cell, const QString &name, const QFont &font) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The card's editor of the field, in the cell.
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

signals:
    /// What was typed is no value of the field.
    void editFailed(const Kartoteka::Error &error) const;

private:
    void paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index, const Theme &theme) const;
    void paintStage(QPainter &painter, const QRect &cell, const Stage &stage, bool hovered, const Theme &theme) const;
    void paintText(QPainter &painter, const QRect &rect, const QModelIndex &index, const Theme &theme) const;

    Store &m_store;
    int m_hovered = -1;
};

} // namespace Kartoteka
