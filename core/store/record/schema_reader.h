// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/db/connection.h"

namespace Kartoteka {

/// What Field::indexed says: which indexes there are, or which there should be.
enum class Indexes { Standing, Wanted };

/// Reads everything that the file defines. Cost grows with the definitions, not with the items.
Result<SchemaPtr> readSchema(Connection &connection, Indexes indexes = Indexes::Standing);

} // namespace Kartoteka
