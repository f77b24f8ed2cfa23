// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// Takes what is held out of the plans and counters of a file that counted it (until file format 39). Nothing is counted anew
/// where nothing is held.
Result<void> uncountHeld(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
