// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_entry.h"
#include "core/schema/schema.h"

#include <QColor>

namespace Kartoteka {

/// What the colour of an entry says.
enum class CalendarColour { Kind, Stage, Person, Resource };
QString calendarColourName(CalendarColour by);
CalendarColour calendarColourFromName(const QString &name);

/// A lane of a calendar, or what else is told apart by its name and colour: a person, a resource.
struct CalendarLane
{
    qint64 id = 0;
    QString name;
    QColor colour;
};

/// Colours of entries, and what they mean.
class CalendarColours
{
public:
    CalendarColours(SchemaPtr schema, CalendarColour by, QList<CalendarLane> resources = {});

    CalendarColour by() const { return m_by; }
    /// Of an entry; what has none of its kind has the neutral one.
    QColor of(const CalendarEntry &entry) const;
    /// What is among the entries, in the order of the definitions: name and colour. Nothing where all have the neutral one.
    QList<CalendarLane> legend(const QList<CalendarEntry> &entries) const;
    static CalendarLane laneOf(const User &user);

private:
    qint64 keyOf(const CalendarEntry &entry) const;
    CalendarLane meaning(qint64 key) const;

    SchemaPtr m_schema;
    CalendarColour m_by;
    QList<CalendarLane> m_resources;
};

} // namespace Kartoteka
