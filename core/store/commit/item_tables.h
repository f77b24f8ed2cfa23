// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/db/connection.h"

namespace Kartoteka {

/// Makes every item table, column and index that entity_type and field call for and the file lacks:
/// after migrations, and inside the transaction that defines a type or a field.
/// Also names the table and columns of records that have no name yet.
Result<void> ensureItemTables(Connection &connection);

/// Makes an index that a field should have and has not, because its table was large when the field was added. It takes about
/// a second for a million items; in a transaction of its own. @return false when none is missing; an error when another program
/// writes.
Result<bool> makeMissingIndex(Connection &connection);

/// Indexes the links of files that were made before links were (file format 20 and older).
Result<void> indexLinks(Connection &connection);

} // namespace Kartoteka
