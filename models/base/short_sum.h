// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

namespace Kartoteka {

/// "10.74M ₽" or "10,74 млн ₽" from a million on; below that the whole amount. For heads, where the exact one is a tool tip.
QString shortSum(const Money &money, const QLocale &locale = {});

} // namespace Kartoteka
