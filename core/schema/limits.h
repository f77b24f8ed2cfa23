// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// What a value may be, whoever writes it: beyond these, sums overflow, dates have no name, and libraries take minutes.
constexpr qsizetype longestLine = 10'000;               ///< characters of a member of a list: a phone, a tag
constexpr qsizetype longestText = 5'000'000;            ///< characters of any other text
constexpr qsizetype mostMembers = 10'000;               ///< of a list
constexpr qint64 largestNumber = 1'000'000'000'000'000; ///< either sign; money: in minor units
constexpr qint64 firstInstant = -62'135'596'800'000;    ///< UTC ms, of the year 1
constexpr qint64 lastInstant = 253'402'300'799'999;     ///< … of the year 9999
constexpr qint64 mostColumns = 1'800;                   ///< of a type's table; SQLite ends at 2,000

bool isWithinLimits(FieldType type, bool multiple, const Value &value);

} // namespace Kartoteka
