// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// "3 leads": in the nominative, so texts put it where it needs no other case. Of a type that the office has named:
/// "Contracts (3)", for nobody knows how its name is declined.
QString countedName(const EntityType &type, qsizetype count);

/// "New lead": what a new one is called while it has no title.
QString newName(const EntityType &type);

} // namespace Kartoteka
