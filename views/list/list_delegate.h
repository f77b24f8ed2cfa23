// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QStyledItemDelegate>

namespace Kartoteka {

/// Draws the rows of a list: hairlines, the stage as a chip, placeholders while a row is loaded.
class ListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ListDelegate(Store &store, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The card's editor of the field, in the cell.
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    /// What was typed is no value of the field.
    void editFailed(const Kartoteka::Error &error) const;

private:
    Store &m_store;
};

} // namespace Kartoteka
