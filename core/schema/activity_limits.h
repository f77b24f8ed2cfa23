// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Kartoteka {

/// Activities are not longer: ten years, in minutes. What files bring beyond that counts as so long.
constexpr qint64 longestDuration = qint64(10) * 366 * 24 * 60;

} // namespace Kartoteka
