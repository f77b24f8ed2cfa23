// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/relations.h"
#include "core/store/change/change_set.h"
#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// Changes in which each relation is written on the one side that keeps it (core/schema/relations): what was written to the
/// side that only sees it becomes changes of the items it names, so that both show the same. Verbatim changes stay as they
/// are. Reads the lists as they are in the open transaction.
Result<QList<Change>> storedOnce(Connection &connection, const Schema &schema, const Catalog &catalog,
                                 const QList<Change> &changes);

} // namespace Kartoteka
