// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QStyledItemDelegate>

namespace Kartoteka {

/// Draws the rows of a timeline; one layout serves size and painting.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TimelineDelegate(const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The buttons of an open conflict; null without one.
    QRect takeRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QRect keepRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Place of the link under a point among TimelineModel::LinksRole; -1 where there is none.
    int linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;
    /// The circle that completes a planned activity.
    QRect checkRect(const QStyleOptionViewItem &option) const;

private:
    static QString takeText();
    static QString keepText();
    struct Layout
    {
        QRect frame;
        QRect text;
        QRect detail;
        QRect foot;
        QRect take; ///< buttons of an open conflict, else null
        QRect keep;
    };
    Layout layoutOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;
    QString footText(const QModelIndex &index) const;
    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPlanned(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Clock &m_clock;
};

} // namespace Kartoteka
