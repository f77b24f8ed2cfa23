// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/free_slots.h"
#include "core/calendar/held_times.h"
#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace Kartoteka {

struct CalendarLane;

/// When people and rooms are free, to be sent to somebody as text; the times that are ticked can be held for a while, and what the
/// other one answers is booked.
class SlotDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    SlotDialog(Store &store, const QList<CalendarLane> &resources, const QList<Who> &chosen, const QDate &from,
               QWidget *parent);

    /// The times that are ticked, in order.
    QList<TimeSpan> ticked() const;

signals:
    void told(const QString &what);
    void commitWanted(const Kartoteka::ChangeSet &changes, const QString &said);
    void failed(const Kartoteka::Error &error);

private:
    QWidget *makeQuestion(const QList<CalendarLane> &resources, const QList<Who> &chosen, const QDate &from);
    QWidget *makeAnswer();
    QWidget *makeFoot();
    QList<Who> who() const;
    /// Who is booked at the time that was answered.
    QList<Who> whoThen() const;
    void ask();
    void show(const QList<FreeSpan> &spans);
    void list(const QList<FreeSpan> &spans);
    void enableActs();
    QString purpose() const;
    void copy();
    void saveFile();
    void hold();
    void readReply();
    void book();

    Store &m_store;
    QListWidget *m_who;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QDateEdit *m_until; ///< last day of a hold
    QComboBox *m_minutes;
    QComboBox *m_step; ///< how often one may begin; 0: free times are told as a whole
    QCheckBox *m_anyHour;
    QCheckBox *m_ofAny;
    QLabel *m_found;
    QListWidget *m_spans;
    QLineEdit *m_title;
    QPlainTextEdit *m_reply;
    QLabel *m_understood;
    QPushButton *m_book;
    QList<QWidget *> m_acts; ///< that need something ticked
    QList<FreeSpan> m_free;
    QList<HeldTime> m_held;           ///< for who is ticked: nobody else's, an answer may be one of them
    std::optional<TimeSpan> m_answer; ///< what the reply says
    CancelToken m_load;
};

} // namespace Kartoteka
