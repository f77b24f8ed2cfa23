// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/activity_codes.h"
#include "core/schema/schema.h"

namespace Kartoteka {

/// Whether a field of the program's holds a colour, "#2d69fe".
inline bool holdsColour(const Field &field)
{
    return field.system && field.type == FieldType::String && !field.multiple && field.code == Codes::colour;
}

} // namespace Kartoteka
