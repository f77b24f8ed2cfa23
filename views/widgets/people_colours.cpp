// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/people_colours.h"

#include "views/theme/theme.h"
#include "views/widgets/distinct_colours.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Of the process: people of all offices that are open, none of whom stands in two of them.
QHash<QUuid, QColor> &noted()
{
    static QHash<QUuid, QColor> colours;
    return colours;
}

} // namespace

QHash<qint64, QColor> peopleColours(const Schema &schema)
{
    // Ids of a person begin with the time at which they were made.
    QList<User> people = schema.users();
    std::ranges::sort(people, {}, &User::uid);
    QHash<qint64, QColor> colours;
    for (qsizetype first = 0; first < people.size(); first += distinctColourCount) {
        QList<ColourWish> dozen;
        for (const User &one : people.sliced(first, qMin(qsizetype(distinctColourCount), people.size() - first)))
            dozen << ColourWish{one.id, Theme::personColour(one.uid)};
        colours.insert(distinctColours(dozen));
    }
    return colours;
}

void notePeople(const Schema &schema)
{
    const QHash<qint64, QColor> colours = peopleColours(schema);
    for (const User &one : schema.users())
        noted().insert(one.uid, colours.value(one.id));
}

QColor personColour(const User &person)
{
    return noted().value(person.uid, Theme::personColour(person.uid));
}

} // namespace Kartoteka
