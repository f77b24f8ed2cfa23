// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/timeline_model.h"

#include <QListView>

namespace Kartoteka {

class TimelineDelegate;

/// Planned activities and history of an item. A click on the circle completes an activity, one beside it opens it; a click on
/// a link opens what it leads to. By keys: Enter opens, Space completes, Delete deletes an activity or a comment, F2 edits it,
/// Ctrl+D pins an entry, Ctrl+C copies it. A click on a heading folds what stands under it or shows it again; so do Left and
/// Right, and Enter and Space on it.
class TimelineView final : public QListView
{
    Q_OBJECT
public:
    TimelineView(Store &store, TimelineModel &model, QWidget *parent = nullptr);
    /// The circle of a planned activity in the viewport. For tests and the tour.
    QRect checkRect(int row) const;
    /// A point of the link in a row that stands at @p place among its links. For tests and the tour.
    QPoint linkPoint(int row, int place) const;
    /// A button of the open conflict in a row; null without one.
    QRect conflictButton(int row, bool takeOther) const;
    /// The button of a row that opens its menu; null without one.
    QRect actsButton(int row) const;

signals:
    /// A button of a conflict was pressed.
    void settleWanted(qint64 conflict, bool takeOther);
    void completeWanted(qint64 activity);
    /// A planned activity is to be opened, or deleted.
    void activityWanted(qint64 activity);
    void activityDeleteWanted(qint64 activity);
    /// What can be done to a row.
    void menuWanted(const QModelIndex &index, const QPoint &global);
    void pinWanted(const QModelIndex &index);
    void editWanted(const QModelIndex &index);
    void deleteWanted(const QModelIndex &index);
    void copyWanted(const QModelIndex &index);
    void foldWanted(const QModelIndex &heading, bool folded);
    /// The whole of a long comment.
    void wholeWanted(const QModelIndex &index);
    void linkActivated(const Kartoteka::ItemRef &ref);
    void fileActivated(qint64 attachment);
    /// A picture in a comment.
    void pictureActivated(const QString &digest);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    QStyleOptionViewItem optionOf(int row) const;
    void complete(const QModelIndex &index);
    /// Whether a click on a part of an entry was one on it.
    bool clickPart(const QModelIndex &index, const QPoint &at);
    bool pressEntryKey(const QKeyEvent &event);
    bool pressFoldKey(const QKeyEvent &event);
    /// What Enter does: opens what the row is about.
    void openRow(const QModelIndex &index);
    TimelineDelegate *m_delegate;
};

} // namespace Kartoteka
