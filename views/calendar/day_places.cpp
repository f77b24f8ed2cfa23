// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/day_places.h"

#include "core/base/durations.h"
#include "views/calendar/entry_painter.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int timeColumn = 56;
constexpr int hourHeights = 48;
constexpr int stripLanes = 5;    ///< of whole days, before they are counted only
constexpr int leastColumn = 38;  ///< of what stands side by side in the hours: some letters
constexpr int leastOnPaper = 24; ///< … where nobody can ask for what is counted only
constexpr int leastLane = 96;    ///< of a column of a person or resource
constexpr int leastHeight = 22;  ///< of a block

int minuteOf(const QDateTime &at)
{
    return at.time().msecsSinceStartOfDay() / 60'000;
}

/// Midnight ends the day before it.
bool endsOn(const CalendarEntry &entry, const QDate &day)
{
    return entry.ends.date() <= day || (entry.ends.date() == day.addDays(1) && entry.ends.time() == QTime(0, 0));
}

} // namespace

bool liesOverDays(const CalendarEntry &entry)
{
    if (!entry.starts.isValid())
        return true;
    const qint64 nights = entry.starts.date().daysTo(entry.ends.date()); // by the wall: no time zone is asked
    return nights > 1 || (nights == 1 && entry.ends.time() >= entry.starts.time());
}

MinuteSpan minutesOn(const CalendarEntry &entry, const QDate &day)
{
    const int from = entry.starts.date() < day ? 0 : minuteOf(entry.starts);
    const int to = entry.ends.date() > day ? minutesOfDay : minuteOf(entry.ends);
    return {from, qMax(from, to)};
}

void DayPlaces::build(const CalendarScene &scene, const View &view, const EntryPainter &painter)
{
    m_area = view.area;
    m_across = view.across;
    m_down = view.down;
    m_timeWidth = painter.length(timeColumn);
    // Closer or roomier as everything else.
    m_hour = view.hour > 0
        ? view.hour
        : qMax(painter.length(hourHeights + (sizes().control - 32) * 2), 2 * QFontMetrics(painter.small()).height());
    m_barHeight = painter.barHeight();
    m_barPitch = painter.barPitch();
    m_lanesAreResources = scene.lanesAreResources;
    makeColumns(scene);
    m_rows = HourRows(scene.period.days());
    const int room = m_area.width() - m_timeWidth;
    m_columnWidth = qMax(room / qMax<int>(1, int(m_columns.size())),
                         scene.lanes.isEmpty() || scene.isOnPaper() ? 0 : painter.length(leastLane));
    m_head = QRect(m_area.left(), m_area.top(), m_area.width(), painter.length(scene.lanes.isEmpty() ? 48 : 68));
    m_parts.clear();
    placeBars(scene, painter);
    m_body = QRect(m_area.left(), m_strip.bottom() + 1, m_area.width(), m_area.bottom() - m_strip.bottom());
    placeBlocks(scene, painter);
}

void DayPlaces::makeColumns(const CalendarScene &scene)
{
    m_columns.clear();
    const QList<QDate> days = scene.period.days();
    for (const QDate &day : days) {
        if (scene.lanes.isEmpty())
            m_columns << Column{day};
        for (const CalendarLane &lane : scene.lanes)
            m_columns << Column{day, lane.id, lane.name};
    }
}

bool DayPlaces::isIn(const CalendarEntry &entry, const Column &column) const
{
    return entry.covers(column.day)
        && (column.lane == 0 || (m_lanesAreResources ? entry.resources : entry.people).contains(column.lane));
}

/// Whole days in lanes of the strip. In lanes of people the same day may stand in several columns.
void DayPlaces::placeBars(const CalendarScene &scene, const EntryPainter &painter)
{
    struct Bar
    {
        int entry;
        BarSpan span;
    };
    QList<Bar> bars;
    const QList<CalendarEntry> &entries = scene.entries();
    const int count = int(m_columns.size());
    for (int i = 0; i < entries.size(); ++i) {
        if (!liesOverDays(entries[i]))
            continue;
        for (int column = 0; column < count; ++column) {
            if (!isIn(entries[i], m_columns[column]))
                continue;
            BarSpan span{column, column};
            while (scene.lanes.isEmpty() && span.last + 1 < count && isIn(entries[i], m_columns[span.last + 1]))
                ++span.last;
            bars.append({i, span});
            column = span.last;
        }
    }
    QList<BarSpan> spans;
    for (const Bar &bar : std::as_const(bars))
        spans << bar.span;
    m_lanes = stripLanes;
    m_row = layoutRow(spans, count, m_lanes);
    QList<int> beyond; // what is not even listed of a day
    for (const Column &column : std::as_const(m_columns)) {
        const auto listed = std::ranges::count_if(entries, [&](const CalendarEntry &one) { return one.covers(column.day); });
        beyond << (column.lane == 0 ? int(qMax<qint64>(0, scene.shown().count(column.day) - listed)) : 0);
    }
    if (std::ranges::any_of(beyond, [](int more) { return more > 0; })) {
        m_lanes = qMin(stripLanes, m_row.used + 1);
        m_row = layoutRow(spans, count, m_lanes, beyond);
    }
    const int lanes = qMax(1, m_row.used);
    m_strip = QRect(m_area.left(), m_head.bottom() + 1, m_area.width(), lanes * m_barPitch + painter.length(6));
    for (int i = 0; i < bars.size(); ++i) {
        if (m_row.lanes[i] < 0)
            continue;
        const CalendarEntry &entry = entries[bars[i].entry];
        m_parts << EntryPart{barRect(bars[i].span.first, bars[i].span.last, m_row.lanes[i]), bars[i].entry,
                             entry.first >= m_columns[bars[i].span.first].day,
                             entry.last <= m_columns[bars[i].span.last].day};
    }
}

void DayPlaces::placeBlocks(const CalendarScene &scene, const EntryPainter &painter)
{
    const QList<CalendarEntry> &entries = scene.entries();
    const int least = scene.isOnPaper() ? leastOnPaper : leastColumn;
    const int most = qMax(1, (m_columnWidth - 8) / painter.length(least));
    const int leastMinutes = leastHeight * 60 / qMax(1, m_hour);
    for (int c = 0; c < m_columns.size(); ++c) {
        Column &column = m_columns[c];
        QList<MinuteSpan> spans;
        for (int i = 0; i < entries.size(); ++i) {
            if (!isIn(entries[i], column) || liesOverDays(entries[i]))
                continue;
            spans << rowsOn(entries[i], column.day);
            column.entries << i;
        }
        column.layout = layoutDay(spans, most, leastMinutes);
        for (int i = 0; i < spans.size(); ++i) {
            if (column.layout.places[i].isHidden())
                continue;
            const CalendarEntry &entry = entries[column.entries[i]];
            MinuteSpan span = spans[i];
            span.to = qMax(span.to, span.from + leastMinutes);
            m_parts << EntryPart{blockRect(c, span, column.layout.places[i]), column.entries[i],
                                 entry.starts.date() == column.day, endsOn(entry, column.day), true};
        }
    }
}

int DayPlaces::columnLeft(int column) const
{
    const int room = m_area.width() - m_timeWidth;
    const int wide = m_columnWidth * int(m_columns.size());
    // What is left over by the division goes to all of them.
    const int left = wide <= room ? int(qint64(room) * column / qMax<qsizetype>(1, m_columns.size()))
                                  : column * m_columnWidth;
    return m_area.left() + m_timeWidth + left - m_across;
}

QRect DayPlaces::columnRect(int column) const
{
    return {columnLeft(column), m_body.top() - m_down, columnLeft(column + 1) - columnLeft(column), contentHeight()};
}

QRect DayPlaces::headOf(int column) const
{
    return {columnLeft(column), m_head.top(), columnLeft(column + 1) - columnLeft(column), m_head.height()};
}

MinuteSpan DayPlaces::rowsOn(const CalendarEntry &entry, const QDate &day) const
{
    const auto [from, to] = m_rows.rowsOf(entry.starts, entry.ends, day);
    return {from, to};
}

int DayPlaces::rowY(int row) const
{
    return m_body.top() - m_down + rowHeight(row);
}

int DayPlaces::minuteAt(int y, const QDate &day) const
{
    return m_rows.minuteAt(qBound(0, (y - m_body.top() + m_down) * 60 / qMax(1, m_hour), m_rows.all()), day);
}

int DayPlaces::columnAt(int x) const
{
    if (x < m_area.left() + m_timeWidth)
        return -1;
    for (int column = 0; column < m_columns.size(); ++column) {
        if (x >= columnLeft(column) && x < columnLeft(column + 1))
            return column;
    }
    return -1;
}

int DayPlaces::columnOf(const QDate &day) const
{
    const auto found = std::ranges::find(m_columns, day, &Column::day);
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

QRect DayPlaces::barRect(int first, int last, int lane) const
{
    const int left = columnLeft(first) + 2;
    return {left, m_strip.top() + 3 + lane * m_barPitch, columnLeft(last + 1) - 4 - left, m_barHeight};
}

QRect DayPlaces::hiddenRect(int column) const
{
    return hiddenOf(column) > 0 ? barRect(column, column, m_lanes - 1) : QRect();
}

QRect DayPlaces::blockRect(int column, const MinuteSpan &span, const DayPlace &place) const
{
    const int left = columnLeft(column) + 2;
    const int width = columnLeft(column + 1) - columnLeft(column) - 8; // a free edge, in which something new can be begun
    const int from = left + width * place.column / place.columns;
    const int to = left + width * (place.column + place.width) / place.columns;
    return {from, rowY(span.from), to - from - 1, rowY(span.to) - rowY(span.from) - 1};
}

QRect DayPlaces::crowdRect(int column, const Crowd &crowd) const
{
    return blockRect(column, crowd.span, {crowd.columns - 1, 1, crowd.columns});
}

QList<EntryPart> DayPlaces::piecesOf(const CalendarEntry &entry, qint64 lane) const
{
    QList<EntryPart> pieces;
    for (int column = 0; column < m_columns.size(); ++column) {
        if (!entry.covers(m_columns[column].day) || (lane != 0 && m_columns[column].lane != lane))
            continue;
        if (liesOverDays(entry)) {
            pieces << EntryPart{barRect(column, column, 0), 0, entry.first == m_columns[column].day,
                                entry.last == m_columns[column].day};
            continue;
        }
        MinuteSpan span = rowsOn(entry, m_columns[column].day);
        span.to = qMax(span.to, span.from + leastHeight * 60 / qMax(1, m_hour));
        pieces << EntryPart{blockRect(column, span, {0, 1, 1}), 0, true, true, true};
    }
    return pieces;
}

} // namespace Kartoteka
