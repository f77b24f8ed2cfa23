// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Kartoteka {

/// Whole numbers of 128 bits, in which amounts times rates are exact.
__extension__ using Wide = __int128;

} // namespace Kartoteka
