// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"
#include "core/store/store.h"
#include "views/widgets/over_panel.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace Kartoteka {

class ChoiceButton;
class EntryTimes;
class LinkEditor;
struct CalendarLane;

/// A new activity in a few lines, beside the place where it was begun. Enter plans it; "More…" goes on in the whole dialog.
class EntryForm final : public OverPanel
{
    Q_OBJECT
public:
    EntryForm(Store &store, QWidget *parent);

    /// What it starts with.
    struct Start
    {
        CalendarPlace from;
        CalendarPlace until;
        qint64 person = 0;   ///< 0: who is at work
        qint64 resource = 0; ///< 0: none
        Members items = {};
        qint64 kind = 0;    ///< 0: the usual one
        bool books = false; ///< a room or equipment is to be chosen
    };
    /// Fills it, as large as it needs to be; it is shown by showIn().
    void open(const Start &start, const QList<CalendarLane> &resources);
    void focusTitle();
    /// Where it was, with what was typed: it was not made.
    void showAgain();

signals:
    /// Another time is asked for.
    void timeChanged(const Kartoteka::CalendarPlace &from, const Kartoteka::CalendarPlace &until);
    /// @p values by field code, besides the times.
    void made(const QHash<QString, Kartoteka::Value> &values, const Kartoteka::CalendarPlace &from,
              const Kartoteka::CalendarPlace &until);
    void moreWanted(const QHash<QString, Kartoteka::Value> &values, const Kartoteka::CalendarPlace &from,
                    const Kartoteka::CalendarPlace &until);

protected:
    bool hasUnsaved() const override;
    void leave() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Result<QHash<QString, Value>> values() const;
    void finish(bool more);
    void showProblem(const QString &text);

    Store &m_store;
    Start m_start;
    QHash<QString, Value> m_shown; ///< what stood in it when it was opened
    QLineEdit *m_title;
    EntryTimes *m_times;
    QComboBox *m_kind;
    LinkEditor *m_items;
    ChoiceButton *m_resources;
    QLabel *m_problem;
};

} // namespace Kartoteka
