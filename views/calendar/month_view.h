// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_surface.h"
#include "views/calendar/month_places.h"

#include <functional>

namespace Kartoteka {

using LookOfPart = std::function<EntryLook(const CalendarEntry &entry, const EntryPart &part)>;

/// Draws a month: on the screen and on paper.
void paintMonth(QPainter &painter, const MonthPlaces &places, const CalendarScene &scene, const EntryPainter &entries,
                const CalendarHit &hovered, const LookOfPart &lookOf);

/// A month: weeks as rows, what takes several days as bars over them, what has no room as "+12".
class MonthView final : public CalendarSurface
{
    Q_OBJECT
public:
    MonthView(CalendarScene &scene, QWidget *parent);

    QList<EntryPart> parts() const override { return m_places.parts(); }
    CalendarHit hitAt(const QPoint &point) const override;
    std::optional<CalendarSpot> spotAt(const QPoint &point) const override;
    QRect spanRect(const CalendarPlace &from, const CalendarPlace &until) const override;
    QRect scrollZone() const override { return m_places.daysRect(); }
    void revealDay(const QDate &day) override;
    const MonthPlaces &places() const { return m_places; }

protected:
    void layOut() override;
    void paintContent(QPainter &painter) override;
    QList<EntryPart> partsOf(const CalendarEntry &entry, qint64 lane, int y) const override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// Which weeks are shown, and how far they can be scrolled.
    struct Page
    {
        QDate first;
        int scrolled = 0;
        bool operator==(const Page &) const = default;
    };

    MonthPlaces m_places;
    Page m_page;
    int m_wheel = 0; ///< turned so far, in eighths of a degree
};

} // namespace Kartoteka
