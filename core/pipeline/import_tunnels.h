// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace Kartoteka {

/// Runs the tunnels for what an import has made and moved, as parts of its act, before it is finished. Waits: for a thread of its
/// own. @return how many items were made.
Result<qint64> runImportTunnels(Store &store, qint64 typeId, const QUuid &act, const CancelToken &cancel = {});

} // namespace Kartoteka
