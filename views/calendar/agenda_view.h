// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_surface.h"

namespace Kartoteka {

/// What stands in the calendar as a list, day after day, without end in both directions: what comes near an end is read ahead.
class AgendaView final : public CalendarSurface
{
    Q_OBJECT
public:
    AgendaView(CalendarScene &scene, QWidget *parent);

    /// The days that it needs: around the one on top.
    QDate first() const { return m_first; }
    QDate last() const { return m_last; }
    /// Begins anew with a day on top.
    void start(const QDate &day);

    QList<EntryPart> parts() const override;
    CalendarHit hitAt(const QPoint &point) const override;
    void revealDay(const QDate &day) override;

    /// A day with its entries; it knows its place from the top of the list.
    struct Group
    {
        QDate day;
        int top = 0;
        QList<int> entries;
    };
    int rowHeight() const;
    int headHeight() const;

signals:
    /// Other days are needed.
    void daysWanted(const QDate &first, const QDate &last);
    /// Another day is on top.
    void topChanged(const QDate &day);

protected:
    void layOut() override;
    void paintContent(QPainter &painter) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void paintGroup(QPainter &painter, const Group &group);
    QString dayWords(const QDate &day) const;
    QDate topDay() const;
    void growNearEnds();

    QList<Group> m_groups;
    QDate m_first;
    QDate m_last;
    QDate m_top;       ///< the day that stays on top while others come before it
    int m_intoTop = 0; ///< how far it is scrolled into
    int m_height = 0;
    bool m_isPlacing = false;
};

/// Draws a row of an agenda: on the screen and on paper.
void paintAgendaRow(QPainter &painter, const QRect &rect, const CalendarEntry &entry, const QDate &day,
                    const CalendarScene &scene, const EntryPainter &entries, const EntryLook &look);

} // namespace Kartoteka
