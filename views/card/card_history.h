// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QWidget>

class QMenu;
class QModelIndex;

namespace Kartoteka {

class PlanDesk;
class CardEntries;
class CardFiles;
class CommentFinder;
class Composer;
class TimelineFilterBar;
class TimelineModel;
class TimelineView;

/// The right side of a card: what is written and planned, and all that happened.
class CardHistory final : public QWidget
{
    Q_OBJECT
public:
    explicit CardHistory(Store &store, QWidget *parent = nullptr);

    /// @p isSaved: else there is nothing yet, and it says so.
    void setItem(const ItemRef &item, bool isSaved);
    /// Goes to a comment, however old; 0: nowhere.
    void showComment(qint64 comment);
    /// Gives the focus to what is planned next.
    void showPlanned();
    void search();
    Composer *composer() const { return m_composer; }
    TimelineView *timeline() const { return m_timeline; }
    CardFiles *files() const { return m_files; }

signals:
    void opened(const Kartoteka::ItemRef &ref);
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);
    /// It is looked for something in here, and is to be seen.
    void searched();

private:
    QWidget *makeHead();
    void connectTimeline();
    void connectComposer();
    void showMenu(const QModelIndex &index, const QPoint &global);
    void addFolding(QMenu &menu, const QModelIndex &index);
    void showFilter(bool isShown);
    void commit(ChangeSet changes, const QString &said = {});

    Store &m_store;
    ItemRef m_item;
    TimelineModel *m_model;
    CardFiles *m_files;
    PlanDesk *m_activities;
    CardEntries *m_entries;
    QWidget *m_head; ///< composer and filter
    TimelineFilterBar *m_filter;
    Composer *m_composer;
    TimelineView *m_timeline;
    CommentFinder *m_finder;
};

} // namespace Kartoteka
