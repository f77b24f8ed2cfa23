// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/limits.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// Characters of what a type, a field, a stage, a person … is called: it stands on every screen, and a file in which one is
/// longer is not opened.
constexpr qsizetype longestName = 10'000;

/// Whether a column takes a value: within the limits of its type, and short enough for a name.
inline bool isStorable(const RecordTable &table, const RecordColumn &column, const Value &value)
{
    const bool isName = table.definesSchema && column.type == FieldType::String;
    return isWithinLimits(column.type, column.multiple, value) && !(isName && value.toString().size() > longestName);
}

} // namespace Kartoteka
