// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"

namespace Kartoteka {

/// Moves all items of a stage to another one, those of the recycle bin too, and deletes it: one act, one undo. The stage stays
/// where some item could not be moved, or it was cancelled: the report says so. Waits: for a thread of its own.
Result<BulkReport> removeStage(Store &store, const SchemaPtr &schema, qint64 stage, qint64 to,
                               const BulkOptions &options = {});

/// The same of a pipeline: each item goes to the stage of the other one that corresponds to its own.
Result<BulkReport> removePipeline(Store &store, const SchemaPtr &schema, qint64 pipeline, qint64 to,
                                  const BulkOptions &options = {});

} // namespace Kartoteka
