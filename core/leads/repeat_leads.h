// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/shared_marks.h"
#include "core/store/commit/follower.h"

namespace Kartoteka {

/// An open item whose client is known and has no other open item of its type becomes a repeat one (field `repeat`). The
/// client is the one it names, else the one contact, and the one company, that have its phone or e-mail: it is named then.
/// Concerns every type with the field `repeat`.
Follower repeatFollower();

/// By what an item and the clients that it names are the same people.
Result<SharedMarks> sharedMarks(const ReadContext &context, const Item &item);

} // namespace Kartoteka
