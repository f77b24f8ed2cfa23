// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/follower.h"

namespace Kartoteka {

/// Tells the people whom a comment names, as it is written: who works here and is not who wrote it. Whom it names no longer,
/// and everybody when it is deleted, is not told what they have not read yet. The identity of a notice comes from person and
/// comment: two seats that write the same name make one.
Follower mentionFollower();

} // namespace Kartoteka
