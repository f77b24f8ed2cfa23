// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"

#include <QWidget>

class QCheckBox;
class QDateEdit;
class QLabel;
class QTimeEdit;

namespace Kartoteka {

/// When something new is, in two lines: hours of a day, or whole days. The end goes along with the beginning.
class EntryTimes final : public QWidget
{
    Q_OBJECT
public:
    explicit EntryTimes(QWidget *parent);

    void setSpan(const CalendarPlace &from, const CalendarPlace &until, Qt::DayOfWeek weekStart);
    CalendarPlace from() const;
    /// When it ends; of whole days the last one. What ends before it begins ends on the next day.
    CalendarPlace until() const;

signals:
    /// By hand.
    void changed();

private:
    void begin();
    void end();
    void beginDay();
    void showSpan();

    QDateEdit *m_day;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QDateEdit *m_last;
    QCheckBox *m_allDay;
    QLabel *m_words;
    int m_minutes = 0; ///< from the beginning to the end, on the clock on the wall
    int m_days = 0;    ///< from the first day to the last
};

} // namespace Kartoteka
