// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// Whether an act was refused because what it books is had by something else then: the person may want it all the same.
bool isOverlapRefusal(const Error &error);
/// The same act, with the word that its bookings may stand beside others.
ChangeSet acceptingOverlap(const ChangeSet &changes);

} // namespace Kartoteka
