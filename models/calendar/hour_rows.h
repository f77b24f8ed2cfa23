// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durations.h"

#include <QDateTime>
#include <QList>

namespace Kartoteka {

/// Minutes down a grid of hours in which days stand beside one another. They are those of the clock on the wall; but the hour that
/// comes twice on one of the days, since the clock is put back, has rows for the second time too, which the other days leave empty.
/// A value.
class HourRows
{
public:
    HourRows() = default;
    explicit HourRows(const QList<QDate> &days);

    /// The day on which the clock is put back; invalid: on none of them.
    const QDate &day() const { return m_day; }
    /// Where the rows of the second time begin, and where they end.
    int secondFrom() const { return m_to; }
    int secondTo() const { return m_to + extra(); }
    /// The minute on the wall at which the second time begins once more.
    int minuteOfSecond() const { return m_from; }
    bool isTwice() const { return m_day.isValid(); }
    int all() const { return minutesOfDay + extra(); }

    /// The row of a minute on the wall, as every day has it.
    int rowOf(int minute) const { return isTwice() && minute >= m_to ? minute + extra() : minute; }
    /// The rows between two moments of a day; what reaches beyond it goes to its edges.
    QPair<int, int> rowsOf(const QDateTime &starts, const QDateTime &ends, const QDate &day) const;
    /// The minute on the wall at a row of a day; of rows that it has not, the one after them.
    int minuteAt(int row, const QDate &day) const;

private:
    int extra() const { return m_to - m_from; }
    int rowOf(const QDateTime &at, const QDate &day, bool isEnd) const;

    QDate m_day;
    int m_from = 0; ///< minutes on the wall that come twice
    int m_to = 0;
    qint64 m_second = 0; ///< when they come the second time, UTC ms
};

} // namespace Kartoteka
