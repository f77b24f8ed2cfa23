// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/month_places.h"

#include "core/base/durations.h"
#include "views/calendar/entry_painter.h"

#include <algorithm>

namespace Kartoteka {

namespace {
constexpr int numberColumn = 32; ///< of the weeks
constexpr int closeLanes = 2;    ///< of a row where there is little room
} // namespace

void MonthPlaces::build(const CalendarPeriod &period, const CalendarEntries &entries, const QRect &area, int scrolled,
                        int leastRow, const EntryPainter &painter)
{
    m_weeks.clear();
    m_parts.clear();
    const int weekColumn = painter.length(numberColumn);
    m_head = QRect(area.left(), area.top(), area.width(), painter.length(28));
    m_body = area.adjusted(0, m_head.height(), 0, 0);
    m_days = m_body.adjusted(weekColumn, 0, 0, 0);
    m_barHeight = painter.barHeight();
    m_barPitch = painter.barPitch();
    m_numberHeight = painter.length(26);
    const QDate first = period.first();
    const int rows = int(first.daysTo(period.last()) + 1) / weekDays;
    // The month is seen whole where each day has room for its number, an entry and how many more there are.
    const int whole = m_body.height() / qMax(1, rows);
    m_rowHeight = whole >= m_numberHeight + closeLanes * m_barPitch + 3 ? whole : qMax(leastRow, whole);
    m_lanes = qMax(1, (m_rowHeight - m_numberHeight - 3) / m_barPitch);
    for (int row = 0; row < rows; ++row) {
        Week week{first.addDays(qint64(row) * weekDays),
                  QRect(m_days.left(), m_days.top() + row * m_rowHeight - scrolled, m_days.width(), m_rowHeight),
                  {},
                  {}};
        const QDate end = week.begin.addDays(weekDays - 1);
        QList<BarSpan> bars;
        QList<int> beyond;
        for (int i = 0; i < weekDays; ++i)
            beyond << entries.count(week.begin.addDays(i));
        for (int i = 0; i < entries.entries.size(); ++i) {
            const CalendarEntry &entry = entries.entries[i];
            if (entry.first > end || entry.last < week.begin)
                continue;
            const BarSpan bar{int(qMax<qint64>(0, week.begin.daysTo(entry.first))),
                              int(qMin<qint64>(weekDays - 1, week.begin.daysTo(entry.last)))};
            for (int day = bar.first; day <= bar.last; ++day)
                beyond[day] = qMax(0, beyond[day] - 1);
            bars << bar;
            week.entries << i;
        }
        week.layout = layoutRow(bars, weekDays, m_lanes, beyond);
        for (int i = 0; i < bars.size(); ++i) {
            if (week.layout.lanes[i] < 0)
                continue;
            const CalendarEntry &entry = entries.entries[week.entries[i]];
            EntryPart part = pieceOf(week, bars[i].first, bars[i].last, week.layout.lanes[i]);
            part.entry = week.entries[i];
            part.beginsHere = entry.first >= week.begin;
            part.endsHere = entry.last <= end;
            m_parts << part;
        }
        m_weeks << week;
    }
}

int MonthPlaces::columnLeft(int column) const
{
    return m_days.left() + int(qint64(m_days.width()) * column / weekDays);
}

EntryPart MonthPlaces::pieceOf(const Week &week, int first, int last, int lane) const
{
    const int left = columnLeft(first) + 3;
    const int right = columnLeft(last + 1) - 3;
    return {QRect(left, week.rect.top() + m_numberHeight + lane * m_barPitch, right - left, m_barHeight), 0};
}

const MonthPlaces::Week *MonthPlaces::weekOf(const QDate &day) const
{
    const auto found = std::ranges::find_if(
        m_weeks, [&](const Week &week) { return week.begin <= day && day < week.begin.addDays(weekDays); });
    return found == m_weeks.end() ? nullptr : &*found;
}

QRect MonthPlaces::cellRect(const QDate &day) const
{
    const Week *week = weekOf(day);
    if (!week)
        return {};
    const int column = int(week->begin.daysTo(day));
    return {columnLeft(column), week->rect.top(), columnLeft(column + 1) - columnLeft(column), week->rect.height()};
}

QRect MonthPlaces::numberRect(const QDate &day) const
{
    const QRect cell = cellRect(day);
    return cell.isNull() ? QRect() : QRect(cell.left() + 2, cell.top() + 1, m_numberHeight + 8, m_numberHeight - 2);
}

int MonthPlaces::moreOf(const QDate &day) const
{
    const Week *week = weekOf(day);
    return week ? week->layout.hidden.value(int(week->begin.daysTo(day))) : 0;
}

QRect MonthPlaces::moreRect(const QDate &day) const
{
    const Week *week = moreOf(day) > 0 ? weekOf(day) : nullptr;
    const int column = week ? int(week->begin.daysTo(day)) : 0;
    return week ? pieceOf(*week, column, column, m_lanes - 1).rect : QRect();
}

QDate MonthPlaces::dayAt(const QPoint &point) const
{
    if (point.x() < m_days.left() || point.x() >= m_days.right() || point.y() < m_body.top())
        return {};
    for (const Week &week : m_weeks) {
        if (point.y() < week.rect.top() || point.y() > week.rect.bottom())
            continue;
        for (int column = 0; column < weekDays; ++column) {
            if (point.x() < columnLeft(column + 1))
                return week.begin.addDays(column);
        }
    }
    return {};
}

QList<EntryPart> MonthPlaces::piecesOf(const CalendarEntry &entry, int y) const
{
    QList<EntryPart> pieces;
    for (const Week &week : m_weeks) {
        const QDate end = week.begin.addDays(weekDays - 1);
        if (entry.first > end || entry.last < week.begin)
            continue;
        const int first = int(qMax<qint64>(0, week.begin.daysTo(entry.first)));
        const int last = int(qMin<qint64>(weekDays - 1, week.begin.daysTo(entry.last)));
        const int under = (y - week.rect.top() - m_numberHeight) / m_barPitch;
        int lane = week.rect.contains(week.rect.left(), y) ? qBound(0, under, m_lanes - 1) : 0;
        if (entry.ref.id == 0) { // what is new follows what the days hold, as it will
            const auto isTaken = [&](int at) {
                const QRect rect = pieceOf(week, first, last, at).rect;
                return std::ranges::any_of(m_parts, [&rect](const EntryPart &part) { return part.rect.intersects(rect); });
            };
            for (lane = 0; lane < m_lanes - 1 && isTaken(lane);)
                ++lane;
        }
        EntryPart part = pieceOf(week, first, last, lane);
        part.beginsHere = entry.first >= week.begin;
        part.endsHere = entry.last <= end;
        pieces << part;
    }
    return pieces;
}

} // namespace Kartoteka
