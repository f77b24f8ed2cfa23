// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace Kartoteka {

/// Writes down what is no act (what a seat is known to have, what a desk has shown): all that @p write does, or nothing of it.
Answer<bool> noteDown(Store &store, std::function<Result<void>(Connection &)> write);

} // namespace Kartoteka
