// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/date_span.h"
#include "core/schema/work_calendar.h"

namespace Kartoteka {

/// The spans of days of a board by date, in its order.
enum class DayColumn {
    Overdue = 1, ///< before today
    Today,
    ThisWeek, ///< after today, to the last working day of the week
    NextWeek, ///< from there to the last working day of the next one
    Later,
    None, ///< no date
};

/// The columns of a board by date as they stand at a moment, in the time zone of the computer. A week in which nobody works
/// ends with its last day.
class BoardDays
{
public:
    BoardDays(const QDateTime &now, Qt::DayOfWeek firstDay, const WorkCalendar &calendar);

    /// The same office at another moment.
    BoardDays at(qint64 now) const;
    const QDateTime &now() const { return m_now; }
    /// The days of a column; an open end is a null date. Empty, with its last day before its first, when the week is over.
    DateSpan span(DayColumn column) const;
    /// Nothing can stand there any more: the week is over.
    bool isOver(DayColumn column) const { return column == DayColumn::ThisWeek && m_weekEnd == m_now.date(); }
    /// UTC ms of the first moment of the day after a column that is not the last one.
    qint64 endOf(DayColumn column) const;
    /// Where a moment stands, UTC ms.
    DayColumn columnOf(qint64 at) const;
    /// The day of what comes into a column, not Overdue and not None: today, tomorrow (today when the week is over), in a
    /// week, in two weeks, kept within the column.
    QDate dayFor(DayColumn column) const;
    /// The moment of what comes there: the day with the time of day of @p before. Without one, or when that has passed, a time
    /// of work, from the next full hour on; never in the past.
    QDateTime momentFor(DayColumn column, const QDateTime &before) const;

private:
    QDateTime workTime(const QDate &day) const;

    QDateTime m_now;
    Qt::DayOfWeek m_firstDay;
    WorkCalendar m_calendar;
    QDate m_weekEnd;
    QDate m_nextEnd;
};

/// A time of a day as an instant; one that the change to summer time leaves out is an hour later.
QDateTime instantOf(const QDate &day, const QTime &time);

} // namespace Kartoteka
