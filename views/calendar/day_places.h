// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/layout.h"
#include "models/calendar/hour_rows.h"
#include "views/calendar/calendar_scene.h"

#include <QRect>

namespace Kartoteka {

class EntryPainter;

/// Where everything of a week or a day stands: a column for each day, or for each person or resource of it, with a strip of whole
/// days on top and the hours below.
class DayPlaces
{
public:
    struct Column
    {
        QDate day;
        qint64 lane = 0; ///< 0: everybody
        QString laneName = {};
        DayLayout layout = {};
        QList<int> entries = {}; ///< in the order of the layout
    };
    /// How it is scrolled, and what room there is.
    struct View
    {
        QRect area;
        int across = 0; ///< scrolled to the right
        int down = 0;
        int hour = 0; ///< height of one; 0: the usual one
    };

    void build(const CalendarScene &scene, const View &view, const EntryPainter &painter);

    const QList<Column> &columns() const { return m_columns; }
    const QList<EntryPart> &parts() const { return m_parts; }
    QRect headRect() const { return m_head; }
    QRect stripRect() const { return m_strip; }
    /// The hours, as far as they are seen.
    QRect bodyRect() const { return m_body; }
    int timeWidth() const { return m_timeWidth; }
    int hourHeight() const { return m_hour; }
    int contentHeight() const { return rowHeight(m_rows.all()); }
    /// Which minutes stand where.
    const HourRows &rows() const { return m_rows; }
    int contentWidth() const { return m_columnWidth * int(m_columns.size()); }

    int columnLeft(int column) const;
    QRect columnRect(int column) const; ///< of the hours
    QRect headOf(int column) const;
    /// The y of a minute of a day, and of a row.
    int minuteY(int minute) const { return rowY(m_rows.rowOf(minute)); }
    int rowY(int row) const;
    int minuteAt(int y, const QDate &day) const;
    /// -1 beside the columns.
    int columnAt(int x) const;
    int columnOf(const QDate &day) const;

    /// What tells how many whole days have no room, by column; and the crowds of a column's hours.
    int hiddenOf(int column) const { return m_row.hidden.value(column); }
    QRect hiddenRect(int column) const;
    QRect crowdRect(int column, const Crowd &crowd) const;
    /// Pieces of an entry wherever it would stand, over the whole width of its columns; @p lane: only of that one.
    QList<EntryPart> piecesOf(const CalendarEntry &entry, qint64 lane) const;

private:
    void makeColumns(const CalendarScene &scene);
    void placeBars(const CalendarScene &scene, const EntryPainter &painter);
    void placeBlocks(const CalendarScene &scene, const EntryPainter &painter);
    bool isIn(const CalendarEntry &entry, const Column &column) const;
    MinuteSpan rowsOn(const CalendarEntry &entry, const QDate &day) const;
    int rowHeight(int rows) const { return rows * m_hour / 60; }
    QRect blockRect(int column, const MinuteSpan &span, const DayPlace &place) const;
    QRect barRect(int first, int last, int lane) const;

    QList<Column> m_columns;
    QList<EntryPart> m_parts;
    RowLayout m_row; ///< of the whole days
    HourRows m_rows;
    QRect m_head;
    QRect m_strip;
    QRect m_body;
    QRect m_area;
    int m_timeWidth = 0;
    int m_columnWidth = 0;
    int m_hour = 0;
    int m_across = 0;
    int m_down = 0;
    int m_barHeight = 0;
    int m_barPitch = 0;
    int m_lanes = 0;
    bool m_lanesAreResources = false;
};

/// Whether an entry lies in the strip of whole days: it has no hours, or more than a day of them.
bool liesOverDays(const CalendarEntry &entry);
/// Minutes that an entry takes of a day, by the clock on the wall.
MinuteSpan minutesOn(const CalendarEntry &entry, const QDate &day);

} // namespace Kartoteka
