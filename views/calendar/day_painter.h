// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/work_calendar.h"
#include "views/calendar/day_places.h"
#include "views/calendar/entry_painter.h"
#include "views/calendar/month_view.h"

namespace Kartoteka {

/// Draws a week or a day, on the screen and on paper.
class DayPainter
{
public:
    DayPainter(QPainter &painter, const DayPlaces &places, const CalendarScene &scene, const EntryPainter &entries,
               const CalendarHit &hovered)
        : m_painter(painter)
        , m_places(places)
        , m_scene(scene)
        , m_entries(entries)
        , m_hovered(hovered)
        , m_calendar(*scene.store.schema())
    {}

    void paint(const LookOfPart &lookOf);

private:
    void paintHeads();
    void paintHead(int column);
    void paintStrip();
    void paintHours();
    void paintHourName(int y, int minute);
    const CalendarLane *laneOf(int column) const;
    WorkHours hoursOf(int column) const;
    void paintColumn(int column);
    void paintCrowds(int column);
    void paintOverfull(int column);
    void paintNow();
    void paintParts(bool blocks, const LookOfPart &lookOf);

    QPainter &m_painter;
    const DayPlaces &m_places;
    const CalendarScene &m_scene;
    const EntryPainter &m_entries;
    const CalendarHit &m_hovered;
    WorkCalendar m_calendar;
};

} // namespace Kartoteka
