// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// An item rots when nothing has moved it for longer than its stage allows: no edit, no other stage, no comment, no activity
/// done. Each stage has its number of days, a setting of the office.

/// Days without movement that a stage allows; 0: any number. Two weeks in a stage in progress where nobody says otherwise.
int allowedIdleDays(const Schema &schema, const Stage &stage);
ChangeSet planAllowedIdleDays(const Schema &schema, const Stage &stage, int days);
/// Gives a copy that is being made of a stage the days that were set for that one.
void copyAllowedIdleDays(const Schema &schema, const Stage &stage, const QUuid &copy, ChangeSet &changes);

} // namespace Kartoteka
