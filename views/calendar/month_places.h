// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/layout.h"
#include "views/calendar/calendar_scene.h"

#include <QRect>

namespace Kartoteka {

class EntryPainter;

/// Where everything of a month stands: weeks as rows, days as cells, entries as bars over the days that they cover.
class MonthPlaces
{
public:
    struct Week
    {
        QDate begin;
        QRect rect; ///< of its days
        RowLayout layout;
        QList<int> entries; ///< in the order of the layout
    };

    /// @p area: of the whole month with its head; the rows are moved up by @p scrolled. @p leastRow: height of a
    /// row where not all are seen at once.
    void build(const CalendarPeriod &period, const CalendarEntries &entries, const QRect &area, int scrolled, int leastRow,
               const EntryPainter &painter);

    const QList<Week> &weeks() const { return m_weeks; }
    const QRect &headRect() const { return m_head; }
    /// The rows, as far as they are seen.
    QRect bodyRect() const { return m_body; }
    /// The columns of the days, without the numbers of the weeks.
    QRect daysRect() const { return m_days; }
    /// Height of all rows together.
    int contentHeight() const { return int(m_weeks.size()) * m_rowHeight; }
    const QList<EntryPart> &parts() const { return m_parts; }

    /// The column of a day of the week, from the head to the foot.
    int columnLeft(int column) const;
    QRect cellRect(const QDate &day) const;
    QRect numberRect(const QDate &day) const;
    /// Where it says how many more there are; null where all are seen.
    QRect moreRect(const QDate &day) const;
    int moreOf(const QDate &day) const;
    /// Invalid beside the days.
    QDate dayAt(const QPoint &point) const;
    /// Pieces that an entry would have with its first one at @p y.
    QList<EntryPart> piecesOf(const CalendarEntry &entry, int y) const;

private:
    const Week *weekOf(const QDate &day) const;
    EntryPart pieceOf(const Week &week, int first, int last, int lane) const;

    QList<Week> m_weeks;
    QList<EntryPart> m_parts;
    QRect m_head;
    QRect m_body;
    QRect m_days; ///< of the columns
    int m_rowHeight = 0;
    int m_numberHeight = 0;
    int m_barHeight = 0;
    int m_barPitch = 0;
    int m_lanes = 0;
};

} // namespace Kartoteka
