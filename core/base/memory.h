// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Kartoteka {

/// Gives memory that was freed back to the system, where the allocator would keep it: after something large is over.
void giveBackMemory();

} // namespace Kartoteka
