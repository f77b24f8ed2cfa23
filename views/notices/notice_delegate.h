// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QStyledItemDelegate>

namespace Kartoteka {

/// A notice in three lines: who did what and when, the beginning of what was written, on which item. One that is not read is
/// strong and bears a dot.
class NoticeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    NoticeDelegate(Store &store, QObject *parent) : QStyledItemDelegate(parent), m_store(store) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Store &m_store;
};

} // namespace Kartoteka
