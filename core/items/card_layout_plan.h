// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/card_layout.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// Writes what differs between two layouts of a view, value by value, so that the moves of two people both stay. Where nothing
/// has been written of the view yet it begins as a copy of what is seen.
ChangeSet planLayout(const Schema &schema, const CardLayout &before, const CardLayout &after, qint64 nowMs);
/// Nothing differs from the type any more; a person's own view shows what they would see without it.
ChangeSet planResetLayout(const Schema &schema, const CardLayout &layout, qint64 nowMs);

} // namespace Kartoteka
