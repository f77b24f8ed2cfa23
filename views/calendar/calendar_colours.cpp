// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_colours.h"

#include "core/schema/builtin_names.h"
#include "views/widgets/distinct_colours.h"
#include "views/widgets/kind_colour.h"
#include "views/widgets/people_colours.h"

#include <algorithm>
#include <array>

namespace Kartoteka {

namespace {

constexpr QRgb neutral = 0xff64738A; ///< slate: the accent means "act" and "selected"
constexpr std::array<std::pair<CalendarColour, const char16_t *>, 5> names{{{CalendarColour::Kind, u"kind"},
                                                                            {CalendarColour::Stage, u"stage"},
                                                                            {CalendarColour::Person, u"person"},
                                                                            {CalendarColour::Resource, u"resource"},
                                                                            {CalendarColour::Choice, u"choice"}}};

} // namespace

QString calendarColourName(CalendarColour by)
{
    return QString::fromUtf16(std::ranges::find(names, by, [](const auto &one) { return one.first; })->second);
}

CalendarColour calendarColourFromName(const QString &name)
{
    const auto found = std::ranges::find(names, name, [](const auto &one) { return QString::fromUtf16(one.second); });
    return found == names.end() ? CalendarColour::Kind : found->first;
}

QList<CalendarLane> peopleLanes(const Schema &schema)
{
    QList<CalendarLane> lanes;
    const QHash<qint64, QColor> colours = peopleColours(schema);
    for (const User &user : schema.users())
        lanes << CalendarLane{user.id, user.name, colours.value(user.id)};
    return lanes;
}

CalendarColours::CalendarColours(SchemaPtr schema, CalendarColour by, QList<CalendarLane> resources)
    : m_schema(std::move(schema)), m_by(by), m_resources(std::move(resources))
{}

qint64 CalendarColours::keyOf(const CalendarEntry &entry) const
{
    switch (m_by) {
    case CalendarColour::Kind: return entry.kind;
    case CalendarColour::Stage: return entry.stage;
    case CalendarColour::Person: return entry.person;
    case CalendarColour::Resource: return entry.resources.value(0);
    case CalendarColour::Choice: return entry.choice;
    }
    return 0;
}

const CalendarLane &CalendarColours::meaning(qint64 key) const
{
    auto known = m_meanings.find(key);
    if (known == m_meanings.end())
        known = m_meanings.insert(key, findMeaning(key));
    return *known;
}

/// Its own colour, else one that the others of its list have not.
CalendarLane CalendarColours::choice(const ListValue &value) const
{
    const QColor colour = choiceColours(m_schema->listValues(value.field)).value(value.id);
    return {value.id, displayName(*m_schema, value), colour.isValid() ? colour : QColor::fromRgb(neutral)};
}

CalendarLane CalendarColours::findMeaning(qint64 key) const
{
    switch (m_by) {
    case CalendarColour::Kind:
        if (const ListValue *kind = m_schema->listValue(key))
            return {key, displayName(*m_schema, *kind), kindColour(*kind)};
        break;
    case CalendarColour::Stage:
        if (const Stage *stage = m_schema->stage(key))
            return {key, displayName(*m_schema, *stage), QColor(stage->colour)};
        break;
    case CalendarColour::Person:
        if (const User *user = m_schema->user(key))
            return {key, user->name, ofPerson(key)};
        break;
    case CalendarColour::Resource: {
        const auto found = std::ranges::find(m_resources, key, &CalendarLane::id);
        if (found != m_resources.end())
            return *found;
        break;
    }
    case CalendarColour::Choice:
        if (const ListValue *value = m_schema->listValue(key))
            return choice(*value);
        break;
    }
    return {0, {}, QColor::fromRgb(neutral)};
}

QColor CalendarColours::ofPerson(qint64 id) const
{
    if (m_people.isEmpty()) {
        for (const CalendarLane &lane : peopleLanes(*m_schema))
            m_people.insert(lane.id, lane);
    }
    const QColor colour = m_people.value(id).colour;
    return colour.isValid() ? colour : QColor::fromRgb(neutral);
}

QColor CalendarColours::of(const CalendarEntry &entry) const
{
    const QColor own(entry.colour);
    if (own.isValid() && m_by == CalendarColour::Kind)
        return own;
    const QColor colour = meaning(keyOf(entry)).colour;
    return colour.isValid() ? colour : QColor::fromRgb(neutral);
}

QList<CalendarLane> CalendarColours::legend(const QList<CalendarEntry> &entries) const
{
    QSet<qint64> keys;
    for (const CalendarEntry &entry : entries)
        keys.insert(keyOf(entry));
    QList<CalendarLane> told;
    for (const qint64 key : std::as_const(keys)) {
        if (const CalendarLane one = meaning(key); one.id != 0)
            told << one;
    }
    const auto position = [this](qint64 key) {
        const ListValue *kind = m_schema->listValue(key);
        const Stage *stage = m_schema->stage(key);
        const bool isOfList = m_by == CalendarColour::Kind || m_by == CalendarColour::Choice;
        return isOfList && kind                      ? kind->position
            : m_by == CalendarColour::Stage && stage ? int(stage->group) * 1000 + stage->position
                                                     : 0;
    };
    std::ranges::sort(told, [&](const CalendarLane &a, const CalendarLane &b) {
        const int first = position(a.id);
        const int second = position(b.id);
        return first != second ? first < second : a.name.localeAwareCompare(b.name) < 0;
    });
    return told;
}

} // namespace Kartoteka
