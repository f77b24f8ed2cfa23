// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/record_table.h"

namespace Kartoteka {

/// Characters of what a type, a field, a stage, a person … is called: it stands on every screen, and a file in which one is
/// longer is not opened.
constexpr qsizetype longestName = 10'000;

inline bool isTooLongName(const RecordTable &table, const RecordColumn &column, const Value &value)
{
    return table.definesSchema && column.type == FieldType::String && value.toString().size() > longestName;
}

} // namespace Kartoteka
