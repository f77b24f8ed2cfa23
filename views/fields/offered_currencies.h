// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// The base currency and those that the office works with; while it named none, those that are met most.
QStringList offeredCurrencies(const Schema &schema);

} // namespace Kartoteka
