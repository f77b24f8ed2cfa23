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
    explicit ListDelegate(const Store &store, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Store &m_store;
};

} // namespace Kartoteka
