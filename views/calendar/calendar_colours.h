// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_entry.h"
#include "core/schema/schema.h"
#include "core/schema/work_hours.h"

#include <QColor>
#include <QHash>

namespace Kartoteka {

/// What the colour of an entry says.
enum class CalendarColour {
    Kind,
    Stage,
    Person,
    Resource,
    Choice ///< value of a list field of the items (CalendarQuery::colourField)
};
QString calendarColourName(CalendarColour by);
CalendarColour calendarColourFromName(const QString &name);

/// A lane of a calendar, or what else is told apart by its name and colour: a person, a resource.
struct CalendarLane
{
    qint64 id = 0;
    QString name;
    QColor colour;
    QHash<int, WorkHours> hours = {}; ///< of its own, by weekday; elsewhere those of the office
    bool isShared = false;            ///< several may have it at once
    qint64 gapMs = 0;                 ///< that must lie between two of its bookings
    int capacity = 0;                 ///< places; 0: nobody counts them

    bool operator==(const CalendarLane &) const = default;
};

/// The people of the office, those who are gone included; the first dozen all have colours of their own.
QList<CalendarLane> peopleLanes(const Schema &schema);

/// Colours of entries, and what they mean.
class CalendarColours
{
public:
    CalendarColours(SchemaPtr schema, CalendarColour by, QList<CalendarLane> resources = {});

    CalendarColour by() const { return m_by; }
    const QList<CalendarLane> &resources() const { return m_resources; }
    /// Of an entry; what has none of its kind has the neutral one.
    QColor of(const CalendarEntry &entry) const;
    QColor ofPerson(qint64 id) const;
    /// What is among the entries, in the order of the definitions: name and colour. Nothing where all have the neutral one.
    QList<CalendarLane> legend(const QList<CalendarEntry> &entries) const;

private:
    qint64 keyOf(const CalendarEntry &entry) const;
    const CalendarLane &meaning(qint64 key) const;
    CalendarLane findMeaning(qint64 key) const;
    CalendarLane choice(const ListValue &value) const;

    SchemaPtr m_schema;
    CalendarColour m_by;
    QList<CalendarLane> m_resources;
    mutable QHash<qint64, CalendarLane> m_people;
    mutable QHash<qint64, CalendarLane> m_meanings; ///< that were asked for: a month asks for hundreds
};

} // namespace Kartoteka
