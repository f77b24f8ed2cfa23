// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/reminder_model.h"

#include <QStyledItemDelegate>

namespace Kartoteka {

/// A row of the reminder window: kind, what is to be done, of what, and how soon.
class ReminderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ReminderDelegate(Store &store, const ReminderModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_store(store), m_model(model)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    Store &m_store;
    const ReminderModel &m_model;
};

} // namespace Kartoteka
