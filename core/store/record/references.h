// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// True when a field, a link, a comment or an activity of another record leads to this one.
Result<bool> isReferenced(Connection &connection, const Catalog &catalog, const RecordTable &table, qint64 id);

} // namespace Kartoteka
