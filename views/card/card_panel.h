// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item_watcher.h"
#include "models/timeline_model.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QToolButton;

namespace Kartoteka {

class CardActivities;
class CardFiles;
class CardTitle;
class Composer;
class FieldForm;
class RelatedList;
class StageBar;
class TimelineView;

/// The card of an item: header with the stage bar, fields left, timeline right. Also makes new items.
class CardPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit CardPanel(Store &store, QWidget *parent = nullptr);

    void open(const ItemRef &ref);
    /// An empty card of a type; saved by the Save button or Ctrl+S.
    void create(qint64 typeId, const QHash<QString, Value> &values = {});
    ItemRef item() const { return m_ref; }
    bool isCreating() const { return m_creating; }
    /// Gives the focus to the first field.
    void takeFocus();
    /// Asks once what to do with unsaved edits, and does it. @return false: the person stays, or what was to be saved was
    /// refused.
    bool mayClose();

    FieldForm *form() const { return m_form; }
    StageBar *stageBar() const { return m_stages; }
    Composer *composer() const { return m_composer; }
    TimelineView *timeline() const { return m_timeline; }
    CardFiles *files() const { return m_files; }

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void closed();
    void opened(const Kartoteka::ItemRef &ref);
    void convertWanted(const Kartoteka::ItemRef &ref);
    void stepWanted(int direction); ///< to the previous or next item of the list
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectTimeline();
    QWidget *makeHeader();
    QWidget *makeBody();
    void showItem();
    void showTimeline(bool shown);
    void showHeader(const Item &item);
    bool hasUnsaved() const;
    bool saveUnsaved();
    std::optional<ChangeSet> planNew(QUuid *uid);
    void showRefusal(const Error &error);
    void saveField(const QString &field, const Value &value);
    void saveNew();
    void setEditingAll(bool editing);
    void saveAll();
    void moveTo(qint64 stage);
    void showFinishMenu(const QPoint &global);
    void showMoreMenu();
    void commit(ChangeSet changes, const QString &what, const std::function<void()> &after = {});

    Store &m_store;
    ItemRef m_ref;
    bool m_creating = false;
    Item m_draft; ///< what a new item begins with
    ItemWatcher *m_watcher;
    TimelineModel *m_timelineModel;
    CardFiles *m_files;
    CardActivities *m_activities;
    QLabel *m_kind;
    CardTitle *m_title;
    StageBar *m_stages;
    FieldForm *m_form;
    RelatedList *m_related;
    QScrollArea *m_fields;
    Composer *m_composer;
    TimelineView *m_timeline;
    QLabel *m_unsavedHint; ///< stands for the timeline of an item that is not saved yet
    QSplitter *m_splitter;
    QWidget *m_saveBar;
    QPushButton *m_save;
    QToolButton *m_more;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace Kartoteka
