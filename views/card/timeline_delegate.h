// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/card/file_pictures.h"
#include "views/card/timeline_layout.h"

#include <QStyledItemDelegate>

namespace Kartoteka {

/// Draws the rows of a timeline.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TimelineDelegate(Store &store, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    TimelinePlaces placesOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Place of the link under a point among TimelineModel::LinksRole; -1 where there is none.
    int linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;
    /// The address in a comment under a point, if it may be opened, or that of a picture in it; else empty.
    QString addressAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;

signals:
    /// What was painted is to be painted anew.
    void stale();

private:
    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPlanned(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintColumn(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const TimelinePlaces &places) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &rect,
                   const QString &text) const;
    void paintComment(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                      const QRect &rect) const;
    void paintPicture(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                      const QRect &place) const;
    void paintButtons(QPainter &painter, const QStyleOptionViewItem &option, const TimelinePlaces &places) const;

    mutable FilePictures m_pictures;
    TimelineLayout m_layout;
};

} // namespace Kartoteka
