// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QColor>
#include <QHash>

namespace Kartoteka {

/// The colours of an office's people by their ids: of those who came one after another a dozen differ, nobody's changes when
/// another one is made, and they are the same on every computer that knows the same people. White reads on each.
QHash<qint64, QColor> peopleColours(const Schema &schema);

/// Remembers them for personColour(): what paints initials knows one person, not all of them.
void notePeople(const Schema &schema);
/// The colour behind a person's initials.
QColor personColour(const User &person);

} // namespace Kartoteka
