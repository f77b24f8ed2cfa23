// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/schema/work_hours.h"
#include "core/store/change/change_set.h"

#include <optional>

namespace Kartoteka {

/// Says when a resource can be booked on a weekday, 1 (Monday) to 7; nothing: when the office works. What two seats say of one weekday
/// is one record.
ChangeSet planResourceHours(const Item &resource, int weekday, const std::optional<WorkHours> &hours);

} // namespace Kartoteka
