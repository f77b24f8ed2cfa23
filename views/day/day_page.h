// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/day_queue.h"
#include "models/activities/day_tally.h"
#include "views/card/reach.h"
#include "views/widgets/key_hint.h"

#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace Kartoteka {

class BulkDesk;
class DayCard;
class DayTask;
class EmptyState;
class NextStepBar;
class ResultBar;
struct EmptyText;

/// A person's day, one thing after the other: what is late, due today or waits for an answer, done or put off by keys alone.
class DayPage final : public QWidget
{
    Q_OBJECT
public:
    DayPage(Store &store, BulkDesk &bulk, QWidget *parent = nullptr);

    const DayQueue &queue() const { return *m_queue; }
    /// What is at hand; null when nothing is.
    const DayEntry *current() const;
    static KeyGroup keys();
    /// Takes back what was put aside or passed over last: it is at hand again.
    void takeBack();
    void focusQueue();

signals:
    void opened(const Kartoteka::ItemRef &item);
    void planWanted(const Kartoteka::ItemRef &item);
    void createWanted(qint64 typeId);
    void done(const QString &what);
    void told(const QString &what); ///< nothing that could be undone
    void failed(const Kartoteka::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Act
    {
        int key;
        QString keyName;
        QString text;
        std::function<void()> run;
    };

    QWidget *makeQueue();
    QWidget *makeMiddle();
    QWidget *makeSheet();
    QWidget *makeActs();
    /// When it is due, in words.
    QString whenText(const Activity &activity) const;
    void noteUndone(const CommitNotice &notice);
    void take();
    void showCurrent();
    /// Of all that was done today, once nothing is left.
    EmptyText endText();
    void offerUndo();
    void complete();
    bool isAsking() const;
    void askNext(qint64 activity);
    void putOff(const Postponement &by);
    void call();
    void write();
    void chooseStage();
    void reach(const ReachTarget &target);
    void change(const Result<ChangeSet> &changes, const QString &said, const std::function<void()> &after = {});
    bool runKey(int key);

    Store &m_store;
    BulkDesk &m_bulk;
    DayQueue *m_queue;
    DayTally *m_tally;
    QListView *m_list;
    QLabel *m_left;
    QWidget *m_middle;
    QFrame *m_sheet;
    DayTask *m_task;
    DayCard *m_card;
    QLineEdit *m_note;
    QWidget *m_actBar;
    NextStepBar *m_next;
    ResultBar *m_result;
    EmptyState *m_end;
    QList<Act> m_acts;
    qint64 m_asked = 0;             ///< the activity that was done when it is asked what comes next
    qint64 m_back = 0;              ///< the activity of which something was taken back, until it is at hand
    qint64 m_chosen = 0;            ///< the activity at hand
    int m_row = 0;                  ///< where it stood
    QHash<qint64, QString> m_notes; ///< by activity, as they were typed
    bool m_isWriting = false;
};

} // namespace Kartoteka
