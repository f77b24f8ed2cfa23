// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <optional>

namespace Kartoteka {

/// Two fields that tell one relation from both sides: the companies of a contact, the contacts of a company.
struct Relation
{
    const Field *stored; ///< whose values are kept
    const Field *seen;   ///< what is written to it is kept by the other side; older files may hold values of its own
};

/// The relation that a field tells; nothing when its values are its own affair. Points into the schema.
std::optional<Relation> relationOf(const Schema &schema, const Field &field);
/// The other side of the relation that a field tells; null when there is none.
const Field *inverseOf(const Schema &schema, const Field &field);

} // namespace Kartoteka
