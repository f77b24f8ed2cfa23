// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/follower.h"

namespace Kartoteka {

/// How many records of one act are told one by one; of more a person is told once, with their number.
constexpr int mostToldSingly = 10;

/// Tell people what others hand over to them: that they answer for an item, or observe it, that an activity is theirs, that one
/// of theirs was done by another. Nobody is told of their own acts. Who is relieved before they have read it, is not told.
QList<Follower> handoverFollowers();

} // namespace Kartoteka
