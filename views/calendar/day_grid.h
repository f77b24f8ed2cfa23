// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_surface.h"
#include "views/calendar/day_places.h"

namespace Kartoteka {

/// The hours of a week, of its working days or of a day; beside one another for several people or resources.
class DayGrid final : public CalendarSurface
{
    Q_OBJECT
public:
    DayGrid(CalendarScene &scene, QWidget *parent);

    QList<EntryPart> parts() const override { return m_places.parts(); }
    CalendarHit hitAt(const QPoint &point) const override;
    std::optional<CalendarSpot> spotAt(const QPoint &point) const override;
    QRect spanRect(const CalendarPlace &from, const CalendarPlace &until) const override;
    QRect scrollZone() const override;
    void revealDay(const QDate &day) override;
    void tick() override;
    const DayPlaces &places() const { return m_places; }
    /// Scrolls to when work begins, or to now where that is seen.
    void showWorkingHours();

protected:
    void layOut() override;
    void paintContent(QPainter &painter) override;
    QStringList wordsAt(const QPoint &point) const override;
    QList<EntryPart> partsOf(const CalendarEntry &entry, qint64 lane, int y) const override;
    QPair<CalendarPlace, CalendarPlace> clickSpan(const CalendarPlace &at) const override;
    void showEvent(QShowEvent *event) override;

private:
    DayPlaces m_places;
    bool m_isPlaced = false; ///< it was scrolled to the working hours
};

} // namespace Kartoteka
