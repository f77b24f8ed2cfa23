// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/db/connection.h"

namespace Kartoteka {

/// Reads everything that the file defines. Cost grows with the definitions, not with the items.
Result<SchemaPtr> readSchema(Connection &connection);

} // namespace Kartoteka
