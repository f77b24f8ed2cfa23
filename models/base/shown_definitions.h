// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// Whether items of a type look under @p after as they did under @p before: what was defined is as it was. More may be
/// defined; a view of items need not be built anew for that.
bool showsItemsAlike(const Schema &before, const Schema &after, qint64 typeId);

} // namespace Kartoteka
