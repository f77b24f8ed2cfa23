// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/definitions/type_acts.h"
#include "core/items/bulk.h"

namespace Kartoteka {

/// Whether a type comes to have stages by this, so that its items need one.
bool bringsStages(const EntityType &type, const TypeSettings &settings);

/// Carries out planEditType() of a type that stages are brought to: its items come to the first one, in their order, those in
/// the recycle bin too. One act, one undo; cancelled, nothing of it stands. Waits: for a thread of its own.
Result<BulkReport> bringStages(Store &store, const EntityType &type, const TypeSettings &settings,
                               const BulkOptions &options = {});

} // namespace Kartoteka
