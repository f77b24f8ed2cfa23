// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/reminder_model.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QMenu;
class QPushButton;

namespace Kartoteka {

/// What the person is to be reminded of, in a small window at the lower right of the screen that stands above the others and
/// never takes the focus by itself. Once it is clicked the keys work it: Enter opens, Space completes, 1 to 4 put off.
/// It gives way to what asks the person something, and is there again when that was answered.
class ReminderWindow final : public QWidget
{
    Q_OBJECT
public:
    ReminderWindow(Store &store, ReminderModel &model, QWidget *parent = nullptr);

    /// Shows itself, without taking the focus, unless nothing is due.
    void pop();
    /// Somebody asks for it: also while nothing is due and something was put off. @return false: there is neither.
    bool showOnDemand();

signals:
    void openWanted(qint64 activity);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    QPushButton *makePutOff();
    void showPutOff();
    void follow();
    /// Shows itself where there is a place for it, and something to show.
    void stand();
    /// The same, and above what was raised meanwhile.
    void comeUp();
    /// The size that the rows need, and the place. @return false: there is none at the moment.
    bool settle();
    void noteQuestion(QObject *watched);
    void shut();
    bool press(int key);
    QList<qint64> chosen() const;
    void open();
    void complete();
    void snooze(const QDateTime &until);
    void dismiss();
    void showMenu(const QPoint &global);

    Store &m_store;
    ReminderModel &m_model;
    QLabel *m_title;
    QPushButton *m_dismissAll;
    QListView *m_list;
    QLabel *m_problem;
    QPushButton *m_putOff; ///< says how many were put off, and lists them
    QWidget *m_foot;
    QPushButton *m_snooze;
    QMenu *m_snoozeMenu;
    QTimer m_settled;                     ///< after which it is looked once more where there is room
    bool m_isWanted = false;              ///< it is seen as soon as there is something to show and a place
    bool m_isAskedFor = false;            ///< it stays while nothing is due
    std::optional<QPoint> m_corner;       ///< the lower right one of the frame, where it stands when nothing is in the way
    QList<QPointer<QWidget>> m_questions; ///< that stand over a page, and need not be answered
    bool m_looks = false;                 ///< for room, once what is going on has been said to all windows
    bool m_isAside = false;               ///< something is in the way there
    QPoint m_put;                         ///< where it was put; elsewhere it was moved to
    std::optional<qint64> m_minuteAt;     ///< UTC ms at which the words of the rows change; none while it is hidden
};

} // namespace Kartoteka
