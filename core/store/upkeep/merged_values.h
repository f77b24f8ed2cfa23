// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// Puts in the place of list values that were merged into others those others, in every field that holds one.
Result<void> followMergedValues(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
