// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"

namespace Kartoteka {

/// What an activity has besides its title and deadline, in one line: when it begins and how long it lasts, where, with whom, how many
/// of its steps are done, what came of it. Empty where there is nothing of that. Local time.
QString detailsText(const Schema &schema, const Activity &activity);

} // namespace Kartoteka
