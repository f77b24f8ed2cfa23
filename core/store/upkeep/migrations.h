// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/store/db/connection.h"

namespace Kartoteka {

/// The file format that this program writes: the number of its last migration.
int currentFormat();

/// Names of the tables that the migrations make; those of items are made from their definitions.
QStringList tablesOfMigrations();

/// Runs the migrations that a file of format @p from lacks, in one transaction. On failure, and when it is cancelled, the
/// file is as before.
Result<void> migrate(Connection &connection, int from, const CancelToken &cancel = {});

} // namespace Kartoteka
